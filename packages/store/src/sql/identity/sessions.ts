import type { RevocationEntry, SessionId } from '@signet/contracts';
import {
  assertFamilyOf,
  type Ending,
  type NewFamily,
  type Session,
  type SessionStore,
} from '@signet/identity/ports';
import { type Database, inTransaction } from '../database.ts';
import { forgetSessions } from './forget-sessions.ts';
import { endHeld, holdSession, insertFamily } from './held-session.ts';
import { sessionFromRow, sessionToRow } from './session-rows.ts';

/** Sessions in SQL. */
export class SqlSessions implements SessionStore {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  async open(session: Session, first: NewFamily): Promise<void> {
    assertFamilyOf(session, first);
    await inTransaction(this.#database, async (transaction) => {
      await transaction.insertInto('sessions').values(sessionToRow(session)).execute();
      await insertFamily(transaction, first);
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
