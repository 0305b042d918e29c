import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { Denial } from './denial.ts';
import { stepRecords } from './recording/step-records.ts';
import { TestGateway } from './testing/test-gateway.ts';
import { notNeeded, Trace } from './trace.ts';

const protectedBy = 'auth: { issuer: house, audience: https://api.example';
const routes = `
  - { id: read, match: { methods: [GET], path: /read }, ${protectedBy}, scopes: [demo:read] }, upstream: api }
  - { id: plain, match: { methods: [GET], path: /plain }, ${protectedBy} }, upstream: api }
  - { id: open, public: true, match: { methods: [GET, POST], path: /open }, upstream: api }
  - { id: half, public: true, match: { methods: [GET], path: /half }, upstream: half-dead }
  - id: limited
    public: true
    match: { methods: [GET], path: /limited }
    limit: [{ rate: 100/s }, { rate: 10/m, by: address }]
    upstream: api`;

let rig: TestGateway;
beforeAll(async () => {
  rig = await TestGateway.start();
  rig.gateway.swap(
    rig.compile({
      gateway: '  maxBodyBytes: 1KiB',
      routes,
      upstreams: `
  api: { targets: [{ url: ${rig.upstream.url} }] }
  half-dead: { targets: [{ url: http://127.0.0.1:1, weight: 9 }, { url: ${rig.upstream.url} }] }`,
    }),
  );
});
afterEach(() => {
  rig.upstream.answer = undefined;
  rig.limiter = () => ({ admitted: true, remaining: 1 });
});
afterAll(() => rig.close());

/** What a person reads of each time that the step was taken for the last request. */
function told(step: string): string[] {
  const taken = rig.explained().steps.filter((one) => one.step === step);
  return taken.map(({ word, note }) => (note === undefined ? word : `${word}: ${note}`));
}

describe('the explanation of a request', () => {
  it('tells a signature that was checked from one that is remembered, and with which key', async () => {
    const token = await rig.token();
    const signed = `yes: Signed by ${rig.issuer.url} with ES256, key first; the signature was`;
    await rig.call('/read', { token });
    expect(told('verify-token')).toEqual([`${signed} checked for this request`]);
    await rig.call('/read', { token });
    expect(told('verify-token')).toEqual([`${signed} remembered from an earlier request`]);
    expect(rig.records.at(-1)?.steps[3]?.facts).toMatchObject({ remembered: true, kid: 'first' });
  });

  it('says how old the news was by which nothing is revoked', async () => {
    const token = await rig.token();
    rig.now += 2_500;
    await rig.call('/read', { token });
    expect(told('check-revocation')).toEqual(['yes: Not revoked, by news 2.5 s old']);
    rig.feed.listener?.upToDate(0);
  });

  it('does not say of a step that had nothing to do that it let the request pass', async () => {
    await rig.call('/plain', { token: await rig.token() });
    expect(told('authorize')).toEqual(['not needed: The route asks for no scope and no role']);
    expect(told('limit')).toEqual(['not needed: The route has no limit']);
    await rig.call('/open');
    for (const step of ['extract-token', 'verify-token', 'check-revocation', 'authorize'])
      expect(told(step)).toEqual(['not needed: The route is public']);
  });

  it('names every budget, what is left of it, and the one that was spent', async () => {
    rig.limiter = (key) =>
      key.includes(':address:') ? { admitted: false, retryAfterMs: 1 } : { admitted: true, remaining: 99 };
    await rig.call('/limited');
    expect(told('limit')).toEqual([
      'yes: 99 left of 100 in 1 s for the whole route',
      'refused: A budget of 10 in 60 s for each address. Too many requests came in too short a time.',
    ]);
    rig.limiter = () => ({ admitted: true, remaining: 7 });
    await rig.call('/limited');
    expect(told('limit').at(-1)).toBe('yes: 7 left of 10 in 60 s for each address');
  });

  it('has each attempt at the upstream, with its target and what came of it', async () => {
    const target = new URL(rig.upstream.url).host;
    const answers = await Promise.all(Array.from({ length: 4 }, () => rig.call('/half')));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
    const notes = rig.records
      .slice(-4)
      .map(({ steps }) =>
        steps
          .filter(({ step }) => step === 'forward')
          .map(({ facts, outcome, note }) => ({ ...facts, outcome, note })),
      );
    expect(notes).toContainEqual([
      {
        ...{ attempt: 1, upstream: 'half-dead', target: '127.0.0.1:1' },
        ...{ outcome: 'failed', failure: 'unreachable', note: undefined },
      },
      { attempt: 2, upstream: 'half-dead', target, status: 200, outcome: 'ok', note: undefined },
    ]);
  });

  it('has what was done before a request turned out to be refused at its beginning', async () => {
    rig.upstream.answer = () => undefined;
    const chunk = `400\r\n${'a'.repeat(1024)}\r\n`;
    await rig.raw(
      `POST /open HTTP/1.1\r\nHost: a\r\nConnection: close\r\nTransfer-Encoding: chunked\r\n\r\n${chunk}${chunk}0\r\n\r\n`,
    );
    expect(rig.records.at(-1)?.refusal?.code).toBe('body_too_large');
    expect(told('read-request')).toEqual(['refused: The body is larger than this gateway accepts.']);
    expect(told('match-route')).toEqual(['yes: Route open']);
    expect(told('forward')).toEqual([`failed: api at ${new URL(rig.upstream.url).host} did not answer`]);
  });

  it('says nothing of who called', async () => {
    await rig.call('/read', { token: await rig.token({ sub: 'usr_eve', jti: 'jti_eve', sid: 'ses_eve' }) });
    expect(JSON.stringify(rig.records.at(-1)?.steps)).not.toMatch(/eve/);
  });
});

describe('the steps of a record', () => {
  const route = { id: 'demo' } as never;

  it('are those that told of themselves; of the others none is said to have passed', () => {
    const trace = new Trace();
    trace.tell({ step: 'match-route', route, path: '/' });
    trace.tell(notNeeded('no-limit', 'limit'));
    const outcomes = stepRecords(trace, undefined, 200).map(({ step, outcome }) => `${step}: ${outcome}`);
    expect(outcomes).toEqual([
      'match-route: ok',
      'limit: not-needed',
      ...['read-request', 'extract-token', 'verify-token', 'check-revocation', 'authorize', 'forward'].map(
        (step) => `${step}: not-reached`,
      ),
    ]);
  });

  it('have a step twice that was taken twice, and the denial at the later one', () => {
    const trace = new Trace();
    const asks = { scope: 'a', roles: [], permissions: [], conditions: [] } as never;
    trace.tell({ step: 'authorize', route: asks, broken: undefined });
    trace.tell({ step: 'authorize', route: asks, broken: undefined });
    const denial = new Denial('authorize', { code: 'scope_missing', sentence: 'No.' });
    const taken = stepRecords(trace, denial, 403).filter(({ step }) => step === 'authorize');
    expect(taken.map(({ outcome }) => outcome)).toEqual(['ok', 'refused']);
  });

  it('do not take a budget for passed that has not answered yet', () => {
    const trace = new Trace();
    const limit = { budget: { count: 1, per: 1 }, by: { kind: 'route' }, name: 'route', prefix: '' } as const;
    trace.tell({ step: 'limit', limit, left: undefined });
    const denial = new Denial('read-request', { code: 'request_timeout', sentence: 'Late.' });
    const limited = stepRecords(trace, denial, 408).find(({ step }) => step === 'limit');
    expect(limited?.outcome).toBe('refused');
  });
});
