import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { steadyTime } from '@signet/contracts';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { RecordBudget } from './recording/record-budget.ts';
import { TestGateway } from './testing/test-gateway.ts';

let rig: TestGateway;
beforeAll(async () => {
  rig = await TestGateway.start();
});
beforeEach(() => {
  rig.records.length = 0;
});
afterAll(() => rig.close());

const outcomes = () => rig.records[0]?.steps.map(({ step, outcome }) => `${step}: ${outcome}`);

describe('a record', () => {
  it('tells the whole way of a forwarded request, and never its query', async () => {
    const { headers } = await rig.call('/demo/x?secret=1', { token: await rig.token() });
    expect(rig.records).toHaveLength(1);
    expect(rig.records[0]).toMatchObject({
      reference: headers.get('signet-reference'),
      at: rig.now,
      node: 'gateway-1',
      method: 'GET',
      path: '/demo/x',
      route: 'demo',
      outcome: 'forwarded',
      status: 200,
      token: { verified: true, subject: 'usr_ada', jti: 'jti_one', kid: 'first', alg: 'ES256' },
      upstream: { name: 'api', status: 200 },
    });
    expect(outcomes()).toEqual([
      ...['read-request', 'match-route', 'extract-token', 'verify-token'].map((step) => `${step}: ok`),
      ...['check-revocation: ok', 'authorize: ok', 'limit: not-needed', 'forward: ok'],
    ]);
    expect(JSON.stringify(rig.records)).not.toContain('secret');
  });

  it('has a path of bounded length, of a route or of none', async () => {
    const long = 'a'.repeat(4_000);
    await rig.call(`/open/${long}`);
    await rig.call(`/none/${long}`);
    expect(rig.records.map(({ path }) => path.length)).toEqual([1024, 1024]);
  });

  it('keeps no token that stands in a path, of a route or of none', async () => {
    const token = await rig.token();
    await rig.call(`/open/${token}/confirm`);
    await rig.call(`/none/${token}`);
    await rig.call(`/open/${'a'.repeat(1_000)}/${token}`);
    const paths = rig.records.map(({ path }) => path);
    expect(paths.slice(0, 2)).toEqual(['/open/(a token)/confirm', '/none/(a token)']);
    expect(paths[2]).toMatch(/a\/\(a token\)$/);
    expect(JSON.stringify(rig.records)).not.toContain('eyJ');
  });

  it('holds on to no target or token that it was cut from', async () => {
    const program = fileURLToPath(new URL('testing/hold-records.ts', import.meta.url));
    const { stdout } = await promisify(execFile)(process.execPath, ['--expose-gc', program]);
    const { records, each } = JSON.parse(stdout) as { readonly records: number; readonly each: number };
    expect(records).toBe(400);
    // The targets are of twelve KiB.
    expect(each).toBeLessThan(6 * 1024);
  });

  it('tells where a refused one ended, what was expected and what came', async () => {
    await rig.call('/demo/x', { token: await rig.token({ aud: 'https://other.example' }) });
    expect(outcomes()).toEqual([
      'read-request: ok',
      'match-route: ok',
      'extract-token: ok',
      'verify-token: refused',
      'check-revocation: not-reached',
      'authorize: not-reached',
      'limit: not-reached',
      'forward: not-reached',
    ]);
    expect(rig.records[0]).toMatchObject({
      outcome: 'refused',
      status: 401,
      refusal: { code: 'audience_unexpected' },
      token: { verified: false, subject: 'usr_ada' },
    });
    expect(rig.records[0]?.steps[3]).toMatchObject({
      expected: 'https://api.example',
      actual: 'https://other.example',
    });
  });

  it('names the headers that went no further, and nothing of what they said', async () => {
    const headers = { 'X-User-Id': 'usr_eve', proxy: 'http://evil.example', x_user_id: 'usr_eve' };
    await rig.call('/demo/x', { headers });
    expect(rig.records[0]?.steps[0]).toEqual({
      step: 'read-request',
      outcome: 'ok',
      facts: { droppedHeaders: 'x-user-id, proxy, x_user_id' },
    });
    expect(rig.explained().steps[0]?.note).toBe(
      'Not passed on, as only a gateway may say it: x-user-id, proxy, x_user_id',
    );
    expect(JSON.stringify(rig.records)).not.toMatch(/usr_eve|evil/);
  });

  it('names no more headers than it has room for, and none that could be a secret', async () => {
    const secret = 'eyJhbGciOiJFUzI1NiJ9_eyJzdWIiOiJhZGEifQ';
    const many = Object.fromEntries(Array.from({ length: 40 }, (_, n) => [`x-${n}-user`, 'eve']));
    await rig.call('/demo/x', { headers: { [secret]: 'x', ...many } });
    const note = rig.explained().steps[0]?.note ?? '';
    expect(note).toMatch(/a name of 39 characters, x-0-user, .* and 25 more$/);
    expect(note.toLowerCase()).not.toContain(secret.toLowerCase());
  });

  it('says which steps an open route does not need', async () => {
    await rig.call('/open/x');
    expect(outcomes()?.slice(2, 6)).toEqual([
      'extract-token: not-needed',
      'verify-token: not-needed',
      'check-revocation: not-needed',
      'authorize: not-needed',
    ]);
  });

  it('is made of a request without route too', async () => {
    await rig.call('/nowhere');
    expect(rig.records[0]).toMatchObject({ outcome: 'refused', status: 404, path: '/nowhere' });
  });
});

