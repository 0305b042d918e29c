import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { TestGateway, type Wishes } from '../testing/test-gateway.ts';
import { answerAt, eventsAt, TestProvider } from '../testing/test-provider.ts';

let rig: TestGateway;
let provider: TestProvider;
let other: TestProvider;
let token: string;
/** Each test spends as a team of its own. */
let team = 0;

beforeAll(async () => {
  provider = await TestProvider.start();
  other = await TestProvider.start();
  rig = await TestGateway.start();
  rig.gateway.swap(rig.compile(wishes()));
});
beforeEach(async () => {
  team += 1;
  token = await rig.token({ team: `team-${team}` });
});
afterEach(async () => {
  provider.respond = undefined;
  provider.left = () => undefined;
  other.respond = undefined;
  rig.ledger = rig.books;
  rig.faults.splice(0);
  expect(await rig.books.check()).toMatchObject({ open: 0, faults: [] });
});
afterAll(async () => {
  await rig.close();
  await Promise.all([provider.close(), other.close()]);
});

const wishes = (): Wishes => ({
  llm: `
  providers:
    openai: { kind: openai, url: ${provider.url}/v1 }
    claude: { kind: anthropic, url: ${provider.url}, firstEvent: 5s, idle: 5s }
    drained: { kind: openai, url: ${provider.url}/v1, drain: 1m }
    hurried: { kind: openai, url: ${provider.url}/v1, drain: 100ms }
    spare: { kind: openai, url: ${other.url}/v1 }
    local: { kind: openai-compatible, url: ${other.url}/v1 }
  models:
    gpt: { targets: [{ provider: openai, model: gpt-4.1-nano }] }
    sonnet: { targets: [{ provider: claude, model: claude-sonnet-4-5 }] }
    drained: { targets: [{ provider: drained, model: gpt-4.1-nano }] }
    hurried: { targets: [{ provider: hurried, model: gpt-4.1-nano }] }
    both: { retries: 0, targets: [{ provider: claude, model: claude-sonnet-4-5 }, { provider: spare, model: gpt-4.1-nano }] }
    small: { targets: [{ provider: local, model: small, mostOutput: 100 }] }
    vectors: { targets: [{ provider: openai, model: text-embedding-3-small }] }
    pictures: { targets: [{ provider: openai, model: gpt-image-1, mostOutput: 400 }] }
    unbounded: { targets: [{ provider: openai, model: gpt-image-1 }] }`,
  budgets: `
  teams: { most: 0.03 USD, per: day, by: claims.team }
  tokens: { most: 100000 tokens, per: hour, by: claims.team, only: { provider: [claude, openai, spare] } }
  warn: { most: 0.000001 USD, per: day, by: claims.team, soft: true }`,
  routes: `
  - id: models
    match: { methods: [GET, POST], path: '/llm/{rest*}' }
    stripPrefix: /llm
    auth: { issuer: house, audience: https://api.example }
    llm: {}
  - id: priced
    match: { methods: [GET], path: '/priced' }
    auth: { issuer: house, audience: https://api.example }
    price: { call: 0.02 USD }
    upstream: api
  - id: told
    match: { methods: [GET], path: '/told' }
    auth: { issuer: house, audience: https://api.example }
    price: { most: 0.02 USD, header: x-cost }
    upstream: api`,
});

/** On a crowded machine too. */
const soon = { timeout: 20_000 };
const messages = [{ role: 'user', content: 'Hello' }];

function send(body: object, more: Pick<RequestInit, 'signal'> = {}) {
  const asked = JSON.stringify({ messages, max_tokens: 100, ...body });
  return rig.call('/llm/v1/chat/completions', { method: 'POST', body: asked, token, ...more });
}

/** Answered, and written down. */
async function ask(body: object) {
  const before = rig.records.length;
  const answer = await send(body);
  await expect.poll(() => rig.records.length, soon).toBe(before + 1);
  return answer;
}

async function spent(by = 'team'): Promise<ReadonlyMap<string | undefined, number>> {
  const sums = await rig.books.costs({ by, since: 0, until: Number.MAX_SAFE_INTEGER, limit: 1_000 });
  return new Map(sums.map(({ value, micros }) => [value, micros]));
}

const mine = async () => (await spent()).get(`team-${team}`);
const facts = () =>
  rig.records.at(-1)?.steps.flatMap(({ facts: found }) => (found?.mostSpent === undefined ? [] : [found]));

