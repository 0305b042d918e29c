import { newId } from '@signet/contracts';
import {
  exportPrivateJwk,
  exportPublicJwk,
  generateKeyPair,
  importSigningKey,
  type KeyPair,
  pemOfJwk,
} from '@signet/token/keys';
import { signToken } from '@signet/token/sign';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { TestGateway } from '../testing/test-gateway.ts';

const secret = 'a secret that two sides know, 40 letters';
const api = 'https://api.example';
const names = ['pem', 'set', 'referred', 'shared'] as const;
type Name = (typeof names)[number];

let rig: TestGateway;
let issuing: KeyPair;
let stranger: KeyPair;
let pem: string;

beforeAll(async () => {
  [issuing, stranger] = await Promise.all([generateKeyPair('RS256'), generateKeyPair('RS256')]);
  const jwk = await exportPublicJwk(issuing.verification);
  pem = pemOfJwk(jwk) ?? '';
  const indented = pem.trim().replaceAll(/^/gm, '      ');
  rig = await TestGateway.start({
    issuers: `  pem:
    issuer: https://pem.example
    algorithms: [RS256]
    keys: |
${indented}
  set: { issuer: 'https://set.example', algorithms: [RS256], keys: ${JSON.stringify({ keys: [jwk] })} }
  referred: { issuer: 'https://referred.example', algorithms: [RS256], keys: 'file:partner.pem' }
  shared: { issuer: 'https://shared.example', algorithms: [HS256], secret: 'env:PARTNER' }`,
    routes: names
      .map(
        (name) => `
  - id: ${name}
    match: { methods: [GET], path: /${name} }
    auth: { issuer: ${name}, audience: ${api} }
    upstream: api`,
      )
      .join(''),
  });
});
afterAll(() => rig.close());

function claims(name: Name): Record<string, unknown> {
  const now = rig.now / 1000;
  const times = { iat: now, exp: now + 900 };
  return { iss: `https://${name}.example`, aud: api, sub: 'usr_ada', jti: newId('token'), ...times };
}

function signed(name: Name, { signing }: KeyPair = issuing): Promise<string> {
  return signToken(claims(name), { key: signing, type: 'at+jwt' });
}

async function keyed(name: Name, by = secret, algorithm: 'HS256' | 'HS512' = 'HS256'): Promise<string> {
  const material = { from: 'secret', secret: by, dangerouslyAllowShortSecret: true } as const;
  const key = await importSigningKey(material, algorithm);
  if (key.kind === 'refused') throw new Error(key.refusal.sentence);
  return signToken(claims(name), { key: key.key, type: 'at+jwt' });
}

/** As whoever confuses a key with a secret makes it: of any bytes, which an import would refuse. */
async function confused(name: Name, bytes: string): Promise<string> {
  const raw = new TextEncoder().encode(bytes);
  const hmac = { name: 'HMAC', hash: 'SHA-256' };
  const key = await crypto.subtle.importKey('raw', raw, hmac, false, ['sign']);
  return signToken(claims(name), { key: { algorithm: 'HS256', key }, type: 'at+jwt' });
}

const statusAt = async (name: Name, token: string) => (await rig.call(`/${name}`, { token })).status;
const codeAt = async (name: Name, token: string) => (await rig.refusal(`/${name}`, { token })).code;

/** When gateways look again at what was handed over. */
function later(milliseconds = 11_000): void {
  rig.now += milliseconds;
  rig.feed.listener?.upToDate(0);
}

