import type { Handle } from '@signet/http';
import type { RecordStore } from '../ports/index.ts';

/** The newest decisions of the gateways. */
export function listRecords(records: RecordStore): Handle<'listRecords'> {
  return async ({ query: { limit } }) => ({ records: await records.recent(limit) });
}
