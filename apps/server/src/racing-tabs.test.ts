import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Clocks } from '@signet/contracts';
import { ManualClocks } from '@signet/contracts/testing';
import { temporaryFolder } from '@signet/testing/machine';
import { describeWithPostgres } from '@signet/testing/suites';
import { describe, expect, it, onTestFinished } from 'vitest';
import { startSignet, type TestSignet } from './testing/running-signet.ts';
import { bearer, refresh, type SignedIn, signIn, signOut } from './testing/session.ts';

const tabs = 5;
const thefts = 20;
const races = 40;
/** Far beyond what it takes: a thousand rounds on a busy machine. */
const patience = 600_000;
/** Longer than the configured window in which a racing tab gets the same successor. */
const afterTheWindow = 60_000;

type Environment = Readonly<Record<string, string>>;

/** The nodes of one Signet, which the tabs and the thief take turns at. */
type StartNodes = (clocks?: Clocks) => Promise<readonly [TestSignet, ...TestSignet[]]>;

describe('five tabs on SQLite', () => {
  keepsSessions(1000, async (clocks) => [await node({}, {}, clocks)]);
});

describeWithPostgres('five tabs on PostgreSQL', (server) => {
  // Two nodes on it ask more; this many show that one alone does it too.
  keepsSessions(200, async (clocks) => {
    const first = await node({ DATABASE_URL: await server().createDatabase() }, {}, clocks);
    return [first];
  });
});

describeWithPostgres('five tabs across two nodes', (server) => {
  keepsSessions(1000, async (clocks) => {
    const environment = {
      DATABASE_URL: await server().createDatabase(),
      SIGNET_MASTER_KEY: Buffer.from(crypto.getRandomValues(new Uint8Array(32))).toString('hex'),
    };
    const first = await node(environment, {}, clocks);
    const second = await node(environment, { issuer: first.web, gatewayOrigin: first.gateway }, clocks);
    return [first, second];
  });
});

function keepsSessions(rounds: number, startNodes: StartNodes): void {
  it(`lose no session in ${rounds} rounds, and go on with one successor each`, {
    timeout: patience,
  }, async () => {
    const nodes = await startNodes();
    let held = await signIn(nodes[0].web, 'demo', nodes[0].password('demo'));
    const { sessionId } = held;
    for (let round = 0; round < rounds; round += 1) {
      const { cookie } = held;
      const turns = Array.from({ length: tabs }, (_, tab) => at(nodes, round + tab).web);
      const answers: readonly SignedIn[] = await Promise.all(turns.map((web) => refresh(web, cookie)));
      expect(new Set(answers.map((answer) => answer.sessionId))).toEqual(new Set([sessionId]));
      expect(new Set(answers.map((answer) => answer.cookie)).size).toBe(1);
      held = answers[0] ?? held;
      expect(held.cookie).not.toBe(cookie);
    }
    const { accessToken } = held;
    const own = await fetch(`${nodes[0].web}/auth/sessions`, bearer(accessToken));
    expect(await own.json()).toMatchObject({ sessions: [{ id: sessionId, current: true }] });
  });

  it('end the session every time when a copy is used after the window', { timeout: patience }, async () => {
    const clocks = new ManualClocks();
    const nodes = await startNodes(clocks);
    for (let theft = 0; theft < thefts; theft += 1) {
      const owner = await signIn(at(nodes, theft).web, 'demo', nodes[0].password('demo'));
      const next = await refresh(at(nodes, theft).web, owner.cookie);
      clocks.pass(afterTheWindow);
      const thief = refresh(at(nodes, theft + 1).web, owner.cookie);
      await expect(thief).rejects.toMatchObject({ code: 'refresh_token_reused' });
      for (const { web } of nodes) {
        await expect(refresh(web, next.cookie)).rejects.toMatchObject({ code: 'session_ended' });
      }
    }
  });

  it('get nothing that outlives a log-out that races with them', { timeout: patience }, async () => {
    const nodes = await startNodes();
    for (let race = 0; race < races; race += 1) {
      const owner = await signIn(at(nodes, race).web, 'demo', nodes[0].password('demo'));
      const turns = Array.from({ length: tabs }, (_, tab) => at(nodes, race + tab).web);
      const refreshing = Promise.allSettled(turns.map((web) => refresh(web, owner.cookie)));
      const out = await signOut(at(nodes, race + 1).web, owner.cookie);
      expect(out).toMatchObject({ ended: true, sessionId: owner.sessionId });
      for (const settled of await refreshing) {
        if (settled.status === 'rejected') {
          expect(settled.reason).toMatchObject({ code: 'session_ended' });
          continue;
        }
        const { cookie, accessToken } = settled.value;
        await expect(refresh(nodes[0].web, cookie)).rejects.toMatchObject({ code: 'session_ended' });
        const { gateway } = at(nodes, race + 1);
        expect((await fetch(`${gateway}/demo/still`, bearer(accessToken))).status).toBe(401);
      }
    }
  });
}

function at(nodes: readonly [TestSignet, ...TestSignet[]], turn: number): TestSignet {
  return nodes[turn % nodes.length] ?? nodes[0];
}

async function node(environment: Environment, flags: Environment, clocks?: Clocks): Promise<TestSignet> {
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