describe('the money of a question', () => {
  it('is reserved before it is asked, and booked as what the answer came to', async () => {
    const { status, headers } = await ask({ model: 'gpt' });
    expect(status).toBe(200);
    expect(await mine()).toBe(147);
    expect(headers.get('signet-budget')).toMatch(
      /^"teams";q=0\.030000;r=0\.0\d{5};u=USD;t=\d+, "tokens";q=100000;r=\d+;u=tokens;t=\d+, "warn";q=0\.000001;r=0\.000000;u=USD;t=\d+;soft$/,
    );
    expect(facts()).toEqual([
      {
        mostSpent: expect.stringMatching(/^0\.0\d{5} USD, \d+ tokens$/),
        budgets: expect.stringContaining('teams 0.0'),
        booked: '0.000147 USD, 379 tokens',
      },
    ]);
    const step = rig.explained().steps.find(({ note }) => note?.includes('Booked'));
    expect(step?.note).toContain('Booked: 0.000147 USD, 379 tokens');
  });

  it('is in the ledger before the provider hears of it', async () => {
    const held: number[] = [];
    provider.respond = async (response, { url }) => {
      held.push((await rig.books.check()).open);
      response.writeHead(200, { 'content-type': 'application/json' }).end(answerAt(url));
    };
    await ask({ model: 'gpt' });
    expect(held).toEqual([1]);
  });

  it('is booked at the end of a stream, by what the provider said', async () => {
    const { status } = await ask({ model: 'sonnet', stream: true });
    expect(status).toBe(200);
    expect(await mine()).toBeGreaterThan(0);
    expect(facts()?.[0]?.booked).toContain('USD');
  });

  it('of a stream that is cut is what was said and heard until then', async () => {
    const whole = eventsAt('/v1/messages');
    provider.respond = (response) => {
      response.writeHead(200, { 'content-type': 'text/event-stream' });
      response.write(whole.slice(0, whole.indexOf('text_delta') + 200), () => response.destroy());
    };
    const before = rig.records.length;
    await expect(send({ model: 'sonnet', stream: true })).rejects.toThrow();
    await expect.poll(() => rig.records.length, soon).toBe(before + 1);
    expect(await mine()).toBeGreaterThan(0);
  });

  it('of a stream that ends with an error is what was counted before it', async () => {
    const whole = eventsAt('/v1/messages');
    const failure = { type: 'error', error: { type: 'overloaded_error', message: 'Overloaded' } };
    provider.respond = (response) => {
      response.writeHead(200, { 'content-type': 'text/event-stream' });
      response.write(whole.slice(0, whole.indexOf('event: content_block_start')));
      response.end(`event: error\ndata: ${JSON.stringify(failure)}\n\n`);
    };
    expect((await ask({ model: 'sonnet', stream: true })).status).toBe(529);
    expect(await mine()).toBeGreaterThan(0);
  });

  it('of a caller who leaves is spent all the same', async () => {
    provider.respond = (response) => {
      response.writeHead(200, { 'content-type': 'text/event-stream' });
      response.write(eventsAt('/v1/messages').slice(0, 1_000));
    };
    const before = rig.records.length;
    const abort = new AbortController();
    const asking = send({ model: 'sonnet', stream: true }, { signal: abort.signal });
    const asked = provider.asked.length;
    await expect.poll(() => provider.asked.length, soon).toBe(asked + 1);
    abort.abort();
    await expect(asking).rejects.toThrow();
    await expect.poll(() => rig.records.length, soon).toBe(before + 1);
    expect(await mine()).toBeGreaterThan(0);
  });

  it('of a whole answer that its caller did not wait for counts as reserved', async () => {
    provider.respond = () => undefined;
    const before = rig.records.length;
    const abort = new AbortController();
    const asked = provider.asked.length;
    const asking = send({ model: 'gpt' }, { signal: abort.signal });
    await expect.poll(() => provider.asked.length, soon).toBe(asked + 1);
    abort.abort();
    await expect(asking).rejects.toThrow();
    await expect.poll(() => rig.records.length, soon).toBe(before + 1);
    const [told] = facts() ?? [];
    expect(told?.booked).toBe(told?.mostSpent);
  });
});

