import {
  type DecisionRecord,
  type FoundPrompt,
  newId,
  type SteadyTime,
  steadyTime,
  systemClocks,
  wallTime,
} from '@signet/contracts';
import { aRevocation, openedPlain } from '@signet/contracts/testing';
import { deriveContextKeys } from '@signet/gateway';
import {
  createMemoryFeed,
  createMemoryLedger,
  createMemoryLimiter,
  createMemoryUsedTokens,
  type Limiter,
  nothing,
  type UsedTokens,
} from '@signet/gateway/ports';
import {
  holdsContract,
  ledgerContract,
  limiterContract,
  quotasContract,
  recorderContract,
  revocationFeedContract,
  usedTokensContract,
} from '@signet/gateway/ports/contracts';
import { expect, it } from 'vitest';
import { linkedWorker } from '../testing/linked-worker.ts';

revocationFeedContract(
  'createRemoteFeed',
  openedPlain(() => {
    const memory = createMemoryFeed();
    let sequence = 0;
    return {
      feed: linkedWorker({ feed: memory }).feed,
      append() {
        sequence += 1;
        const entry = { sequence, ...aRevocation() };
        memory.publish(entry);
        return entry;
      },
      beat: () => memory.signOfLife(),
    };
  }),
);

limiterContract('createRemoteLimiter', openedPlain(limiterAtTheTimesOfItsCaller));

holdsContract(
  'createRemoteHolds',
  openedPlain(() => linkedWorker({}).holds),
);

usedTokensContract('createRemoteUsedTokens', openedPlain(usedTokensAtTheTimesOfTheirCaller));

quotasContract(
  'createRemoteQuotas',
  openedPlain(() => linkedWorker({}).quotas),
);

ledgerContract(
  'createRemoteLedger',
  openedPlain(() => {
    const memory = createMemoryLedger(systemClocks.wall);
    return { ...memory, ...linkedWorker({ ledger: memory }).ledger };
  }),
);

recorderContract(
  'createRemoteRecorder',
  openedPlain(() => {
    const records: DecisionRecord[] = [];
    const { recorder } = linkedWorker({ record: (record) => records.push(record) });
    return {
      recorder,
      async arrived() {
        recorder.flush();
        return [...records];
      },
    };
  }),
);

it('learns what is shared with APIs over the channel, and rejects where the primary cannot read it', async () => {
  const shared = [{ audience: 'https://api.example', kid: 'k', algorithm: 'HS256', secret: 's' }] as const;
  expect(await linkedWorker({ readSecrets: async () => shared }).readSecrets()).toEqual(shared);
  const { readSecrets } = linkedWorker({ readSecrets: () => Promise.reject(new Error('s')) });
  await expect(readSecrets()).rejects.toThrow('cannot read its secrets');
});

it('learns the keys of the gateways over the channel, and rejects where the primary cannot tell them', async () => {
  const keys = deriveContextKeys([new Uint8Array(32).fill(7)], wallTime(1_750_000_000_000));
  expect(await linkedWorker({ readContextKeys: async () => keys }).readContextKeys()).toEqual(keys);
  const { readContextKeys } = linkedWorker({ readContextKeys: () => Promise.reject(new Error('s')) });
  await expect(readContextKeys()).rejects.toThrow('cannot tell the keys');
});

it('learns what the configuration of an issuer refers to over the channel, and of nothing else', async () => {
  const known = new Map([['env:PARTNER', ['newest', 'before']]]);
  const { readHanded } = linkedWorker({ readHanded: async (reference) => known.get(reference) ?? [] });
  expect(await readHanded('env:PARTNER')).toEqual(['newest', 'before']);
  expect(await readHanded('env:DATABASE_URL')).toEqual([]);
});

it('finds API keys over the channel, and rejects where the primary cannot look one up', async () => {
  const key = {
    ...{ id: newId('apiKey'), name: 'Nightly export', owner: 'reporting', audience: ['https://api.example'] },
    ...{ scopes: [], roles: [], permissions: [], claims: { tenant: 'acme' }, createdAt: 7 },
  };
  const { findApiKey } = linkedWorker({
    findApiKey: async (hash) => (hash === 'its hash' ? key : undefined),
  });
  expect(await findApiKey('its hash')).toEqual(key);
  expect(await findApiKey('another')).toBeUndefined();
  const away = linkedWorker({ findApiKey: () => Promise.reject(new Error('the disk')) });
  await expect(away.findApiKey('its hash')).rejects.toThrow('could not look the key up');
});

it('rejects where the primary cannot reach its ledger, so that the gateway refuses', async () => {
  const away = { ...createMemoryLedger(() => 0), reserve: () => Promise.reject(new Error('away')) };
  const request = { id: 'one', pages: [], most: nothing, currency: 'USD', leaseFor: 1000, labels: {} };
  await expect(linkedWorker({ ledger: away }).ledger.reserve(request)).rejects.toThrow(
    'could not reach its ledger',
  );
});

it('finds prompts over the channel, and rejects where the primary cannot look one up', async () => {
  const found: FoundPrompt = {
    number: 1,
    stable: {
      ...{ name: 'sum', version: { major: 1, minor: 0 }, at: 7, by: { kind: 'operator' } },
      definition: {
        messages: [{ role: 'user', text: 'Hello' }],
        ...{ variables: {}, optional: [], model: 'gpt', parameters: {}, tests: [] },
      },
    },
  };
  const { findPrompt } = linkedWorker({
    findPrompt: async (name, wanted) => (name === 'sum' && wanted?.major === 1 ? found : undefined),
  });
  expect(await findPrompt('sum', { major: 1 })).toEqual(found);
  expect(await findPrompt('sum')).toBeUndefined();
  const away = linkedWorker({ findPrompt: () => Promise.reject(new Error('the disk')) });
  await expect(away.findPrompt('sum')).rejects.toThrow('could not look the prompt up');
});

it('rejects where the primary could not count, so that the gateway refuses', async () => {
  const { limiter } = linkedWorker({ limiter: { take: () => Promise.reject(new Error('Redis is away.')) } });
  await expect(limiter.take('ada', { count: 1, per: 1000 }, steadyTime(0))).rejects.toThrow(
    'could not count',
  );
  const { holds } = linkedWorker({ holds: { take: () => Promise.reject(new Error('away')) } });
  await expect(holds.take('ada', 1)).rejects.toThrow('could not say');
  const { usedTokens } = linkedWorker({ usedTokens: createMemoryUsedTokens(0) });
  await expect(usedTokens.use('a', 1, steadyTime(0))).rejects.toThrow('could not say');
  const { quotas } = linkedWorker({ quotas: { spend: () => Promise.reject(new Error('away')) } });
  await expect(quotas.spend({ key: 'ada', limit: 1, endsAt: 1 }, wallTime(0))).rejects.toThrow(
    'could not count',
  );
});

/** The primary counts by its own steady clock, which stands here at the time that each call names. */
function limiterAtTheTimesOfItsCaller(): Limiter {
  let now: SteadyTime = steadyTime(0);
  const { limiter } = linkedWorker({ limiter: createMemoryLimiter(), steady: () => now });
  return {
    take(key, limit, time) {
      now = time;
      return limiter.take(key, limit, time);
    },
  };
}

function usedTokensAtTheTimesOfTheirCaller(): UsedTokens {
  let now: SteadyTime = steadyTime(0);
  const { usedTokens } = linkedWorker({ steady: () => now });
  return {
    use(name, milliseconds, time) {
      now = time;
      return usedTokens.use(name, milliseconds, time);
    },
  };
}
