import { type DecisionRecord, explanationParametersSchema, refusal } from '@signet/contracts';
import type { RecordStore } from '../ports/index.ts';
import { type AdminHandler, checked, refuse } from './handler.ts';

/** `GET /admin/explanations/:reference`: everything that is known of one request. */
export function explainRequest(records: RecordStore): AdminHandler {
  return async ({ parameters }): Promise<DecisionRecord> => {
    const { reference } = checked(explanationParametersSchema, parameters);
    const record = await records.find(reference);
    return record ?? refuse(refusal('reference_unknown', { reference }));
  };
}
