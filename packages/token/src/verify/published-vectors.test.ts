import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { SignatureAlgorithm } from '../keys/algorithm.ts';
import { importVerificationKey } from '../keys/import-key.ts';
import type { Jwk } from '../keys/key.ts';
import { parseJsonObject } from '../parse/parse-compact-jws.ts';
import { keyOf } from '../testing/keys.ts';
import { verifySignature } from './verify-signature.ts';

interface Vector {
  readonly source: string;
  readonly algorithm: SignatureAlgorithm;
  readonly jwk: Jwk;
  readonly token: string;
  readonly expected: { readonly signature: 'valid'; readonly jwt: boolean };
}

const folder = new URL('../../../../vectors/jws/', import.meta.url);
const vectors = readdirSync(folder)
  .filter((name) => name.endsWith('.json'))
  .map((name): Vector => JSON.parse(readFileSync(new URL(name, folder), 'utf8')));

describe('examples published in RFC 7515, 7519, 7520, 8037 and 9449', () => {
  it('are all here', () => {
    expect(vectors.length).toBeGreaterThanOrEqual(12);
  });

  it.each(vectors)('$source verifies as published', async ({ algorithm, jwk, token, expected }) => {
    const key = keyOf(await importVerificationKey({ from: 'jwk', jwk }, algorithm));
    const verdict = await verifySignature(token, { keys: [key] });
    expect(verdict).toMatchObject({ verdict: 'verified', token: { header: { alg: algorithm } } });
    if (verdict.verdict !== 'verified') return;
    expect(parseJsonObject(verdict.token.payload, 'payload').verdict === 'verified').toBe(expected.jwt);
  });
});
