import type { AccountId, AuditDeed, RevocationEntry, SessionId } from '@signet/contracts';
import {
  assertFamilyOf,
  type Ending,
  type NewFamily,
  type Session,
  type SessionStore,
  type UsedSession,
} from '@signet/identity/ports';
import { type Database, inTransaction } from '../database.ts';
import { appendDeed } from './audit.ts';
import { forgetSessions } from './forget-sessions.ts';
import { endHeld, holdSession, insertFamily } from './held-session.ts';
import { sessionFromRow, sessionToRow } from './session-rows.ts';

/** Sessions in SQL. */
export class SqlSessions implements SessionStore {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  async open(session: Session, first: NewFamily, deed?: AuditDeed): Promise<void> {
    assertFamilyOf(session, first);
    await inTransaction(this.#database, async (transaction) => {
      await transaction.insertInto('sessions').values(sessionToRow(session)).execute();
      await insertFamily(transaction, first);
      if (deed !== undefined) await appendDeed(transaction, deed);
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

  async ofAccount(id: AccountId, now: number, limit: number): Promise<readonly UsedSession[]> {
    const rows = await this.#database.query
      .selectFrom('sessions')
      .selectAll()
      .select(({ selectFrom }) =>
        selectFrom('refresh_tokens')
          .innerJoin('families', 'families.id', 'refresh_tokens.family_id')
          .whereRef('families.session_id', '=', 'sessions.id')
          .select(({ fn }) => fn.max('refresh_tokens.issued_at').as('last'))
          .as('last_used_at'),
      )
      .where('account_id', '=', id)
      .where('ended_at', 'is', null)
      .where('expires_at', '>', now)
      .orderBy('started_at', 'desc')
      .limit(limit)
      .execute();
    return rows.map((row) => {
      const session = sessionFromRow(row);
      return { session, lastUsedAt: Math.max(session.startedAt, Number(row.last_used_at ?? 0)) };
    });
  }

  async overOfAccount(id: AccountId, since: number, now: number, limit: number): Promise<readonly Session[]> {
    const rows = await this.#database.query
      .selectFrom('sessions')
      .selectAll()
      .where('account_id', '=', id)
      .where(({ eb, fn }) => eb(fn.coalesce('ended_at', 'expires_at'), '>=', since))
      .where(({ eb, fn }) => eb(fn.coalesce('ended_at', 'expires_at'), '<=', now))
      .orderBy('started_at', 'desc')
      .limit(limit)
      .execute();
    return rows.map(sessionFromRow);
  }

  end(id: SessionId, ending: Ending): Promise<RevocationEntry | undefined> {
    return inTransaction(this.#database, async (transaction) => {
      const session = await holdSession(this.#database.kind, transaction, id);
      if (session === undefined || session.endedAt !== undefined) return undefined;
      return endHeld(transaction, session, ending);
    });
  }

  forget(before: number, limit: number): Promise<number> {
    return inTransaction(this.#database, (transaction) =>
      forgetSessions(this.#database.kind, transaction, before, limit),
    );
  }
}
