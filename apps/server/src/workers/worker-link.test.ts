import { demoConfiguration, readConfiguration } from '@signet/contracts';
import { ManualClocks } from '@signet/contracts/testing';
import {
  createMemoryFeed,
  createMemoryHolds,
  createMemoryLedger,
  createMemoryLimiter,
  createMemoryQuotaBook,
  type Holds,
  QuotaShares,
} from '@signet/gateway/ports';
import { expect, it } from 'vitest';
import type { LoadedConfiguration } from '../configuration/read-file.ts';
import { createReach } from '../revocations/reach.ts';
import type { FromWorker, ToWorker } from './messages.ts';
import { linkWorker } from './worker-link.ts';

function loadedDemo(): LoadedConfiguration {
  const reading = readConfiguration(demoConfiguration({ echoPort: 1, gatewayOrigin: 'http://localhost:1' }), {
    fileName: 'signet.yaml',
  });
  if (!reading.ok) throw new TypeError('The demo has errors.');
  return { configuration: reading.configuration, version: '1', warnings: [] };
}

/** A gateway process that answers as it is told. */
function linkTo(
  answer: (message: ToWorker) => FromWorker | 'nothing',
  changed: string[] = [],
  holds: Holds = createMemoryHolds(),
) {
  const asked: ToWorker['kind'][] = [];
  let hear: (message: FromWorker) => void = () => undefined;
  const unasked = () => {
    throw new TypeError('Nobody was there to ask');
  };
  const link = linkWorker(
    {
      send(message) {
        asked.push(message.kind);
        const answered = answer(message);
        if (answered !== 'nothing') hear(answered);
      },
      receive(handle) {
        hear = handle;
      },
    },
    unasked,
    {
      feed: createMemoryFeed(),
      reach: createReach(new ManualClocks().steady),
      limiter: createMemoryLimiter(),
      quotas: new QuotaShares(createMemoryQuotaBook()),
      ledger: createMemoryLedger(() => 0),
      usedTokens: { use: unasked },
      holds,
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
      reportChanged: (resource) => void changed.push(resource),
      steady: unasked,
      wall: unasked,
    },
  );
  link.listening.catch(() => undefined);
  return { link, asked, say: (message: FromWorker) => hear(message) };
}

it('a gateway process is asked whether it could take a configuration over, and may say why not', async () => {
  const answers = ['too deep for this process', undefined];
  const { link, asked } = linkTo((message) => {
    const problem = answers.shift();
    return message.kind === 'trial'
      ? { kind: 'done', request: message.request, ...(problem === undefined ? {} : { problem }) }
      : 'nothing';
  });
  await expect(link.prepare(loadedDemo())).rejects.toThrow('too deep for this process');
  await link.prepare(loadedDemo());
  expect(asked).toEqual(['trial', 'trial']);
});

it('a gateway process that is gone holds no places any more', async () => {
  const holds = createMemoryHolds();
  const { link, asked, say } = linkTo(() => 'nothing', [], holds);
  say({ kind: 'hold', request: 1, name: 'few', most: 1 });
  await expect.poll(() => asked).toEqual(['holdAnswer']);
  expect(holds.taken).toBe(1);
  link.gone();
  expect(holds.taken).toBe(0);
});

it('a gateway process that ends over it has not taken it over', async () => {
  const { link } = linkTo(() => 'nothing');
  const trial = link.prepare(loadedDemo());
  link.gone();
  await expect(trial).rejects.toThrow('has ended');
});

it('a gateway process forgets answers when told, and says how many', async () => {
  const { link } = linkTo((message) =>
    message.kind === 'purge' && message.order.route === 'orders'
      ? { kind: 'purged', request: message.request, purged: { purged: 3, keeps: true } }
      : 'nothing',
  );
  expect(await link.purge({ route: 'orders', path: '/orders/7' })).toEqual({ purged: 3, keeps: true });
  const never = link.purge({ route: 'others' });
  link.gone();
  await expect(never).rejects.toThrow('has ended');
});

it('what one gateway process changed is told, and others are told of it', () => {
  const changed: string[] = [];
  const { link, asked, say } = linkTo(() => 'nothing', changed);
  say({ kind: 'changed', resource: 'api.example/orders/7' });
  link.changed('api.example/orders/8');
  expect([changed, asked]).toEqual([['api.example/orders/7'], ['changed']]);
});
