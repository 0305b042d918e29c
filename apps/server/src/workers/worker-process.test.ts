import cluster from 'node:cluster';
import { ManualClocks } from '@signet/contracts/testing';
import {
  createMemoryFeed,
  createMemoryLedger,
  createMemoryLimiter,
  createMemoryQuotaBook,
  QuotaShares,
} from '@signet/gateway/ports';
import { afterEach, expect, it } from 'vitest';
import { createReach } from '../revocations/reach.ts';
import { forkWorker } from './worker-process.ts';

afterEach(() => cluster.setupPrimary({ cwd: process.cwd() }));

it('a gateway process that the system does not start is one that has ended, and takes nothing with it', async () => {
  cluster.setupPrimary({ cwd: '/nowhere/at/all' });
  const reach = createReach(new ManualClocks().steady);
  const unasked = () => {
    throw new TypeError('Nobody was there to ask');
  };
  const { exited, link } = forkWorker(unasked, {
    reach,
    feed: createMemoryFeed(),
    limiter: createMemoryLimiter(),
    quotas: new QuotaShares(createMemoryQuotaBook()),
    ledger: createMemoryLedger(() => 0),
    usedTokens: { use: unasked },
    holds: { take: unasked },
    readOwnDocument: unasked,
    readSecrets: unasked,
    readContextKeys: unasked,
    readHanded: unasked,
    findApiKey: unasked,
    findPrompt: unasked,
    record: unasked,
    keep: unasked,
    reportFault: unasked,
    reportKeys: unasked,
    reportJump: unasked,
    reportUntold: unasked,
    reportChanged: unasked,
    steady: unasked,
    wall: unasked,
  });
  await expect(link.listening).rejects.toThrow('The gateway process has ended');
  await exited;
  const never = new Promise<void>(() => undefined);
  expect(await reach.settled(1, never)).toBe('everywhere');
});
