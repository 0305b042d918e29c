import type { PasskeySummary } from '@signet/contracts';
import type { StoredPasskey } from '../ports/index.ts';

/** As its owner sees it. */
export function toSummary({ id, name, addedAt, usedAt, isSynced }: StoredPasskey): PasskeySummary {
  return { id, name, addedAt, isSynced, ...(usedAt === undefined ? {} : { usedAt }) };
}
