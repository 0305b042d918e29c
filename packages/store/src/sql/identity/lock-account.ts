import type { AccountId } from '@signet/contracts';
import { sql } from 'kysely';
import type { Database, SchemaTransaction } from '../database.ts';

/** Beside an account's own number, so that no other advisory lock is this one. */
const ofFactors = 17_914;

/**
 * Lets one transaction at a time change what an account has several of, where no single row stands for all of them. SQLite
 * does so by itself.
 */
export async function lockAccount(
  { kind }: Database,
  transaction: SchemaTransaction,
  id: AccountId,
): Promise<void> {
  if (kind === 'postgres') {
    await sql`select pg_advisory_xact_lock(${ofFactors}, hashtext(${id}))`.execute(transaction);
  }
}
