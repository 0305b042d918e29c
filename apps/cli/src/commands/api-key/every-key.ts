import type { ApiKeyId, ApiKeySummary } from '@signet/contracts';
import type { openAdmin } from '../../server/open-admin.ts';

type Admin = ReturnType<typeof openAdmin>;

/** Of the server's longest pages; more keys than these no terminal shows. */
const mostPages = 100;
const page = 1000;

/** Every key, ended ones too, by id. */
export async function everyKey(admin: Admin): Promise<readonly ApiKeySummary[]> {
  const keys: ApiKeySummary[] = [];
  let next: ApiKeyId | undefined;
  for (let count = 0; count < mostPages; count += 1) {
    const answered = await admin.listApiKeys(
      next === undefined ? { limit: page } : { limit: page, after: next },
    );
    keys.push(...answered.keys);
    next = answered.next;
    if (next === undefined) break;
  }
  return keys;
}

/** Whether it is over at `now`, in milliseconds since the epoch. */
export function isOver({ revokedAt, expiresAt }: ApiKeySummary, now: number): boolean {
  return revokedAt !== undefined || (expiresAt !== undefined && expiresAt <= now);
}
