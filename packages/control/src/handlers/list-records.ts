import { type RecordsAnswer, recordsQuerySchema } from '@signet/contracts';
import type { RecordStore } from '../ports/index.ts';
import { type AdminHandler, checked } from './handler.ts';

/** `GET /admin/records?limit=`: the newest decisions of the gateways. */
export function listRecords(records: RecordStore): AdminHandler {
  return async ({ query }): Promise<RecordsAnswer> => {
    const { limit } = checked(recordsQuerySchema, query);
    return { records: await records.recent(limit) };
  };
}
