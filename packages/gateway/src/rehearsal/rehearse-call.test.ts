import {
  type KeptCall,
  type LlmConfiguration,
  newId,
  type RehearseRequest,
  steadyTime,
  wallTime,
} from '@signet/contracts';
import { describe, expect, it } from 'vitest';
import { createMemoryLedger } from '../ports/index.ts';
import { createRehearseCall } from './rehearse-call.ts';

const noon = Date.UTC(2026, 10, 30, 12);
const provider = { connectTimeout: 1, firstEvent: 1, idle: 1, whole: 1 };
const target = (name: string, model: string) => ({
  ...{ strategy: 'priority' as const, retries: 1 },
  targets: [{ provider: name, model, weight: 1, lacks: [] }],
});
const llm: LlmConfiguration = {
  providers: {
    priced: { kind: 'openai', url: 'https://priced.example/v1', prices: 'openai', ...provider },
    given: {
      ...{ kind: 'openai', url: 'https://given.example/v1', prices: 'openai', keptKey: 'added:given:a' },
      ...provider,
    },
    free: { kind: 'openai-compatible', url: 'https://free.example/v1', ...provider },
  },
  models: { nano: target('priced', 'gpt-4.1-nano'), local: target('free', 'small') },
};

const question = {
  model: 'gpt',
  messages: [{ role: 'user', content: 'The weather of [EMAIL]?' }],
  max_tokens: 100,
  tools: [
    { type: 'function', function: { name: 'weather', parameters: { type: 'object', required: ['city'] } } },
  ],
};
const kept: KeptCall = {
  ...{ reference: newId('reference'), at: noon, forgetAt: noon + 1000, route: 'models', protocol: 'chat' },
  ...{ asked: 'gpt', provider: 'old', model: 'gpt-5.6', took: 800 },
  question: JSON.stringify(question),
  answer: { text: '', calls: [{ name: 'weather', arguments: '{"city":"Bern"}' }], end: 'whole' },
};
const request: RehearseRequest = {
  ...{ rehearsal: 'r'.repeat(16), begunAt: noon, most: 1_000_000, currency: 'USD', to: 'nano' },
  reference: kept.reference,
};

const calling = (json: string) =>
  Response.json({
    ...{ id: 'a', object: 'chat.completion', created: 1, model: 'm' },
    choices: [
      {
        index: 0,
        message: {
          ...{ role: 'assistant', content: null },
          tool_calls: [{ id: 'c', type: 'function', function: { name: 'weather', arguments: json } }],
        },
        finish_reason: 'tool_calls',
      },
    ],
    usage: { prompt_tokens: 10, completion_tokens: 5, total_tokens: 15 },
  });

function rehearser(answer: () => Response) {
  const asked: string[] = [];
  const ledger = createMemoryLedger(() => noon);
  const run = createRehearseCall({
    llm: () => llm,
    ledger,
    readHanded: async (words) => (words === 'added:given:a' ? ['sk-given'] : []),
    askServer: () => expect.fail('No token is asked for here.'),
    now: () => ({ wall: wallTime(noon), steady: steadyTime(0) }),
    fetch: async (_, init) => {
      asked.push(String(init?.body));
      return answer();
    },
  });
  return { run, asked, ledger };
}

describe('a rehearsed call', () => {
  it('is asked of the candidate, priced, booked and judged', async () => {
    const { run, asked, ledger } = rehearser(() => calling('{"city": "Bern"}'));
    const rehearsed = await run(kept, request);
    expect(rehearsed).toMatchObject({
      ...{ verdict: 'as-good', findings: [], before: { model: 'gpt-5.6', took: 800 } },
      after: { provider: 'priced', model: 'gpt-4.1-nano', input: 10, output: 5, currency: 'USD' },
    });
    expect(JSON.parse(asked[0] ?? '')).toMatchObject({ model: 'gpt-4.1-nano' });
    const sums = await ledger.costs({ by: 'rehearsal', since: 0, until: noon + 1, limit: 5 });
    expect(sums).toMatchObject([{ value: request.rehearsal, micros: rehearsed?.after?.costMicros }]);
    expect((await ledger.check()).faults).toEqual([]);
  });

  it.each([
    ['{"town":"Bern"}', 'worse', ['arguments', 'other-arguments']],
    ['{"city":"Basel"}', 'look', ['other-arguments']],
  ])('that calls with %s is judged %s', async (json, verdict, findings) => {
    const { run } = rehearser(() => calling(json));
    expect(await run(kept, request)).toMatchObject({ verdict, findings });
  });

  it('is asked no more once its rehearsal has no money, and twice never', async () => {
    const { run, asked } = rehearser(() => calling('{"city":"Bern"}'));
    expect(await run(kept, { ...request, most: 1 })).toMatchObject({
      verdict: 'not-asked',
      because: 'budget',
    });
    expect(asked).toEqual([]);
    await run(kept, request);
    expect(await run(kept, request)).toMatchObject({ because: 'asked-before' });
    expect(asked).toHaveLength(1);
  });

  it.each([
    ['whose price nobody knows', { to: 'local' }, 'unpriced'],
    ['whose price is in another currency', { currency: 'EUR' }, 'other-currency'],
  ])('is not asked of a model %s', async (_, more, because) => {
    const { run, asked } = rehearser(() => calling('{}'));
    expect(await run(kept, { ...request, ...more })).toMatchObject({ because });
    expect(asked).toEqual([]);
  });

  it('that fails tells nothing of what the provider says, and frees what was reserved', async () => {
    const { run, ledger } = rehearser(() => new Response('the key sk-1 is none', { status: 401 }));
    const rehearsed = await run(kept, request);
    expect(rehearsed).toMatchObject({ verdict: 'failed', failure: 'was answered with the status 401' });
    expect(JSON.stringify(rehearsed)).not.toContain('sk-1');
    expect(await ledger.check()).toMatchObject({ open: 0, faults: [] });
  });

  it('is nothing for a model that there is not', async () => {
    const { run, asked } = rehearser(() => calling('{}'));
    for (const to of ['toString', 'priced/gpt-4.1-nano', 'toString/a', 'given/'])
      expect(await run(kept, { ...request, to })).toBeUndefined();
    expect(asked).toEqual([]);
  });

  it('is asked of a provider that was added by command, by its key', async () => {
    const { run, asked } = rehearser(() => calling('{"city":"Bern"}'));
    const rehearsed = await run(kept, { ...request, to: 'given/gpt-4.1-nano' });
    expect(rehearsed).toMatchObject({ verdict: 'as-good', after: { provider: 'given' } });
    expect(JSON.parse(asked[0] ?? '')).toMatchObject({ model: 'gpt-4.1-nano' });
  });

  it('runs no expression of a caller', async () => {
    const { run } = rehearser(() => calling(`{"city":"${'a'.repeat(3000)}!"}`));
    const parameters = { type: 'object', properties: { city: { pattern: '^(a+)+$' } } };
    const tools = [{ type: 'function', function: { name: 'weather', parameters } }];
    const hostile = { ...kept, question: JSON.stringify({ ...question, tools }) };
    expect(await run(hostile, request)).toMatchObject({ verdict: 'look', findings: ['other-arguments'] });
  });
});
