import { temporaryFolder } from '@signet/testing/machine';
import {
  type PostgresAdministrator,
  type PostgresServer,
  postgresAdministrator,
} from '@signet/testing/servers';
import { describeWithPostgres } from '@signet/testing/suites';
import { expect, it, onTestFinished, vi } from 'vitest';
import { startSignet, type TestSignet } from './testing/running-signet.ts';
import { bearer, refresh, type SignedIn, signIn, signOut } from './testing/session.ts';

interface Stand {
  readonly signet: TestSignet;
  readonly server: PostgresServer;
  readonly administrator: PostgresAdministrator;
}

/** What is held up here must not run out of time before it is lost. */
const patient = { connect: 30_000, lock: 600_000, statement: 600_000, transaction: 600_000 };

async function stand(server: PostgresServer): Promise<Stand> {
  const folder = temporaryFolder();
  const url = await server.createDatabase();
  const signet = await startSignet(folder.path, { environment: { DATABASE_URL: url }, deadlines: patient });
  onTestFinished(async () => {
    await signet.close();
    folder[Symbol.dispose]();
  });
  return { signet, server, administrator: postgresAdministrator(url) };
}

const losses: readonly (readonly [string, (stood: Stand) => Promise<void>])[] = [
  ['its backend is terminated', ({ administrator }) => administrator.terminate()],
  ['the server restarts', ({ server }) => restart(server, 'fast')],
  ['the server crashes', ({ server }) => restart(server, 'immediate')],
];

async function restart(server: PostgresServer, mode: 'fast' | 'immediate'): Promise<void> {
  await server.halt(mode);
  await server.resume();
}

/** Each endpoint of a session, and the table in which it changes something last. */
const requests: readonly (readonly [string, string, (signet: TestSignet, held: SignedIn) => RequestInit])[] =
  [
    ['login', 'sessions', (signet) => credentials(signet)],
    ['refresh', 'refresh_tokens', (_signet, { cookie }) => ({ headers: { cookie } })],
    ['logout', 'revocations', (_signet, { cookie }) => ({ headers: { cookie } })],
  ];

function credentials(signet: TestSignet): RequestInit {
  const body = JSON.stringify({ username: 'demo', password: signet.password('demo') });
  return { body, headers: { 'content-type': 'application/json' } };
}

/** Every endpoint where only its connection is lost; a restart looks the same to each. */
const cases = losses.flatMap(([how, lose], index) =>
  requests
    .slice(0, index === 0 ? requests.length : 1)
    .map(([endpoint, table, request]) => [endpoint, how, table, request, lose] as const),
);

describeWithPostgres('a request whose database is lost', (server) => {
  it.each(cases)('is refused for the moment and goes well afterwards: %s, when %s', async (...given) => {
    const [endpoint, , table, request, lose] = given;
    const stood = await stand(server());
    const { signet, administrator } = stood;
    const held = await signIn(signet.web, 'demo', signet.password('demo'));
    await administrator.slowDown(table);
    const post = () => fetch(`${signet.web}/auth/${endpoint}`, { method: 'POST', ...request(signet, held) });
    const refused = post();
    await administrator.busy();
    await lose(stood);
    const answer = await refused;
    expect(answer.status).toBe(503);
    expect(answer.headers.get('retry-after')).toBe('1');
    expect(answer.headers.getSetCookie()).toEqual([]);
    expect(await answer.json()).toMatchObject({ code: 'store_unavailable' });
    await administrator.heal();
    await vi.waitUntil(async () => (await post()).ok, { timeout: 30_000, interval: 20 });
    expect(signet.logged()).toContain('A connection to the database was lost');
  });
});

describeWithPostgres('a node whose database was away', (server) => {
  it('refuses sign-in meanwhile, and then signs in, lets through and logs out without a restart', async () => {
    const { signet } = await stand(server());
    const before = await signIn(signet.web, 'demo', signet.password('demo'));
    await server().halt('immediate');
    const login = fetch(`${signet.web}/auth/login`, { method: 'POST', ...credentials(signet) });
    expect(await (await login).json()).toMatchObject({ code: 'store_unavailable', status: 503 });
    await server().resume();
    const after = await refresh(signet.web, before.cookie);
    const call = () => fetch(`${signet.gateway}/demo/back`, bearer(after.accessToken));
    await vi.waitUntil(async () => (await call()).status === 200, { timeout: 30_000, interval: 20 });
    await signOut(signet.web, after.cookie);
    expect((await call()).status).toBe(401);
  });
});
