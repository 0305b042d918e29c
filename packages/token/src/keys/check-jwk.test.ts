import { describe, expect, it } from 'vitest';
import { KeyRing } from '../testing/cases/key-ring.ts';
import { readJwk } from './check-jwk.ts';
import { thumbprint } from './generate-key-pair.ts';

const ring = new KeyRing();

describe('readJwk', () => {
  it('gives a key with zeros in front of its numbers the thumbprint of the same key without', async () => {
    const jwk = ring.rsa.jwk();
    const padded = ['n', 'e'].map((name) => [name, zeroBefore(jwk[name])]);
    const other = { ...jwk, ...Object.fromEntries(padded) };
    expect(other).not.toEqual(jwk);
    expect(await thumbprint(other)).toBe(await thumbprint(jwk));
  });

  it('takes a member that is null for one that is absent', () => {
    const read = readJwk(ring.ec.jwk({ d: null, kid: null, use: null }));
    expect(read).toEqual({ kind: 'key', key: ring.ec.jwk() });
  });

  it.each([
    ['n', { n: 7 }],
    ['n', { n: '' }],
    ['n', { n: 'AB==' }],
    ['n', { n: 'AB' }],
    ['e', { e: undefined }],
    ['key_ops', { key_ops: 'verify' }],
    ['key_ops', { key_ops: [1] }],
    ['d', { d: { secret: 'x' } }],
  ])('names the member that is at fault and quotes none of it: %s, %o', (member, over) => {
    const read = readJwk(ring.rsa.jwk(over));
    expect(read).toMatchObject({ kind: 'refused', refusal: { code: 'key_unreadable', member } });
    expect(JSON.stringify(read)).not.toMatch(/AB|secret/);
  });
});

function zeroBefore(value: unknown): string {
  return Buffer.concat([Buffer.of(0), Buffer.from(String(value), 'base64url')]).toString('base64url');
}