describe('a stale replica', () => {
  it('refuses what needs a token, and lets pass what does not', async () => {
    rig.now += 11_000;
    const token = await rig.token();
    expect(await rig.refusal('/demo/x', { token })).toMatchObject({ status: 503, code: 'revocation_stale' });
    expect((await rig.call('/open/x')).status).toBe(200);
    rig.feed.listener?.upToDate(0);
    expect((await rig.call('/demo/x', { token })).status).toBe(200);
  });
});

describe('the counters', () => {
  it('count every request by its outcome', async () => {
    const before = rig.gateway.status().counts;
    await rig.call('/open/x');
    await rig.call('/nowhere');
    const { requests, forwarded, byCode } = rig.gateway.status().counts;
    expect(requests - before.requests).toBe(2);
    expect(forwarded - before.forwarded).toBe(1);
    expect((byCode.route_not_found ?? 0) - (before.byCode.route_not_found ?? 0)).toBe(1);
  });
});

describe('a step that throws', () => {
  it('refuses the request and says nothing of why', async () => {
    const broken = await TestGateway.start();
    broken.gateway.swap({
      ...broken.compile({}),
      routes: {
        find: () => {
          throw new RangeError('wires');
        },
      } as never,
    });
    const { status, headers, text } = await broken.call('/demo/x');
    expect(status).toBe(500);
    expect(JSON.parse(text)).toMatchObject({
      code: 'internal_error',
      reference: headers.get('signet-reference'),
    });
    expect(text).not.toContain('wires');
    expect(broken.records[0]?.steps[1]).toMatchObject({
      step: 'match-route',
      outcome: 'failed',
      note: 'A fault of kind RangeError',
    });
    await broken.close();
  });
});

describe('the budget of records', () => {
  it('is for a second, and refusals do not eat that of successes', () => {
    const budget = new RecordBudget();
    const limits = { refusalsPerSecond: 1, successesPerSecond: 2 };
    expect(budget.take('refusal', limits, steadyTime(1000))).toBe(true);
    expect(budget.take('refusal', limits, steadyTime(1900))).toBe(false);
    expect(budget.take('success', limits, steadyTime(1900))).toBe(true);
    expect(budget.take('success', limits, steadyTime(1900))).toBe(true);
    expect(budget.take('success', limits, steadyTime(1900))).toBe(false);
    expect(budget.take('refusal', limits, steadyTime(2000))).toBe(true);
  });
});
