import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { addresses, demoConfiguration, type RevocationEntry } from '@signet/contracts';
import { createSqlStores, openDatabase } from '@signet/store';
import { temporaryFolder } from '@signet/testing/machine';
import { freePort } from '@signet/testing/ports';
import { freePorts, type RunningSignet, startSignet } from '@signet/testing/signet';
import { describeWithPostgres } from '@signet/testing/suites';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { type AdministratorMemory, operatorOf, runBusyAdministrator } from './testing/busy-administrator.ts';
import { type ClientMemory, runBusyClients } from './testing/busy-clients.ts';
import { bearer, refresh } from './testing/session.ts';

/* What Signet has answered is true after `kill -9`: nothing is asked of an answer that never came. */

const clientsAtOnce = 8;
/** Answers before the end: of all clients together, and of each thing that an operator does. */
const enough = { clients: 120, operator: 4 };

/** Milliseconds after which something hangs: on a busy machine a start alone may take half a minute. */
const patience = 180_000;

const promise =
  'keeps every acknowledged sign-in, refresh, log-out, revocation, change of keys, applied configuration and mail when it is killed under load';

describe('Signet on SQLite', () => {
  it(promise, { timeout: patience }, () =>
    killUnderLoad((folder) => ({ location: { file: join(folder, 'signet.db') } })),
  );
});

describeWithPostgres('Signet on PostgreSQL', (server) => {
  it(promise, { timeout: patience }, async () => {
    const url = await server().createDatabase();
    await killUnderLoad(() => ({ location: { url }, environment: { DATABASE_URL: url } }));
  });
});

interface Place {
  readonly location: Parameters<typeof openDatabase>[0];
  readonly environment?: Readonly<Record<string, string>>;
}

async function killUnderLoad(placeIn: (folder: string) => Place): Promise<void> {
  const folder = temporaryFolder();
  onTestFinished(() => folder[Symbol.dispose]());
  const { location, environment = {} } = placeIn(folder.path);
  const ports = await freePorts();
  const gatewayOrigin = `http://localhost:${ports.gatewayPort}`;
  // Nobody listens at the mail server, so that what is asked for waits in the database.
  const mail = `mail: { from: no-reply@example.org, smtp: { server: 'smtp://127.0.0.1:${await freePort()}' } }`;
  const configuration = demoConfiguration({ echoPort: await freePort(), gatewayOrigin });
  writeFileSync(join(folder.path, 'signet.yaml'), `${configuration}\n${mail}\n`);
  const start = () => startSignet({ dataFolder: folder.path, ports, environment });

  const first = await start();
  let killed = false;
  const at = { web: first.web, password: first.password('demo'), isKilled: () => killed };
  const clients = runBusyClients(at, clientsAtOnce);
  const operator = runBusyAdministrator(at, folder.path);
  const isEnough = () =>
    clients.acknowledged() >= enough.clients && operator.leastAcknowledged() >= enough.operator;
  // What fails while the server lives ends the waiting as well.
  await Promise.race([
    vi.waitUntil(isEnough, { timeout: patience, interval: 5 }),
    Promise.all([clients.finished, operator.finished]),
  ]);
  killed = true;
  await first.started.kill();
  const [memories] = await Promise.all([clients.finished, operator.finished]);

  const second = await start();
  const certain = memories.filter((memory) => memory.signedIn !== undefined && !memory.uncertain);
  expect(certain.filter(({ loggedOut }) => loggedOut).length).toBeGreaterThan(5);
  expect(certain.filter(({ loggedOut }) => !loggedOut).length).toBeGreaterThan(5);
  for (const memory of certain) await sessionHolds(second, memory);
  await keysHold(second, operator.memory, folder.path);
  await tokensAreRefused(second, operator.memory);
  await configurationHolds(second, operator.memory, folder.path);
  await second.stop();
  await logAndQueueHold(location, operator.memory);
}

