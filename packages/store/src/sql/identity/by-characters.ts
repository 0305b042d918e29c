import { type RawBuilder, sql } from 'kysely';
import type { Database } from '../database.ts';

/** A page must end where the next begins, also for whoever merges it with ids in the order of their characters. */
export function byCharacters({ kind }: Pick<Database, 'kind'>, column: string): RawBuilder<string> {
  return kind === 'postgres' ? sql<string>`${sql.ref(column)} collate "C"` : sql<string>`${sql.ref(column)}`;
}
