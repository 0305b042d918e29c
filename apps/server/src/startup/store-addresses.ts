import type { NeededSecret } from '@signet/contracts';
import type { Secrets } from '../options/options.ts';
import { judgeSecret } from '../secrets/judge-secret.ts';
import type { ReadSecret } from '../secrets/read-secret.ts';
import type { SecretKeeper } from '../secrets/secret-keeper.ts';

/** Where database and Redis are, as far as variables name references in place of the addresses. */
export function neededForStores({ databaseReference, redisReference }: Secrets): readonly NeededSecret[] {
  return [
    ...(databaseReference === undefined ? [] : [{ key: 'DATABASE_URL', reference: databaseReference }]),
    ...(redisReference === undefined ? [] : [{ key: 'REDIS_URL', reference: redisReference }]),
  ];
}

/** Whether several nodes may stand on one database and have nothing else in which they could know of each other at once. */
export function areNodesApart(given: Secrets): boolean {
  const { databaseUrl, databaseReference, redisUrl, redisReference } = given;
  return (databaseUrl ?? databaseReference) !== undefined && (redisUrl ?? redisReference) === undefined;
}

/** The addresses themselves, and the one of the database as it is now, of which user and password count. */
export interface StoreAddresses extends Secrets {
  readonly databaseUrlOfNow?: () => string;
}

/**
 * That of the database is held by the keeper already; that of Redis is read here, once: gateway processes have it too.
 * @throws SignetError `secret_unreadable`, `secret_exposed`
 */
export async function openAddresses(
  secrets: Secrets,
  { reveal, read }: { readonly reveal: SecretKeeper['reveal']; readonly read: ReadSecret },
): Promise<StoreAddresses> {
  const { databaseReference: database, redisReference: redis } = secrets;
  const redisUrl = redis === undefined ? undefined : await read(redis);
  if (redis !== undefined && redisUrl !== undefined)
    judgeSecret({ key: 'REDIS_URL', reference: redis }, redisUrl);
  return {
    ...secrets,
    ...(redisUrl === undefined ? {} : { redisUrl }),
    ...(database === undefined
      ? {}
      : { databaseUrl: reveal(database), databaseUrlOfNow: () => reveal(database) }),
  };
}