describe('a question of a caller who leaves, to a provider that is heard out', () => {
  async function leaveOnceAsked(model: string): Promise<void> {
    const asked = provider.asked.length;
    const abort = new AbortController();
    const asking = send({ model }, { signal: abort.signal });
    await expect.poll(() => provider.asked.length, soon).toBe(asked + 1);
    abort.abort();
    await expect(asking).rejects.toThrow();
  }

  it('is billed what the provider says at its end', async () => {
    const left = Promise.withResolvers<void>();
    provider.left = () => left.reject(new Error('The provider was left'));
    provider.respond = async (response, { url }) => {
      await left.promise;
      response.writeHead(200, { 'content-type': 'application/json' }).end(answerAt(url));
    };
    const before = rig.records.length;
    await leaveOnceAsked('drained');
    // By then the gateway has heard of it as well.
    await rig.call('/told', { token });
    await expect.poll(() => rig.records.length, soon).toBe(before + 1);
    left.resolve();
    await expect.poll(() => rig.records.length, soon).toBe(before + 2);
    expect(rig.records.at(-1)?.refusal?.code).toBe('client_closed');
    expect(facts()).toMatchObject([{ booked: '0.000147 USD, 379 tokens' }]);
  });

  it('is left where that takes longer than is waited for', async () => {
    const left = Promise.withResolvers<void>();
    provider.left = left.resolve;
    provider.respond = () => undefined;
    const before = rig.records.length;
    await leaveOnceAsked('hurried');
    await left.promise;
    await expect.poll(() => rig.records.length, soon).toBe(before + 1);
    const [told] = facts() ?? [];
    expect(told?.booked).toBe(told?.mostSpent);
  });
});

describe('a question that goes to another', () => {
  it('moves its reservation where the first does not answer, and is billed once', async () => {
    provider.respond = (response) => void response.writeHead(529).end('{}');
    const { headers } = await ask({ model: 'both' });
    expect(headers.get('signet-model')).toBe('spare/gpt-4.1-nano');
    expect(await mine()).toBe(147);
    expect(facts()?.map(({ booked }) => booked)).toEqual(['', '0.000147 USD, 379 tokens']);
  });

  it('is billed by both where the first has begun', async () => {
    const whole = eventsAt('/v1/messages');
    provider.respond = (response) => {
      response.writeHead(200, { 'content-type': 'text/event-stream' });
      response.write(whole.slice(0, whole.indexOf('event: content_block_start')), () => response.destroy());
    };
    const before = (await spent('provider')).get('claude') ?? 0;
    const { status } = await ask({ model: 'both', stream: true });
    expect(status).toBe(200);
    expect((await spent('provider')).get('claude')).toBeGreaterThan(before);
    expect(facts()).toHaveLength(2);
  });

  it('is free again where nobody answers', async () => {
    provider.respond = (response) => void response.writeHead(500).end('{}');
    other.respond = provider.respond;
    expect((await ask({ model: 'both' })).status).toBe(500);
    expect(await mine()).toBeUndefined();
  });
});

