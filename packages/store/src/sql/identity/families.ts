import type { AccountId, RevocationReason, SessionId } from '@signet/contracts';
import {
  assertFamilyOf,
  assertTokenOf,
  decideRotation,
  type Ending,
  endedByReuse,
  type Family,
  type FamilyStore,
  isJustUsed,
  type KeptRefreshToken,
  type Lineage,
  longestChain,
  type NewFamily,
  type RefreshToken,
  type Rotation,
  type RotationRule,
  type RotationState,
} from '@signet/identity/ports';
import { type Database, inTransaction, type SchemaTransaction } from '../database.ts';
import type { RefreshTokenRow } from '../schema.ts';
import { familyFromRow, grantFromRow, keptTokenFromRow, tokenToRow } from './family-rows.ts';
import { endHeld, holdSession, insertFamily } from './held-session.ts';
import { sessionFromRow } from './session-rows.ts';

/** Grants and families of refresh tokens in SQL. A writer holds their session. */
export class SqlFamilies implements FamilyStore {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  begin(added: NewFamily, now: number): Promise<'begun' | 'session_over'> {
    return inTransaction(this.#database, async (transaction) => {
      const session = await holdSession(this.#database.kind, transaction, added.family.sessionId);
      if (session === undefined || session.endedAt !== undefined || session.expiresAt <= now) {
        return 'session_over';
      }
      assertFamilyOf(session, added);
      await insertFamily(transaction, added);
      return 'begun';
    });
  }

  async ofSession(id: SessionId): Promise<readonly Family[]> {
    const rows = await this.#database.query
      .selectFrom('families')
      .selectAll()
      .where('session_id', '=', id)
      .orderBy('started_at')
      .orderBy('id')
      .execute();
    return rows.map(familyFromRow);
  }

  async clientsOf(id: SessionId): Promise<readonly string[]> {
    const rows = await this.#database.query
      .selectFrom('families')
      .innerJoin('grants', 'grants.id', 'families.grant_id')
      .select('grants.client_id')
      .distinct()
      .where('families.session_id', '=', id)
      .orderBy('grants.client_id')
      .execute();
    return rows.map(({ client_id }) => client_id);
  }

  async ofClient(accountId: AccountId, clientId: string): Promise<readonly Family[]> {
    const rows = await this.#database.query
      .selectFrom('sessions')
      .innerJoin('families', 'families.session_id', 'sessions.id')
      .innerJoin('grants', 'grants.id', 'families.grant_id')
      .selectAll('families')
      .where('sessions.account_id', '=', accountId)
      .where('sessions.ended_at', 'is', null)
      .where('families.ended_at', 'is', null)
      .where('grants.client_id', '=', clientId)
      .execute();
    return rows.map(familyFromRow);
  }

  async findByRefreshToken(hash: string): ReturnType<FamilyStore['findByRefreshToken']> {
    const { query } = this.#database;
    const token = await tokenRow(query, hash);
    const standing = token && (await standingOf(query, token));
    const row =
      standing &&
      (await query
        .selectFrom('sessions')
        .selectAll()
        .where('id', '=', standing.family.sessionId)
        .executeTakeFirst());
    return (
      token &&
      standing &&
      row && { session: sessionFromRow(row), ...standing, token: keptTokenFromRow(token) }
    );
  }

  endFamily({ id, sessionId }: Family, reason: RevocationReason, at: number): Promise<void> {
    return inTransaction(this.#database, async (transaction) => {
      await holdSession(this.#database.kind, transaction, sessionId);
      await transaction
        .updateTable('families')
        .set({ ended_at: at, end_reason: reason })
        .where('id', '=', id)
        .where('ended_at', 'is', null)
        .execute();
    });
  }

  rotate(hash: string, successor: RefreshToken, rule: RotationRule): Promise<Rotation> {
    return inTransaction(this.#database, async (transaction) => {
      const state = await this.#holdState(transaction, hash, rule);
      if (state === undefined) return { kind: 'unknown' };
      const { session, grant, family } = state;
      const lineage = { session, grant, family };
      const decision = decideRotation(state, rule);
      switch (decision.kind) {
        case 'rotate':
          await exchange(transaction, state, successor, rule.now);
          return { kind: 'rotated', lineage };
        case 'repeat':
          return { ...decision, kind: 'repeated', lineage };
        case 'reuse':
          return reuse(transaction, lineage, rule.ending);
        default:
          return { kind: decision.kind, lineage };
      }
    });
  }

  /** The token is read once to learn its session, and again once that session is held. */
  async #holdState(
    transaction: SchemaTransaction,
    hash: string,
    rule: RotationRule,
  ): Promise<RotationState | undefined> {
    const glance = await transaction
      .selectFrom('refresh_tokens')
      .innerJoin('families', 'families.id', 'refresh_tokens.family_id')
      .select('families.session_id')
      .where('refresh_tokens.hash', '=', hash)
      .executeTakeFirst();
    const session = glance && (await holdSession(this.#database.kind, transaction, glance.session_id));
    const token = session && (await tokenRow(transaction, hash));
    const standing = token && (await standingOf(transaction, token));
    if (session === undefined || token === undefined || standing === undefined) return undefined;
    const chain = await chainOf(transaction, token, rule);
    return { session, ...standing, token: keptTokenFromRow(token), chain };
  }
}

/** One link in nearly every race; of a token whose time is over, none is read. */
async function chainOf(
  transaction: SchemaTransaction,
  token: RefreshTokenRow,
  rule: RotationRule,
): Promise<readonly KeptRefreshToken[]> {
  const chain: KeptRefreshToken[] = [];
  let link = token;
  while (isJustUsed(keptTokenFromRow(link), rule) && chain.length < longestChain) {
    const next = link.successor_hash === null ? undefined : await tokenRow(transaction, link.successor_hash);
    if (next === undefined) break;
    chain.push(keptTokenFromRow(next));
    link = next;
  }
  return chain;
}

async function tokenRow(query: Database['query'], hash: string): Promise<RefreshTokenRow | undefined> {
  return query.selectFrom('refresh_tokens').selectAll().where('hash', '=', hash).executeTakeFirst();
}

async function standingOf(
  query: Database['query'],
  { family_id }: RefreshTokenRow,
): Promise<Omit<Lineage, 'session'> | undefined> {
  const family = await query
    .selectFrom('families')
    .selectAll()
    .where('id', '=', family_id)
    .executeTakeFirst();
  const grant =
    family &&
    (await query.selectFrom('grants').selectAll().where('id', '=', family.grant_id).executeTakeFirst());
  return family && grant && { family: familyFromRow(family), grant: grantFromRow(grant) };
}

async function exchange(
  transaction: SchemaTransaction,
  { family, token }: RotationState,
  successor: RefreshToken,
  now: number,
): Promise<void> {
  assertTokenOf(family, successor);
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

async function reuse(transaction: SchemaTransaction, lineage: Lineage, ending: Ending): Promise<Rotation> {
  if (lineage.session.endedAt !== undefined) return { kind: 'reused', lineage };
  await transaction
    .updateTable('families')
    .set({ ended_at: ending.at, end_reason: ending.reason })
    .where('id', '=', lineage.family.id)
    .execute();
  const entry = await endHeld(transaction, lineage.session, ending);
  return { kind: 'reused', lineage: endedByReuse(lineage, ending), entry };
}
