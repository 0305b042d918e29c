import { parseExactly } from '@signet/token/json';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { TestGateway } from '../testing/test-gateway.ts';

const routes = `
  - id: exact
    match: { methods: [GET], path: /exact }
    auth: { issuer: house, audience: https://api.example }
    context: { headers: { x-who: claims.sub, x-account: claims.account, x-inside: claims.sub.rawJSON } }
    limit: [{ rate: 10/m, by: claims.sub }]
    upstream: api`;

/** Both are 100002348117421470 or ...472 to a program that takes them for numbers. */
const subjects = ['100002348117421473', '100002348117421474'] as const;

let rig: TestGateway;
const budgets: string[] = [];
beforeAll(async () => {
  rig = await TestGateway.start({ routes });
});
beforeEach(() => {
  budgets.length = 0;
  rig.limiter = (key) => {
    budgets.push(key);
    return { admitted: true, remaining: 1 };
  };
});
afterAll(() => rig.close());

/** A token whose claims are written with these digits. */
function tokenWith(claims: string): Promise<string> {
  return rig.token(parseExactly(claims) as Record<string, unknown>);
}

describe('a number that no double holds', () => {
  it.each([...subjects, '1e309', '-0'])(
    'reaches the upstream, the limit and the record digit for digit: %s',
    async (digits) => {
      const token = await tokenWith(`{"sub":${digits},"account":{"n":[-0.12345678901234567890,1e309]}}`);
      expect((await rig.call('/exact', { token })).status).toBe(200);
      const { headers } = rig.upstream.last;
      expect(headers['x-who']).toBe(digits);
      expect(headers['x-account']).toBe('{"n":[-0.12345678901234567890,1e309]}');
      expect(headers['x-inside']).toBeUndefined();
      expect(budgets).toEqual([`exact:10/60000:sub:${digits}`]);
      expect(rig.records.at(-1)?.token?.subject).toBe(digits);
    },
  );

  it.each([subjects, ['0', '-0']])(
    'leaves %s and %s two subjects, with a budget and a header each',
    async (...pair) => {
      const spent = new Set<string>();
      rig.limiter = (key) => {
        const admitted = !spent.has(key);
        spent.add(key);
        return admitted ? { admitted, remaining: 0 } : { admitted, retryAfterMs: 1000 };
      };
      const tokens = await Promise.all(pair.map((sub) => tokenWith(`{"sub":${sub}}`)));
      const seen = [];
      for (const token of tokens) {
        expect((await rig.call('/exact', { token })).status).toBe(200);
        seen.push(rig.upstream.last.headers['x-who']);
      }
      expect(seen).toEqual(pair);
      for (const token of tokens) {
        expect(await rig.refusal('/exact', { token })).toMatchObject({ status: 429, code: 'rate_limited' });
      }
    },
  );

  it.each(['exp', 'nbf', 'iat'])(
    'is no time to compare with in %s, and the refusal says what came',
    async (name) => {
      for (const digits of ['1e309', '100002348117421473', '-1e309']) {
        const refusal = await rig.refusal('/exact', { token: await tokenWith(`{"${name}":${digits}}`) });
        expect(refusal).toMatchObject({ status: 401, code: 'claim_invalid', actual: digits });
        expect(JSON.stringify(refusal)).toContain(`The claim ${name} is not a time`);
      }
    },
  );

  it('is a time where only what is behind the microsecond goes', async () => {
    const exp = `${rig.now / 1000 + 60}.12345678901234567890`;
    expect((await rig.call('/exact', { token: await tokenWith(`{"exp":${exp}}`) })).status).toBe(200);
  });
});
