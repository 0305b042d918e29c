import type { ServerResponse } from 'node:http';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { createMemoryHolds } from '../ports/index.ts';
import { TestGateway } from '../testing/test-gateway.ts';

const auth = '{ issuer: house, audience: https://api.example }';
const routes = `
  - id: few
    match: { methods: [GET], path: /few }
    auth: ${auth}
    limit: [{ concurrent: 2, by: claims.sub }, { rate: 10/s }]
    upstream: api
  - id: one
    match: { methods: [GET], path: /one }
    public: true
    limit: [{ concurrent: 1 }]
    upstream: api`;

let rig: TestGateway;
const waiting: ServerResponse[] = [];
beforeAll(async () => {
  rig = await TestGateway.start({ routes });
  rig.upstream.answer = (_, response) => waiting.push(response);
});
afterAll(() => rig.close());

interface Begun {
  readonly status: Promise<number>;
}

/** A call that has reached the upstream, which has not answered. */
async function begin(path: string, sub: string | undefined, signal?: AbortSignal): Promise<Begun> {
  const before = waiting.length;
  const token = await rig.token({ sub });
  const call = rig.call(path, { token, ...(signal === undefined ? {} : { signal }) });
  const status = call.then(
    (answer) => answer.status,
    () => 0,
  );
  await vi.waitUntil(() => waiting.length > before);
  return { status };
}

async function statuses(begun: readonly Begun[]): Promise<readonly number[]> {
  return Promise.all(begun.map(({ status }) => status));
}

async function answerAll(): Promise<void> {
  for (const response of waiting.splice(0)) response.end('ok');
  await vi.waitUntil(() => rig.gateway.status().inFlight === 0);
}

describe('how many requests may be in progress at once', () => {
  it('is counted for each value of a claim, and a place is given back with the answer', async () => {
    const first = [await begin('/few', 'usr_ada'), await begin('/few', 'usr_ada')];
    const { status, headers, text } = await rig.call('/few', { token: await rig.token({ sub: 'usr_ada' }) });
    expect([status, headers.get('retry-after')]).toEqual([429, '1']);
    expect(JSON.parse(text)).toMatchObject({
      code: 'concurrency_limited',
      variant: 'route',
      expected: 'at most 2 at once for each sub',
    });
    expect(rig.explained().steps.find(({ step }) => step === 'limit')).toMatchObject({
      outcome: 'refused',
      note: expect.stringContaining('At most 2 at once for each claims.sub'),
    });
    const other = await begin('/few', 'usr_bob');
    await answerAll();
    expect(await statuses([...first, other])).toEqual([200, 200, 200]);
    const again = await begin('/few', 'usr_ada');
    await answerAll();
    expect(await statuses([again])).toEqual([200]);
  });

  it('counts everybody together where nobody is named, with a token or without', async () => {
    const first = await begin('/one', 'usr_ada');
    expect((await rig.refusal('/one')).code).toBe('concurrency_limited');
    await answerAll();
    expect(await statuses([first])).toEqual([200]);
  });

  it('has its place back when the client leaves, and when another limit refuses', async () => {
    const leaving = new AbortController();
    const left = [
      await begin('/few', 'usr_eve', leaving.signal),
      await begin('/few', 'usr_eve', leaving.signal),
    ];
    leaving.abort();
    expect(await statuses(left)).toEqual([0, 0]);
    waiting.length = 0;
    await vi.waitUntil(() => rig.gateway.status().inFlight === 0);
    rig.limiter = () => ({ admitted: false, retryAfterMs: 1000 });
    for (let call = 0; call < 5; call += 1) {
      const token = await rig.token({ sub: 'usr_eve' });
      expect((await rig.refusal('/few', { token })).code).toBe('rate_limited');
    }
    rig.limiter = () => ({ admitted: true, remaining: 1 });
    const again = [await begin('/few', 'usr_eve'), await begin('/few', 'usr_eve')];
    await answerAll();
    expect(await statuses(again)).toEqual([200, 200]);
  });

  it('counts all without the claim as one', async () => {
    const begun = [await begin('/few', undefined), await begin('/few', undefined)];
    const token = await rig.token({ sub: undefined });
    expect((await rig.refusal('/few', { token })).code).toBe('concurrency_limited');
    await answerAll();
    expect(await statuses(begun)).toEqual([200, 200]);
  });

  it('is refused where nobody can count, and gives back what it holds by then', async () => {
    const own = createMemoryHolds();
    const token = await rig.token({ sub: 'usr_zoe' });
    rig.holds = { take: async (name, most) => own.take(name, most) };
    const held = await begin('/few', 'usr_zoe');
    expect(own.taken).toBe(1);
    for (const take of [() => Promise.reject(new Error('away')), () => expect.unreachable()]) {
      rig.holds = { take };
      expect(await rig.refusal('/few', { token })).toMatchObject({
        status: 503,
        code: 'limiter_unavailable',
      });
    }
    rig.holds = { take: async (name, most) => own.take(name, most) };
    rig.limiter = () => Promise.reject(new Error('away'));
    expect((await rig.refusal('/few', { token })).code).toBe('limiter_unavailable');
    rig.limiter = () => ({ admitted: true, remaining: 1 });
    await answerAll();
    expect(await statuses([held])).toEqual([200]);
    await vi.waitUntil(() => own.taken === 0);
  });
});
