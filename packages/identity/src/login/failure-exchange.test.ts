import { ManualClocks, noon } from '@signet/contracts/testing';
import { describe, expect, it } from 'vitest';
import { createMemoryFailureJournal } from '../ports/failure-journal.memory.ts';
import type { FailureJournal } from '../ports/failure-journal.ts';
import { loginThrottleContract } from '../ports/login-throttle.contract.ts';
import { createMemoryLoginThrottle } from '../ports/login-throttle.memory.ts';
import { createFailureExchange } from './failure-exchange.ts';

const key = new Uint8Array(32).fill(7);

/** Nodes on one journal, which a test can put out of reach. */
function nodes() {
  const clocks = new ManualClocks(noon);
  const stored = createMemoryFailureJournal();
  let written = 0;
  let isAway = false;
  const failureJournal: FailureJournal = {
    ...stored,
    async append(entry) {
      if (isAway) throw new Error('The journal is away.');
      written += 1;
      await stored.append(entry);
    },
  };
  const node = () => {
    const { steady, wall } = clocks;
    const random = (bytes: Uint8Array<ArrayBuffer>) => crypto.getRandomValues(bytes);
    const { tablesOf, exchange } = createFailureExchange({ failureJournal, key, random, steady, wall });
    const throttle = createMemoryLoginThrottle(steady, tablesOf('login'));
    const from = { username: 'ada', address: '203.0.113.1' };
    /** 0 where it was tried, otherwise the seconds to wait. */
    const guess = async (changed: Partial<typeof from> = {}) => {
      const answer = await throttle.begin({ ...from, ...changed });
      return answer.kind === 'throttled' ? answer.retryAfter : 0;
    };
    const succeed = async () => {
      const answer = await throttle.begin(from);
      if (answer.kind === 'attempt') await answer.succeeded();
      return answer.kind;
    };
    return { exchange, guess, succeed };
  };
  return {
    ...{ node, stored, clocks },
    written: () => written,
    away: (away: boolean) => {
      isAway = away;
    },
  };
}

async function times(count: number, deed: () => Promise<unknown>): Promise<void> {
  for (let turn = 0; turn < count; turn += 1) await deed();
}

describe('failed attempts of several nodes', () => {
  it('count together, so that turning to another node is of no use', async () => {
    const { node } = nodes();
    const [one, other] = [node(), node()];
    await times(10, one.guess);
    expect(await one.guess()).toBe(1);
    expect(await other.guess({ address: '198.51.100.1' })).toBe(0);
    await one.exchange();
    await other.exchange();
    expect(await other.guess()).toBe(1);
  });

  it('count once, however often they are heard of', async () => {
    const { node, clocks } = nodes();
    const [one, other] = [node(), node()];
    await times(5, one.guess);
    for (let turn = 0; turn < 5; turn += 1) {
      clocks.pass(1000);
      await one.exchange();
      await other.exchange();
    }
    for (let turn = 0; turn < 5; turn += 1) expect(await other.guess()).toBe(0);
    expect(await other.guess()).toBeGreaterThan(0);
  });

  it('are written down together, and what succeeded meanwhile is not written at all', async () => {
    const { node, written } = nodes();
    const one = node();
    await times(200, one.succeed);
    await one.exchange();
    expect(written()).toBe(0);
    await times(10, one.guess);
    await one.exchange();
    expect(written()).toBe(1);
  });

  it('are taken back on all of them by the right password', async () => {
    const { node } = nodes();
    const [one, other] = [node(), node()];
    await times(9, one.guess);
    await one.exchange();
    await other.exchange();
    expect(await other.succeed()).toBe('attempt');
    await other.exchange();
    await one.exchange();
    for (let turn = 0; turn < 10; turn += 1) expect(await one.guess()).toBe(0);
  });

  it('are known to a node that starts, as old as they are', async () => {
    const { node, clocks } = nodes();
    const one = node();
    await times(12, one.guess);
    await one.exchange();
    clocks.pass(500);
    const late = node();
    await late.exchange();
    expect(await late.guess()).toBe(1);
    clocks.pass(60 * 60_000);
    const later = node();
    await later.exchange();
    expect(await later.guess()).toBe(0);
  });

  it('go on to count where they came while the journal is away, and are told once when it is back', async () => {
    const { node, away, clocks } = nodes();
    const [one, other] = [node(), node()];
    away(true);
    await times(10, one.guess);
    await expect(one.exchange()).rejects.toThrow('away');
    await expect(one.exchange()).rejects.toThrow('away');
    expect(await one.guess()).toBe(1);
    away(false);
    clocks.pass(1000);
    await one.exchange();
    await other.exchange();
    expect(await other.guess()).toBeGreaterThan(0);
  });

  it('are told under names that nobody can read', async () => {
    const { node, stored } = nodes();
    const one = node();
    await one.guess({ username: 'hunter2 typed as a name' });
    await one.exchange();
    const told = JSON.stringify(await stored.since(0, 10));
    for (const text of ['hunter2', '203.0.113']) expect(told).not.toContain(text);
  });

  it('are not made by what stands in the journal and is nothing of theirs', async () => {
    const { node, stored } = nodes();
    for (const [index, document] of [
      '[]',
      '{}',
      '[["login.pairs x",1e9],["other y",1],[1,"2"],null]',
    ].entries())
      await stored.append({ id: `x${index}`, at: noon, document });
    const one = node();
    await one.exchange();
    expect(await one.guess()).toBe(0);
  });
});

loginThrottleContract('in tables that count for all nodes', (steady) => {
  const { tablesOf } = createFailureExchange({
    failureJournal: createMemoryFailureJournal(),
    key,
    random: (bytes) => crypto.getRandomValues(bytes),
    steady,
    wall: new ManualClocks(noon).wall,
  });
  return createMemoryLoginThrottle(steady, tablesOf('login'));
});