describe('a budget', () => {
  it('refuses what it has no room for, and nobody is asked', async () => {
    const asked = provider.asked.length;
    const { status, text, headers } = await ask({ model: 'sonnet', max_tokens: 10_000 });
    expect([status, JSON.parse(text).error.code]).toEqual([429, 'budget_exhausted']);
    expect(text).toContain('teams');
    expect(Number(headers.get('retry-after'))).toBeGreaterThan(0);
    expect(headers.get('signet-budget')).toMatch(/^"teams";q=0\.030000;r=0\.030000;u=USD/);
    expect(headers.get('x-should-retry')).toBe('false');
    expect(provider.asked).toHaveLength(asked);
    expect(await mine()).toBeUndefined();
  });

  it('leaves the question to another that it has room for', async () => {
    const { status, headers } = await ask({ model: 'both', max_tokens: 10_000 });
    expect([status, headers.get('signet-model')]).toEqual([200, 'spare/gpt-4.1-nano']);
  });

  it('is never passed, however many come at once', async () => {
    const many = 20;
    const held = Promise.withResolvers<void>();
    provider.respond = async (response, { url }) => {
      await held.promise;
      response.writeHead(200, { 'content-type': 'application/json' }).end(answerAt(url));
    };
    const asked = provider.asked.length;
    const before = rig.records.length;
    let refused = 0;
    const all = Array.from({ length: many }, async () => {
      const { status } = await send({ model: 'sonnet' });
      if (status === 429) refused += 1;
      return status;
    });
    await expect.poll(() => provider.asked.length - asked + refused, soon).toBe(many);
    const passed = provider.asked.length - asked;
    held.resolve();
    const statuses = await Promise.all(all);
    await expect.poll(async () => (await rig.books.check()).open, soon).toBe(0);
    await expect.poll(() => rig.records.length, soon).toBe(before + many);
    const reserved = rig.records
      .slice(before)
      .flatMap(({ steps }) => steps.flatMap(({ facts: found }) => found?.mostSpent ?? []));
    expect(reserved).toHaveLength(passed);
    expect(reserved.reduce((sum, each) => sum + Number.parseFloat(each), 0)).toBeLessThanOrEqual(0.03);
    expect(passed).toBeGreaterThan(0);
    expect(passed).toBeLessThan(10);
    expect(statuses.filter((status) => status === 200)).toHaveLength(passed);
    expect(await mine()).toBe(passed * 471);
  });

  it('is of another holder another one', async () => {
    const elsewhere = await rig.token({ team: 'another' });
    await ask({ model: 'gpt' });
    const body = JSON.stringify({ messages, max_tokens: 100, model: 'gpt' });
    const { headers } = await rig.call('/llm/v1/chat/completions', {
      method: 'POST',
      body,
      token: elsewhere,
    });
    const { headers: again } = await ask({ model: 'gpt' });
    const left = (told: Headers) => Number(/r=([\d.]+)/.exec(told.get('signet-budget') ?? '')?.[1]);
    expect(left(again)).toBeCloseTo(left(headers) - 0.000147, 6);
  });

  it('refuses what nothing bounds, and what has no price', async () => {
    const unbounded = await ask({ model: 'gpt', max_tokens: undefined });
    expect([unbounded.status, JSON.parse(unbounded.text).error.code]).toEqual([400, 'cost_unknown']);
    const unpriced = await ask({ model: 'small' });
    expect([unpriced.status, JSON.parse(unpriced.text).error.code]).toEqual([400, 'cost_unknown']);
  });
});

describe('what is asked beside answers', () => {
  async function wish(path: string, body: object) {
    const before = rig.records.length;
    const answer = await rig.call(`/llm/v1${path}`, { method: 'POST', body: JSON.stringify(body), token });
    await expect.poll(() => rig.records.length, soon).toBe(before + 1);
    return answer;
  }
  const answers = (body: object) => {
    const held: number[] = [];
    provider.respond = async (response) => {
      held.push((await rig.books.check()).open);
      response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(body));
    };
    return held;
  };

  it('is reserved before it is asked, and booked by what was counted', async () => {
    const held = answers({ data: [], usage: { prompt_tokens: 500, total_tokens: 500 } });
    const { status, headers } = await wish('/embeddings', { model: 'vectors', input: 'Hello' });
    expect([status, held, headers.get('signet-budget')?.slice(0, 7)]).toEqual([200, [1], '"teams"']);
    expect(await mine()).toBe(10);
  });

  it('is refused where it has no room, and nobody is asked', async () => {
    const asked = provider.asked.length;
    const { status, text } = await wish('/embeddings', { model: 'vectors', input: 'a'.repeat(120_000) });
    expect([status, JSON.parse(text).error.code]).toEqual([429, 'budget_exhausted']);
    const pictures = await wish('/images/generations', { model: 'pictures', prompt: 'A cat', n: 10 });
    expect(pictures.status).toBe(429);
    const unbounded = await wish('/images/generations', { model: 'unbounded', prompt: 'A cat' });
    expect([unbounded.status, JSON.parse(unbounded.text).error.code]).toEqual([400, 'cost_unknown']);
    expect(provider.asked).toHaveLength(asked);
  });

  it('counts as reserved where it had a price, and nobody said what it came to', async () => {
    answers({ data: [] });
    expect((await wish('/images/generations', { model: 'pictures', prompt: 'A cat' })).status).toBe(200);
    const [told] = facts() ?? [];
    expect(told?.booked).toBe(told?.mostSpent);
    expect(await mine()).toBeGreaterThan(20_000);
  });

  it('costs nothing where nothing is charged for it, and needs no room', async () => {
    answers({ results: [] });
    const { status, headers } = await wish('/moderations', { model: 'gpt', input: 'a'.repeat(200_000) });
    expect([status, headers.get('signet-budget')]).toEqual([200, null]);
    expect(await mine()).toBeUndefined();
  });
});

