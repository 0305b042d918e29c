import { newId } from '@signet/contracts';
import { exportPublicJwk, importSigningKey } from '@signet/token/keys';
import { signToken } from '@signet/token/sign';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { TestIssuer } from '../testing/issuer.ts';
import { TestGateway } from '../testing/test-gateway.ts';

const own = 'https://api.example';
const other = 'https://other.example';
const secret = 's'.repeat(8) + 'ecret-of-the-api-in-this-test-only';
const kid = 'key_shared';

let rig: TestGateway;
let partner: TestIssuer;

beforeAll(async () => {
  rig = await TestGateway.start();
  partner = await TestIssuer.start();
  await vi.waitUntil(() => rig.gateway.status().issuers['house']?.keys === 1);
  rig.secrets = [{ audience: own, kid, algorithm: 'HS256', secret }];
  rig.gateway.swap(
    rig.compile({
      issuers: `  partner: { discovery: ${partner.url}, algorithms: [ES256], audience: ${own} }`,
      routes: `
  - id: own
    match: { methods: [GET], path: /own }
    auth: { any: [{ issuer: house }, { issuer: partner }], audience: ${own} }
    upstream: api
  - id: other
    match: { methods: [GET], path: /other }
    auth: { issuer: house, audience: ${other} }
    upstream: api
  - id: both
    match: { methods: [GET], path: /both }
    auth: { issuer: house, audience: [${own}, ${other}] }
    upstream: api`,
    }),
  );
  later();
});
afterAll(async () => {
  await partner.close();
  await rig.close();
});

/** When gateways may look at their issuer again. */
function later(): void {
  rig.now += 11_000;
  rig.feed.listener?.upToDate(0);
}

interface Minted {
  readonly claims?: Readonly<Record<string, unknown>>;
  readonly by?: string;
  readonly algorithm?: 'HS256' | 'HS512';
  readonly type?: string;
  readonly name?: string;
}

/** What whoever holds a secret can write. */
async function mint({
  claims = {},
  by = secret,
  algorithm = 'HS256',
  type = 'at+jwt',
  name = kid,
}: Minted = {}) {
  const key = await importSigningKey(
    { from: 'secret', secret: by, kid: name, dangerouslyAllowShortSecret: true },
    algorithm,
  );
  if (key.kind === 'refused') throw new Error(key.refusal.sentence);
  const now = rig.now / 1000;
  const usual = {
    iss: rig.issuer.url,
    aud: own,
    sub: 'usr_ada',
    jti: newId('token'),
    iat: now,
    exp: now + 900,
  };
  return signToken({ ...usual, ...claims }, { key: key.key, type });
}

const codeAt = async (path: string, token: string) => (await rig.refusal(path, { token })).code;

describe('a token under a secret that this Signet shares with an API', () => {
  it('is let through to that API, remembered or not, and beside tokens under published keys', async () => {
    const token = await mint();
    for (const _ of [1, 2]) expect((await rig.call('/own', { token })).status).toBe(200);
    expect((await rig.call('/both', { token })).status).toBe(200);
    expect((await rig.call('/own', { token: await rig.token() })).status).toBe(200);
    expect(rig.gateway.status().issuers['house']?.kids).toEqual(['first', kid]);
  });

  it.each([
    ['another API', '/other', {}, 'key_unknown'],
    ['another API, for which it says that it is', '/other', { claims: { aud: other } }, 'key_unknown'],
    ['a route of two APIs, for the other', '/both', { claims: { aud: other } }, 'audience_unexpected'],
    ['two APIs at once', '/both', { claims: { aud: [own, other] } }, 'audience_unexpected'],
    ['its API and another', '/own', { claims: { aud: [own, other] } }, 'audience_unexpected'],
    ['nobody', '/own', { claims: { aud: [] } }, 'audience_unexpected'],
    ['its API by another secret', '/own', { by: `${secret}!` }, 'signature_invalid'],
    ['its API by another algorithm', '/own', { algorithm: 'HS512' }, 'alg_not_pinned'],
    ['its API, as no access token', '/own', { type: 'JWT' }, 'type_unexpected'],
    ['its API under the name of a published key', '/own', { name: 'first' }, 'key_unknown'],
  ] as const)('is refused for %s', async (_, path, minted, code) => {
    expect(await codeAt(path, await mint(minted))).toBe(code);
  });

  it('that was let through once is refused elsewhere as well, whatever was remembered', async () => {
    const token = await mint({ claims: { jti: 'jti_remembered' } });
    expect((await rig.call('/own', { token })).status).toBe(200);
    expect(await codeAt('/other', token)).toBe('audience_unexpected');
  });

  it('is refused as one of another issuer of the same route', async () => {
    expect(await codeAt('/own', await mint({ claims: { iss: partner.url } }))).toBe('key_unknown');
  });

  it.each([
    ['the public key as a JWK', (jwk: object) => JSON.stringify(jwk)],
    ['the key set', (jwk: object) => JSON.stringify({ keys: [jwk] })],
    ['the modulus of it', (jwk: object) => String((jwk as { x?: string }).x)],
  ])('cannot be made of what is published: %s', async (_, spelled) => {
    const [pair] = rig.issuer.keyPairs;
    const jwk = pair === undefined ? {} : await exportPublicJwk(pair.verification);
    const raw = new TextEncoder().encode(spelled(jwk));
    const key = await crypto.subtle.importKey('raw', raw, { name: 'HMAC', hash: 'SHA-256' }, false, ['sign']);
    for (const name of ['first', kid]) {
      const forged = await signToken(
        { iss: rig.issuer.url, aud: own, sub: 'usr_root', jti: 'j', iat: 0, exp: rig.now / 1000 + 900 },
        { key: { algorithm: 'HS256', key, kid: name }, type: 'at+jwt' },
      );
      expect(['key_unknown', 'signature_invalid']).toContain(await codeAt('/own', forged));
    }
  });

  it('tells the secret in no refusal and no record', async () => {
    await rig.refusal('/own', { token: await mint({ by: `${secret}?` }) });
    expect(JSON.stringify([rig.records, rig.gateway.status()])).not.toContain(secret);
  });

  it('is refused once the secret is shared no more, and one of the next secret let through', async () => {
    const before = await mint();
    expect((await rig.call('/own', { token: before })).status).toBe(200);
    const next = 'n'.repeat(40);
    rig.secrets = [{ audience: own, kid: 'key_next', algorithm: 'HS256', secret: next }];
    later();
    const after = await mint({ by: next, name: 'key_next' });
    expect((await rig.call('/own', { token: after })).status).toBe(200);
    expect(await codeAt('/own', before)).toBe('key_unknown');
  });

  it('too short for its algorithm leaves the gateway with what it knew, and its state says so', async () => {
    rig.secrets = [{ audience: own, kid: 'key_short', algorithm: 'HS256', secret: 'short' }];
    later();
    expect(await codeAt('/own', await mint({ by: 'short', name: 'key_short' }))).toBe('key_unknown');
    expect(rig.gateway.status().issuers['house']).toMatchObject({
      failure: expect.stringContaining('short'),
      kids: ['first', 'key_next'],
    });
  });
});
