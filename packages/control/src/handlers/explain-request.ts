import { refusal, SignetError } from '@signet/contracts';
import type { Handle } from '@signet/http';
import type { RecordStore } from '../ports/index.ts';

/** Everything that is known of one request. */
export function explainRequest(records: RecordStore): Handle<'explain'> {
  return async ({ parameters: { reference } }) => {
    const record = await records.find(reference);
    if (record !== undefined) return record;
    throw new SignetError(refusal('reference_unknown', { reference }));
  };
}