describe('a ledger that is away', () => {
  const away = () => Promise.reject(new Error('away'));

  it('has nobody asked', async () => {
    rig.ledger = { ...rig.books, reserve: away };
    const asked = provider.asked.length;
    const { status, text } = await ask({ model: 'gpt' });
    expect([status, JSON.parse(text).error.code]).toEqual([503, 'ledger_unavailable']);
    expect(provider.asked).toHaveLength(asked);
  });

  it('is not taken for one that has room where it forgot what was reserved', async () => {
    rig.ledger = { ...rig.books, reserve: async () => ({ kind: 'closed' }) };
    const asked = provider.asked.length;
    expect((await ask({ model: 'gpt' })).status).toBe(503);
    expect(provider.asked).toHaveLength(asked);
  });

  it('costs nobody an answer that was paid for; its operator is told, and it is booked once it is back', async () => {
    let isAway = true;
    rig.ledger = {
      ...rig.books,
      settle: (id, settlement) => (isAway ? away() : rig.books.settle(id, settlement)),
    };
    expect((await ask({ model: 'gpt' })).status).toBe(200);
    expect([rig.faults.length, await mine()]).toEqual([1, undefined]);
    isAway = false;
    await ask({ model: 'gpt' });
    expect(await mine()).toBe(2 * 147);
  });
});

describe('a call that has a price', () => {
  const get = async (path: string) => {
    const before = rig.records.length;
    const answer = await rig.call(path, { token });
    await expect.poll(() => rig.records.length, soon).toBe(before + 1);
    return answer;
  };

  it('is of the same budgets', async () => {
    rig.upstream.answer = (_, response) => void response.end('ok');
    const { status, headers } = await get('/priced');
    expect([status, headers.get('signet-budget')?.split(';')[0]]).toEqual([200, '"teams"']);
    expect(await mine()).toBe(20_000);
    const refused = await get('/priced');
    expect([refused.status, JSON.parse(refused.text).code]).toEqual([429, 'budget_exhausted']);
    expect(await mine()).toBe(20_000);
  });

  it('costs nothing where its upstream fails', async () => {
    rig.upstream.answer = (_, response) => void response.writeHead(503).end();
    await get('/priced');
    expect(await mine()).toBeUndefined();
  });

  it('may say itself what it was', async () => {
    rig.upstream.answer = (_, response) => void response.writeHead(200, { 'x-cost': '0.0125' }).end('ok');
    await get('/told');
    expect(await mine()).toBe(12_500);
  });
});

describe('an answer that is not booked yet', () => {
  it('holds no place of its caller, whatever was asked', async () => {
    const gateway = '  maxConcurrentRequests: 1\n  maxConcurrentStreams: 1\n  maxAddressShare: 100%';
    rig.gateway.swap(rig.compile({ ...wishes(), gateway }));
    const taken = Promise.withResolvers<void>();
    rig.ledger = {
      ...rig.books,
      settle: (id, settlement) => taken.promise.then(() => rig.books.settle(id, settlement)),
      book: (request, settlement) => taken.promise.then(() => rig.books.book(request, settlement)),
    };
    rig.upstream.answer = (_, response) => void response.end('ok');
    const before = rig.records.length;
    const vectors = JSON.stringify({ data: [], usage: { prompt_tokens: 5, total_tokens: 5 } });
    const plain = JSON.stringify({ model: 'vectors', input: 'Hello' });
    const embed = () => {
      provider.respond = (response) => {
        response.writeHead(200, { 'content-type': 'application/json' }).end(vectors);
        provider.respond = undefined;
      };
      return rig.call('/llm/v1/embeddings', { method: 'POST', body: plain, token });
    };
    try {
      const statuses: number[] = [];
      for (const ask of [
        () => send({ model: 'gpt' }),
        () => send({ model: 'sonnet', stream: true }),
        embed,
        () => rig.call('/priced', { token }),
        () => send({ model: 'gpt' }),
      ])
        statuses.push((await ask()).status);
      expect(statuses).toEqual([200, 200, 200, 200, 200]);
      expect([rig.records.length, (await rig.books.check()).open]).toEqual([before, 5]);
    } finally {
      taken.resolve();
    }
    await expect.poll(() => rig.records.length, soon).toBe(before + 5);
  });
});