/** A session stands and its newest refresh token works, or it is over for the identity provider and the gateway. */
async function sessionHolds(signet: RunningSignet, { signedIn, loggedOut }: ClientMemory): Promise<void> {
  if (signedIn === undefined) return;
  if (loggedOut) {
    expect((await call(signet, signedIn.accessToken)).status).toBe(401);
    await expect(refresh(signet.web, signedIn.cookie)).rejects.toMatchObject({ code: 'session_ended' });
    return;
  }
  const next = await refresh(signet.web, signedIn.cookie);
  expect(next.sessionId).toBe(signedIn.sessionId);
  expect((await call(signet, next.accessToken)).status).toBe(200);
}

/** One key signs, every one that was let sign did so, and none that was revoked is there. */
async function keysHold(
  { web }: RunningSignet,
  { activated, revokedKeys }: AdministratorMemory,
  dataFolder: string,
): Promise<void> {
  const { keys } = await operatorOf(web, dataFolder).listKeys();
  const stateOf = new Map<string, string>(keys.map(({ id, state }) => [id, state]));
  for (const id of activated) expect(stateOf.get(id), id).toMatch(/^(?:active|retiring|retired)$/);
  for (const { key } of revokedKeys) expect(stateOf.get(key), key).toBe('retired');
  expect([...stateOf.values()].filter((state) => state === 'active')).toHaveLength(1);
  const published = await (await fetch(`${web}${addresses.readKeys.path}`)).text();
  for (const { key } of revokedKeys) expect(published).not.toContain(key);
}

/** What was answered is followed, or what came after it. */
async function configurationHolds(
  { web }: RunningSignet,
  { applied }: AdministratorMemory,
  dataFolder: string,
): Promise<void> {
  const operator = operatorOf(web, dataFolder);
  const last = applied.at(-1);
  const followed = await operator.exportConfiguration();
  expect(followed.number).toBeGreaterThanOrEqual(last?.number ?? Number.NaN);
  expect(followed.text).toContain(last?.word);
  for (const { number, word } of applied.slice(-20)) {
    expect((await operator.showApplied({ number })).text).toContain(word);
  }
}

async function tokensAreRefused(signet: RunningSignet, { tokens }: AdministratorMemory): Promise<void> {
  for (const { accessToken } of tokens) {
    const answer = await call(signet, accessToken);
    expect([answer.status, await answer.json()]).toMatchObject([401, { code: 'token_revoked' }]);
  }
}

async function logAndQueueHold(
  location: Place['location'],
  { tokens, revokedKeys, mails }: AdministratorMemory,
): Promise<void> {
  const database = await openDatabase(location);
  onTestFinished(() => database.close());
  const { revocations, mailQueue } = createSqlStores(database);
  const entries = await revocations.read(0, 1_000_000);
  expect(entries.map(({ sequence }) => sequence)).toEqual(entries.map((_, index) => index + 1));
  const targetAt = (sequence: number): Partial<RevocationEntry['target']> =>
    entries[sequence - 1]?.target ?? {};
  for (const { accessToken, sequence } of tokens) {
    const { jti } = JSON.parse(Buffer.from(accessToken.split('.')[1] ?? '', 'base64url').toString());
    expect(targetAt(sequence)).toMatchObject({ kind: 'token', jti });
  }
  for (const { key, sequence } of revokedKeys) {
    expect(targetAt(sequence)).toMatchObject({ kind: 'key', kid: key });
  }
  const waiting = await mailQueue.take(Number.MAX_SAFE_INTEGER, Number.MAX_SAFE_INTEGER, 1_000_000);
  const asked = new Set(waiting.map(({ errand }) => JSON.parse(errand).to));
  for (const to of mails) expect(asked.has(to), to).toBe(true);
}

function call({ gateway }: RunningSignet, accessToken: string): Promise<Response> {
  return fetch(`${gateway}/demo/still`, bearer(accessToken));
}
