import { ManualClocks } from '@signet/contracts/testing';
import { expect, it } from 'vitest';
import { modelKeysOf } from '../compiled-llm.ts';
import { modelKeyStatus } from './model-key-status.ts';
import { Standings } from './standings.ts';

const times = { connectTimeout: 1, firstEvent: 1, idle: 1, whole: 1 };
const env = (name: string) => ({ kind: 'env', name }) as const;
const target = (provider: string, model: string) => ({ provider, model, weight: 1, lacks: [] });

it('each key is told once for each model, with how it stands, and never the key', () => {
  const clocks = new ManualClocks();
  const standings = new Standings();
  const keys = modelKeysOf({
    providers: {
      a: {
        ...{ kind: 'openai', url: 'https://a.example/v1', ...times },
        keys: [
          { key: env('A1'), weight: 1 },
          { key: env('A2'), weight: 1, off: true },
        ],
      },
      open: { kind: 'openai', url: 'https://b.example/v1', ...times },
    },
    models: {
      one: { strategy: 'priority', retries: 1, targets: [target('a', 'm'), target('open', 'm')] },
      same: { strategy: 'priority', retries: 1, targets: [target('a', 'm')] },
    },
  });
  const first = standings.key('a', 'env:A1', 'm');
  first.read('a-key-of-nobody');
  first.struck('cooling', 7_000, clocks.steady());
  const told = modelKeyStatus(keys, standings, clocks.wall(), clocks.steady());
  expect(told).toMatchObject([
    { provider: 'a', model: 'm', name: 'key 1', reference: 'env:A1', state: 'cooling', restsFor: 7_000 },
    { provider: 'a', model: 'm', name: 'key 2', reference: 'env:A2', state: 'off' },
  ]);
  expect(told).toHaveLength(2);
  expect(JSON.stringify(told)).not.toContain('a-key-of-nobody');
});