describe('keys that the operator hands over', () => {
  it.each(['pem', 'set'] as const)('verify what their issuer signed, and nothing else: %s', async (name) => {
    expect(await statusAt(name, await signed(name))).toBe(200);
    expect(await codeAt(name, await signed(name, stranger))).toBe('signature_invalid');
    expect(rig.gateway.status().issuers[name]).toMatchObject({ keys: 1, rejected: [] });
  });

  it('are refused while nothing is known of them, and taken once something is', async () => {
    expect(await codeAt('referred', await signed('referred'))).toBe('keys_unavailable');
    rig.handed.set('file:partner.pem', [pem]);
    later();
    expect(await statusAt('referred', await signed('referred'))).toBe(200);
  });

  it('are exchanged while the gateway runs: both are taken for as long as both are known, then one', async () => {
    const next = pemOfJwk(await exportPublicJwk(stranger.verification)) ?? '';
    rig.handed.set('file:partner.pem', [next, pem]);
    later(61_000);
    expect(await statusAt('referred', await signed('referred', stranger))).toBe(200);
    expect(await statusAt('referred', await signed('referred'))).toBe(200);
    const before = await signed('referred');
    expect(await statusAt('referred', before)).toBe(200);
    rig.handed.set('file:partner.pem', [next]);
    later(61_000);
    expect(await codeAt('referred', before)).toBe('signature_invalid');
    expect(await statusAt('referred', await signed('referred', stranger))).toBe(200);
  });

  it.each([
    ['a key that signs', async () => JSON.stringify(await exportPrivateJwk(issuing.signing))],
    ['a secret', async () => secret],
  ])('are none where a reference leads to %s', async (_, text) => {
    rig.handed.set('file:partner.pem', [await text()]);
    later(61_000);
    for (const token of [
      await signed('referred'),
      await keyed('referred'),
      await confused('referred', pem),
    ]) {
      expect(await codeAt('referred', token)).toBe('keys_unavailable');
    }
  });

  it.each(['pem', 'set'] as const)('are never a secret: %s', async (name) => {
    const [jwk] = [await exportPublicJwk(issuing.verification)];
    const spelled = [pem, pem.trim(), `${pem.trim()}\n`, JSON.stringify(jwk), String(jwk['n'])];
    for (const bytes of spelled) {
      expect(['alg_not_pinned', 'key_unknown']).toContain(await codeAt(name, await confused(name, bytes)));
    }
    expect(['alg_not_pinned', 'key_unknown']).toContain(await codeAt(name, await keyed(name)));
  });
});

describe('a secret that the operator hands over', () => {
  it('verifies what was signed with it, by its algorithm alone', async () => {
    rig.handed.set('env:PARTNER', [secret]);
    later(61_000);
    expect(await statusAt('shared', await keyed('shared'))).toBe(200);
    expect(await codeAt('shared', await keyed('shared', `${secret}!`))).toBe('signature_invalid');
    expect(await codeAt('shared', await keyed('shared', secret, 'HS512'))).toBe('alg_not_pinned');
    expect(await codeAt('shared', await signed('shared'))).toBe('key_unknown');
    expect(rig.gateway.status().issuers['shared']).toMatchObject({ keys: 1 });
  });

  it('is that of its issuer alone', async () => {
    expect(['alg_not_pinned', 'key_unknown']).toContain(await codeAt('pem', await keyed('pem')));
    const other = await signToken({ ...claims('shared'), iss: rig.issuer.url }, { key: issuing.signing });
    expect(await codeAt('shared', other)).toBe('issuer_unexpected');
  });

  it('is exchanged while the gateway runs, and the one before is then refused', async () => {
    const before = await keyed('shared');
    rig.handed.set('env:PARTNER', ['n'.repeat(40), secret]);
    later(61_000);
    expect(await statusAt('shared', await keyed('shared', 'n'.repeat(40)))).toBe(200);
    expect(await statusAt('shared', before)).toBe(200);
    rig.handed.set('env:PARTNER', ['n'.repeat(40)]);
    later(61_000);
    expect(await codeAt('shared', before)).toBe('signature_invalid');
  });

  it.each([
    ['a public key', () => pem],
    ['a text that is too short', () => 'short'],
  ])('is none where a reference leads to %s', async (_, text) => {
    rig.handed.set('env:PARTNER', [text()]);
    later(61_000);
    expect(await codeAt('shared', await confused('shared', text()))).toBe('keys_unavailable');
  });

  it('stands in no record and no state', () => {
    expect(JSON.stringify([rig.records, rig.gateway.status()])).not.toContain(secret);
  });
});
