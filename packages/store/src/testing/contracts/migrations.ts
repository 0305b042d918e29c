import { newId, type SessionId } from '@signet/contracts';
import { noon, type Open } from '@signet/contracts/testing';
import { aClient, aRefreshToken, aRule, aSigningKey } from '@signet/identity/ports/examples';
import { type Kysely, sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import type { PostgresLocation } from '../../postgres/open.ts';
import type { Database } from '../../sql/database.ts';
import { migrations } from '../../sql/migrations/index.ts';
import { migrate } from '../../sql/migrations/migrate.ts';
import { openDatabase } from '../../sql/open-database.ts';
import { createSqlStores } from '../../sql/stores.ts';
import type { SqliteLocation } from '../../sqlite/open.ts';
import type { Stores } from '../../stores.ts';

/** A database of which nobody knows yet: a bare connection to fill it by, and where Signet finds it afterwards. */
export interface BareDatabase {
  readonly kind: Database['kind'];
  readonly location: PostgresLocation | SqliteLocation;
  connect(): Kysely<unknown>;
}

/** What an older Signet wrote is honoured by this one. */
export function migrationsContract(name: string, open: Open<BareDatabase>): void {
  describe(`Migrations: ${name}`, () => {
    it('let whoever was signed in before grants and families go on, and nobody else', async () => {
      await using opened = await open();
      const sids = await asOfVersion(opened.adapter, 2, fillVersion2);
      const database = await openDatabase(opened.adapter.location);
      const stores = createSqlStores(database);
      await expectHonoured(stores, sids.alive);
      await expectRemembered(stores, sids);
      expect(await stores.sessions.forget(noon + 20 * hour, 10)).toBe(4);
      await database.close();
    });

    it('let the key that signed go on signing', async () => {
      await using opened = await open();
      const { state: _, ...key } = aSigningKey();
      await asOfVersion(opened.adapter, 3, async (query) => {
        await sql`insert into signing_keys (id, algorithm, public_jwk, sealed_private_jwk, state, created_at)
          values (${key.id}, ${key.algorithm}, ${key.publicJwk}, ${key.sealedPrivateJwk}, 'active', ${noon})`.execute(
          query,
        );
      });
      const database = await openDatabase(opened.adapter.location);
      const kept = await createSqlStores(database).signingKeys.list();
      expect(kept).toEqual([{ ...key, state: 'active', activatedAt: noon }]);
      await database.close();
    });

    it('find the clients of an origin, of however many that were there', async () => {
      await using opened = await open();
      const { id, version, createdAt, ...members } = aClient({ origins: ['https://shop.example'] });
      const ids = Array.from({ length: 401 }, (_, at) => `${id}-${at}`);
      await asOfVersion(opened.adapter, 23, async (query) => {
        const document = JSON.stringify(members);
        const rows = ids.map((each) => sql`(${each}, ${version}, ${document}, ${createdAt})`);
        await sql`insert into clients (id, version, document, created_at) values ${sql.join(rows)}`.execute(
          query,
        );
      });
      const database = await openDatabase(opened.adapter.location);
      const { clients } = createSqlStores(database);
      const found = await clients.ofOrigin('https://shop.example', 500);
      expect(found.map((client) => client.id).sort()).toEqual(ids.sort());
      expect(await clients.ofOrigin('https://other.example', 500)).toEqual([]);
      await database.close();
    });

    it('find whoever had a role or was in a group', async () => {
      await using opened = await open();
      await asOfVersion(opened.adapter, 19, async (query) => {
        for (const [name, roles, groups] of [
          ['ada', '["clerk","x \\"y\\"","clerk"]', '["night"]'],
          ['bo', '[]', '[]'],
        ] as const) {
          await sql`insert into accounts (id, username, password_hash, password_is_one_time, roles, scopes, disabled,
            created_at, groups) values (${newId('account')}, ${name}, '', 0, ${roles}, '[]', 0, ${noon}, ${groups})`.execute(
            query,
          );
        }
      });
      const database = await openDatabase(opened.adapter.location);
      const { accounts } = createSqlStores(database);
      const named = async (wanted: { role?: string; group?: string }) =>
        (await accounts.page({ limit: 9, ...wanted })).map(({ username }) => username);
      expect(await named({ role: 'clerk' })).toEqual(['ada']);
      expect(await named({ role: 'x "y"' })).toEqual(['ada']);
      expect(await named({ group: 'night' })).toEqual(['ada']);
      expect(await named({ group: 'clerk' })).toEqual([]);
      await database.close();
    });
  });
}

const hour = 3_600_000;
const audience = 'https://api.example/"ü"?a=1';

async function asOfVersion<Filled>(
  { kind, connect }: BareDatabase,
  version: number,
  fill: (query: Kysely<unknown>) => Promise<Filled>,
): Promise<Filled> {
  const query = connect();
  await migrate(kind, query, migrations.slice(0, version));
  const filled = await fill(query);
  await query.destroy();
  return filled;
}

interface OldSessions {
  readonly alive: SessionId;
  readonly loggedOut: SessionId;
  readonly reused: SessionId;
  readonly used: SessionId;
}

async function fillVersion2(query: Kysely<unknown>): Promise<OldSessions> {
  const [alive, loggedOut, reused, used] = [
    newId('session'),
    newId('session'),
    newId('session'),
    newId('session'),
  ];
  const tell = async (id: SessionId, forWhom: string, endedAt: number | null, reason: string | null) => {
    await sql`insert into sessions (id, account_id, audience, started_at, expires_at, ended_at, end_reason)
      values (${id}, 'usr_ada', ${forWhom}, ${noon}, ${noon + 10 * hour}, ${endedAt}, ${reason})`.execute(
      query,
    );
  };
  const give = async (id: SessionId, hash: string, usedAt: number | null, successor: string | null) => {
    await sql`insert into refresh_tokens (id, session_id, hash, issued_at, expires_at, used_at, successor_hash)
      values (${newId('refreshToken')}, ${id}, ${hash}, ${noon}, ${noon + 5 * hour}, ${usedAt}, ${successor})`.execute(
      query,
    );
  };
  await tell(alive, audience, null, null);
  await give(alive, 'alive', null, null);
  await tell(loggedOut, 'https://other.example', noon + 1, 'logout');
  await give(loggedOut, 'logged out', null, null);
  await tell(reused, audience, noon + 2, 'refresh_token_reused');
  await tell(used, audience, null, null);
  await give(used, 'used', noon, 'its successor');
  await give(used, 'its successor', null, null);
  return { alive, loggedOut, reused, used };
}

async function expectHonoured({ sessions, families }: Stores, sid: SessionId): Promise<void> {
  const session = await sessions.find(sid);
  expect(session).toEqual({
    id: sid,
    accountId: 'usr_ada',
    factors: [{ method: 'pwd', at: noon }],
    startedAt: noon,
    expiresAt: noon + 10 * hour,
  });
  const found = await families.findByRefreshToken('alive');
  expect(found).toMatchObject({
    session,
    grant: {
      accountId: 'usr_ada',
      clientId: 'signet',
      scopes: 'all',
      audiences: [audience],
      grantedAt: noon,
    },
    family: { sessionId: sid, grantId: found?.grant.id, startedAt: noon },
  });
  expect(found?.family.id).toMatch(/^fam_[0-9a-z]{26}$/);
  expect(found?.grant.id).toMatch(/^grt_[0-9a-z]{26}$/);
  if (found === undefined) return;
  const { session: of, grant, family } = found;
  const answer = await families.rotate('alive', aRefreshToken(family), aRule());
  expect(answer).toEqual({ kind: 'rotated', lineage: { session: of, grant, family } });
}

async function expectRemembered({ families }: Stores, sids: OldSessions): Promise<void> {
  const refused = await families.rotate('logged out', await nextOf('logged out', families), aRule());
  expect(refused).toMatchObject({
    kind: 'ended',
    lineage: { session: { id: sids.loggedOut, endReason: 'logout' }, family: { endReason: 'session_ended' } },
  });
  expect(await families.ofSession(sids.reused)).toMatchObject([{ endReason: 'refresh_token_reused' }]);
  const late = aRule({ now: noon + hour });
  const again = await families.rotate('used', await nextOf('used', families), late);
  expect(again).toMatchObject({
    kind: 'reused',
    lineage: { session: { id: sids.used } },
    entry: { sequence: 1 },
  });
}

async function nextOf(hash: string, families: Stores['families']) {
  const found = await families.findByRefreshToken(hash);
  if (found === undefined) throw new Error(`There is no token ${hash}.`);
  return aRefreshToken(found.family);
}
