import { verify } from 'node:crypto';
import { ManualClocks } from '@signet/contracts/testing';
import { exportPublicJwk, generateKeyPair, type SigningKey } from '@signet/token/keys';
import { signToken } from '@signet/token/sign';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { createVerifier, type Verifier } from './index.ts';
import { SignedTokens } from './signed-tokens.ts';

vi.mock('node:crypto', { spy: true });

const issuer = 'https://login.example';
const { signing, verification } = await generateKeyPair('ES256', 'key-1');
const other = await generateKeyPair('ES256', 'key-2');
let clocks: ManualClocks;
let published: readonly unknown[];
let verifier: Verifier;

beforeEach(async () => {
  clocks = new ManualClocks();
  published = [await exportPublicJwk(verification)];
  verifier = createVerifier({
    issuer,
    audience: 'https://orders.example',
    jwks: `${issuer}/jwks`,
    clocks,
    fetchDocument: async () => JSON.stringify({ keys: published }),
  });
});

function tokenOf(key: SigningKey = signing, claims: object = {}): Promise<string> {
  const iat = clocks.wall() / 1000;
  const own = { iss: issuer, aud: 'https://orders.example', sub: 'ada', client_id: 'shop', jti: 'a' };
  return signToken({ ...own, iat, exp: iat + 900, ...claims }, { key, type: 'at+jwt' });
}

async function verdictOf(token: string): Promise<string> {
  const verdict = await verifier.verify({ authorization: [`Bearer ${token}`], query: '' });
  return verdict.verdict === 'refused' ? verdict.refusal.code : verdict.verdict;
}

describe('a token that comes again', () => {
  it('has its signature checked once', async () => {
    vi.mocked(verify).mockClear();
    const token = await tokenOf();
    for (let times = 0; times < 5; times += 1) expect(await verdictOf(token)).toBe('verified');
    expect(verify).toHaveBeenCalledTimes(1);
  });

  it('is asked everything else again: it expires', async () => {
    const token = await tokenOf();
    expect(await verdictOf(token)).toBe('verified');
    clocks.pass(961_000);
    expect(await verdictOf(token)).toBe('token_expired');
  });

  it('with another signature is another token', async () => {
    const token = await tokenOf();
    expect(await verdictOf(token)).toBe('verified');
    const [header = '', , signature = ''] = token.split('.');
    const [, payload] = (await tokenOf(other.signing, { sub: 'eve' })).split('.');
    expect(await verdictOf(`${header}.${payload}.${signature}`)).toBe('signature_invalid');
  });

  it('is not believed any more once its issuer has withdrawn the key', async () => {
    const token = await tokenOf();
    expect(await verdictOf(token)).toBe('verified');
    published = [await exportPublicJwk(other.verification)];
    clocks.pass(9 * 60_000);
    await verdictOf(token);
    await vi.waitFor(() => expect(verifier.keyStatus().kids).toEqual(['key-2']));
    expect(await verdictOf(token)).toBe('key_unknown');
  });
});

describe('what is remembered', () => {
  it('is a thousand tokens at most, none of them long, and nothing that was refused', async () => {
    const tokens = new SignedTokens();
    const ring = { keys: [verification], rejected: [], secrets: [], document: '' };
    const policy = { name: issuer, issuer, algorithms: ['ES256'] as const };
    const trust = {
      accepts: new Map([[issuer, { policy, audience: [] }]]),
      keysOf: () => ({ ringFor: () => ring }),
      now: clocks.steady(),
      maxValues: 1000,
      revokedKey: () => false,
    } as never;
    for (let index = 0; index < 1010; index += 1)
      await tokens.believe(await tokenOf(signing, { jti: `${index}` }), ring, trust);
    expect(tokens.size).toBe(1000);
    await tokens.believe(await tokenOf(signing, { long: 'x'.repeat(4096) }), ring, trust);
    expect(await tokens.believe(await tokenOf(other.signing), ring, trust)).toMatchObject({
      verdict: 'refused',
    });
    expect(tokens.size).toBe(1000);
  });
});
