import { createHmac, generateKeyPairSync } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { inspectJws } from '../jws/inspect-jws.ts';
import { openInspectionKeys } from '../jws/inspection-keys.ts';
import { readGivenKeys } from './given-key.ts';
import { importVerificationKey } from './import-key.ts';

const { publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
const pem = publicKey.export({ type: 'spki', format: 'pem' }).toString();
const der = publicKey.export({ type: 'spki', format: 'der' });
const jwk = publicKey.export({ format: 'jwk' });
const base64 = der.toString('base64');

const forms: readonly (readonly [string, string])[] = [
  ['PEM', pem],
  ['PEM with line ends written as \\n', pem.replaceAll('\n', '\\n')],
  ['PEM without its last line', pem.split('-----END')[0] ?? ''],
  ['base64 alone', base64],
  ['base64 of PEM', Buffer.from(pem).toString('base64')],
  ['hexadecimal digits', der.toString('hex')],
  ['a line of settings', `PUBLIC_KEY="${base64}"`],
  ['a JWK', JSON.stringify(jwk)],
  ['a JWK set', JSON.stringify({ keys: [jwk] })],
  ['a JWK inside other JSON', JSON.stringify({ data: { key: jwk } })],
];

/** What anyone can make who has the public key: algorithm confusion (RFC 8725 §2.1). */
function forged(secret: string): string {
  const parts = ['{"alg":"HS256"}', '{"sub":"ada"}'].map((part) => Buffer.from(part).toString('base64url'));
  const input = parts.join('.');
  return `${input}.${createHmac('sha256', secret).update(input).digest('base64url')}`;
}

describe('a public key as a secret', () => {
  it.each(forms)(
    'is refused for what decides about access, as text and as a JWK: %s',
    async (_form, secret) => {
      const oct = { kty: 'oct', k: Buffer.from(secret).toString('base64url') };
      for (const material of [{ from: 'secret', secret } as const, { from: 'jwk', jwk: oct } as const]) {
        expect(await importVerificationKey(material, 'HS256')).toMatchObject({
          kind: 'refused',
          refusal: { code: 'secret_is_pem' },
        });
      }
    },
  );

  it.each(forms)(
    'verifies nothing in the debugger either, as text and as a JWK: %s',
    async (_form, secret) => {
      const oct = { kty: 'oct', k: Buffer.from(secret).toString('base64url') };
      for (const key of [{ secret }, oct]) {
        const given = readGivenKeys(key);
        if (given.kind === 'refused') throw new Error(given.refusal.code);
        const { verdict } = await inspectJws(forged(secret), { keys: openInspectionKeys(given.key) });
        expect(verdict).toMatchObject({ verdict: 'refused', refusal: { code: 'secret_is_pem' } });
      }
    },
  );

  it('is not seen in secrets that merely look like text of some kind', async () => {
    const secrets = ['a'.repeat(64), base64.slice(40, 120), '{"a":"a long enough secret for HS256"}'];
    for (const secret of secrets) {
      expect(await importVerificationKey({ from: 'secret', secret }, 'HS256')).toMatchObject({ kind: 'key' });
    }
  });
});
