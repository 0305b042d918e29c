import type { RevocationEntry, SessionId } from '@signet/contracts';
import {
  assertSameSession,
  decideRotation,
  type Ending,
  ended,
  type RefreshToken,
  type Rotation,
  type RotationRule,
  type RotationState,
  type Session,
  type SessionStore,
  sessionRevocation,
} from '@signet/identity/ports';
import { type Database, inTransaction, type SchemaTransaction } from '../database.ts';
import type { RefreshTokenRow } from '../schema.ts';
import { appendRevocation } from './revocations.ts';
import { keptTokenFromRow, sessionFromRow, sessionToRow, tokenFromRow, tokenToRow } from './session-rows.ts';

/** Sessions in SQL. A writer first locks the session's row, so that whatever touches one session happens in turn. */
export class SqlSessions implements SessionStore {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  async open(session: Session, first: RefreshToken): Promise<void> {
    assertSameSession(session, first);
    await inTransaction(this.#database, async (transaction) => {
      await transaction.insertInto('sessions').values(sessionToRow(session)).execute();
      await transaction.insertInto('refresh_tokens').values(tokenToRow(first)).execute();
    });
  }

  async find(id: SessionId): Promise<Session | undefined> {
    const row = await this.#database.query
      .selectFrom('sessions')
      .selectAll()
      .where('id', '=', id)
      .executeTakeFirst();
    return row && sessionFromRow(row);
  }

  async findByRefreshToken(hash: string): ReturnType<SessionStore['findByRefreshToken']> {
    const token = await tokenRow(this.#database.query, hash);
    const session = token && (await this.find(token.session_id));
    return token && session && { session, token: tokenFromRow(token) };
  }

  rotate(hash: string, successor: RefreshToken, rule: RotationRule): Promise<Rotation> {
    return inTransaction(this.#database, async (transaction) => {
      const state = await this.#lockState(transaction, hash);
      if (state === undefined) return { kind: 'unknown' };
      const { session } = state;
      const decision = decideRotation(state, rule);
      switch (decision.kind) {
        case 'rotate':
          await exchange(transaction, state, successor, rule.now);
          return { kind: 'rotated', session };
        case 'repeat':
          return { kind: 'repeated', session, successor: decision.successor };
        case 'reuse':
          return reuse(transaction, session, rule.ending);
        default:
          return { kind: decision.kind, session };
      }
    });
  }

  end(id: SessionId, ending: Ending): Promise<RevocationEntry | undefined> {
    return inTransaction(this.#database, async (transaction) => {
      const session = await this.#lockSession(transaction, id);
      if (session === undefined || session.endedAt !== undefined) return undefined;
      return endSession(transaction, session, ending);
    });
  }

  forget(before: number, limit: number): Promise<number> {
    return inTransaction(this.#database, async (transaction) => {
      // Those that a racing call holds are left for the next time.
      const over = await transaction
        .selectFrom('sessions')
        .select('id')
        .where(({ eb, or }) => or([eb('expires_at', '<', before), eb('ended_at', '<', before)]))
        .limit(limit)
        .$if(this.#database.kind === 'postgres', (select) => select.forUpdate().skipLocked())
        .execute();
      const ids = over.map(({ id }) => id);
      if (ids.length === 0) return 0;
      await transaction.deleteFrom('refresh_tokens').where('session_id', 'in', ids).execute();
      await transaction.deleteFrom('sessions').where('id', 'in', ids).execute();
      return ids.length;
    });
  }

  /** The token is read once to learn its session, and again once that session is held. */
  async #lockState(transaction: SchemaTransaction, hash: string): Promise<RotationState | undefined> {
    const glance = await tokenRow(transaction, hash);
    const session = glance && (await this.#lockSession(transaction, glance.session_id));
    const token = session && (await tokenRow(transaction, hash));
    if (session === undefined || token === undefined) return undefined;
    const successor = await tokenRow(transaction, token.successor_hash ?? '');
    const state = { session, token: keptTokenFromRow(token) };
    return successor === undefined ? state : { ...state, successor: keptTokenFromRow(successor) };
  }

  /** SQLite needs no row lock: its transactions here begin with the lock on the whole file. */
  async #lockSession(transaction: SchemaTransaction, id: SessionId): Promise<Session | undefined> {
    const row = await transaction
      .selectFrom('sessions')
      .selectAll()
      .where('id', '=', id)
      .$if(this.#database.kind === 'postgres', (select) => select.forUpdate())
      .executeTakeFirst();
    return row && sessionFromRow(row);
  }
}

async function tokenRow(query: Database['query'], hash: string): Promise<RefreshTokenRow | undefined> {
  return query.selectFrom('refresh_tokens').selectAll().where('hash', '=', hash).executeTakeFirst();
}

async function exchange(
  transaction: SchemaTransaction,
  { session, token }: RotationState,
  successor: RefreshToken,
  now: number,
): Promise<void> {
  assertSameSession(session, successor);
  const { numUpdatedRows } = await transaction
    .updateTable('refresh_tokens')
    .set({ used_at: now, successor_hash: successor.hash })
    .where('hash', '=', token.hash)
    .where('used_at', 'is', null)
    .executeTakeFirstOrThrow();
  // The session is held, so this cannot happen; if it ever does, nobody gets two successors.
  if (numUpdatedRows !== 1n) throw new Error('The refresh token was used by another transaction.');
  await transaction.insertInto('refresh_tokens').values(tokenToRow(successor)).execute();
}

async function reuse(transaction: SchemaTransaction, session: Session, ending: Ending): Promise<Rotation> {
  if (session.endedAt !== undefined) return { kind: 'reused', session };
  const entry = await endSession(transaction, session, ending);
  return { kind: 'reused', session: ended(session, ending), entry };
}

async function endSession(
  transaction: SchemaTransaction,
  session: Session,
  ending: Ending,
): Promise<RevocationEntry> {
  await transaction
    .updateTable('sessions')
    .set({ ended_at: ending.at, end_reason: ending.reason })
    .where('id', '=', session.id)
    .execute();
  return appendRevocation(transaction, sessionRevocation(session.id, ending));
}
