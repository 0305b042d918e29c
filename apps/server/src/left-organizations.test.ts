import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { type AccountId, adminAudience, type Clocks } from '@signet/contracts';
import { ManualClocks } from '@signet/contracts/testing';
import { createClient, RefreshCookie } from '@signet/sdk/client';
import { temporaryFolder } from '@signet/testing/machine';
import { describeWithPostgres } from '@signet/testing/suites';
import { describe, expect, it, onTestFinished } from 'vitest';
import { startSignet, type TestSignet } from './testing/running-signet.ts';
import { bearer, refresh, type SignedIn, signIn } from './testing/session.ts';

const patience = 300_000;
const races = 10;
const tabs = 5;
/** Longer than the configured window in which a racing tab gets the same successor. */
const afterTheWindow = 60_000;

type Nodes = readonly [TestSignet, ...TestSignet[]];
type StartNodes = (clocks?: Clocks) => Promise<Nodes>;

describe('an organisation that somebody leaves, on SQLite', () => {
  endsWhatIsOut(async (clocks) => [await node({}, {}, clocks)]);
});

describeWithPostgres('an organisation that somebody leaves, across two nodes on PostgreSQL', (server) => {
  endsWhatIsOut(async (clocks) => {
    const environment = {
      DATABASE_URL: await server().createDatabase(),
      SIGNET_MASTER_KEY: Buffer.from(crypto.getRandomValues(new Uint8Array(32))).toString('hex'),
    };
    const first = await node(environment, {}, clocks);
    const second = await node(environment, { issuer: first.web, gatewayOrigin: first.gateway }, clocks);
    return [first, second];
  });
});

function endsWhatIsOut(startNodes: StartNodes): void {
  it('keeps no copied refresh token from being found out', { timeout: patience }, async () => {
    const clocks = new ManualClocks();
    const nodes = await startNodes(clocks);
    const { join, leave, enter } = await withAcme(nodes);
    await join();
    clocks.pass(1000);
    const owner = await enter();
    const next = await refresh(nodes[0].web, owner.cookie);
    await leave();
    clocks.pass(afterTheWindow);
    const other = nodes.at(-1) ?? nodes[0];
    await expect(refresh(other.web, owner.cookie)).rejects.toMatchObject({ code: 'refresh_token_reused' });
    for (const { web } of nodes) {
      await expect(refresh(web, next.cookie)).rejects.toMatchObject({ code: 'session_ended' });
    }
  });

  it('wins against every refresh that races with it', { timeout: patience }, async () => {
    const clocks = new ManualClocks();
    const nodes = await startNodes(clocks);
    const { join, leave, enter } = await withAcme(nodes);
    for (let race = 0; race < races; race += 1) {
      await join();
      clocks.pass(1000);
      const owner = await enter();
      const turns = Array.from({ length: tabs }, (_, tab) => nodes[(race + tab) % nodes.length] ?? nodes[0]);
      const refreshing = Promise.allSettled(turns.map(({ web }) => refresh(web, owner.cookie)));
      await leave();
      for (const settled of await refreshing) {
        if (settled.status === 'rejected') {
          expect(settled.reason).toMatchObject({ code: 'organization_not_allowed' });
          continue;
        }
        const { cookie, accessToken } = settled.value;
        for (const { web, gateway } of nodes) {
          await expect(refresh(web, cookie)).rejects.toMatchObject({ code: 'organization_not_allowed' });
          if (gateway === nodes[0].gateway) {
            expect((await fetch(`${gateway}/demo/still`, bearer(accessToken))).status).toBe(401);
          }
        }
      }
    }
  });
}

/** The account `demo` joins and leaves `acme`, by an administrator at the first node, and signs in to it at the last. */
async function withAcme(nodes: Nodes) {
  const [{ web, password }] = nodes;
  const audience = adminAudience(web);
  const newPassword = 'otter lamp gravel';
  const { accessToken } = await signIn(web, 'admin', password('admin'), { audience, newPassword });
  const admin = createClient({ issuer: web, fetch, credential: async () => accessToken });
  await admin.addOrganization({ name: 'acme', displayName: 'Acme' });
  const { users } = await admin.listUsers({ limit: 100 });
  const account: AccountId = users.find(({ username }) => username === 'demo')?.id ?? expect.fail('no demo');
  const enter = async (): Promise<SignedIn> => {
    const cookie = new RefreshCookie();
    const client = createClient({ issuer: (nodes.at(-1) ?? nodes[0]).web, fetch, cookie });
    const answer = await client.login({ username: 'demo', password: password('demo'), organization: 'acme' });
    return { ...answer, cookie: cookie.pair ?? '' };
  };
  return {
    join: () => admin.addMember({ organization: 'acme', account, roles: [] }),
    leave: () => admin.removeMember({ organization: 'acme', account }),
    enter,
  };
}

async function node(
  environment: Readonly<Record<string, string>>,
  flags: Readonly<Record<string, string>>,
  clocks?: Clocks,
): Promise<TestSignet> {
  const folder = temporaryFolder();
  const dataFolder = join(folder.path, 'node');
  mkdirSync(dataFolder);
  const signet = await startSignet(dataFolder, {
    environment,
    flags,
    ...(clocks === undefined ? {} : { clocks }),
  });
  onTestFinished(async () => {
    await signet.close();
    folder[Symbol.dispose]();
  });
  return signet;
}
