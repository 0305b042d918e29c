import { readdirSync, readFileSync } from 'node:fs';
import {
  generateKeyPair,
  importSigningKey,
  importVerificationKey,
  type Jwk,
  type SignatureAlgorithm,
  type SigningKey,
  signatureAlgorithms,
  type VerificationKey,
} from '@signet/token/keys';
import { type CompactJws, parseCompactJws } from '@signet/token/parse';
import { signToken } from '@signet/token/sign';
import { checkByWebCrypto } from '@signet/token/verify';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkInPlace } from './check-in-place.ts';

interface Pair {
  readonly signing: SigningKey;
  readonly verification: VerificationKey;
}

async function keysFor(algorithm: SignatureAlgorithm): Promise<Pair> {
  if (!algorithm.startsWith('HS')) return generateKeyPair(algorithm as Parameters<typeof generateKeyPair>[0]);
  const secret = crypto.getRandomValues(new Uint8Array(64));
  const imported = await Promise.all([
    importSigningKey({ from: 'secret', secret }, algorithm),
    importVerificationKey({ from: 'secret', secret }, algorithm),
  ]);
  const [signing, verification] = imported;
  if (signing.kind === 'refused' || verification.kind === 'refused') throw new Error('no secret');
  return { signing: signing.key, verification: verification.key };
}

function parsed(token: string): CompactJws {
  const verdict = parseCompactJws(token);
  if (verdict.verdict === 'refused') throw new Error(verdict.refusal.code);
  return verdict.token;
}

/** The same token with other bytes for its signature. */
function signedWith(jws: CompactJws, signature: Uint8Array<ArrayBuffer>): CompactJws {
  const encoded = { ...jws.encoded, signature: Buffer.from(signature).toString('base64url') };
  return { ...jws, signature, encoded };
}

const flipped = (bytes: Uint8Array, at: number, bit: number): Uint8Array<ArrayBuffer> => {
  const copy = Uint8Array.from(bytes);
  copy[at % copy.length] = (copy[at % copy.length] ?? 0) ^ (1 << bit);
  return copy;
};

describe.each(signatureAlgorithms)('a signature by %s', (algorithm) => {
  it('is believed where Web Crypto believes it, and nothing that was made of it is', async () => {
    const { signing, verification } = await keysFor(algorithm);
    const other = await keysFor(algorithm);
    const jws = parsed(await signToken({ sub: 'ada' }, { key: signing }));
    expect([await checkInPlace(jws, verification), await checkByWebCrypto(jws, verification)]).toEqual([
      true,
      true,
    ]);
    expect(await checkInPlace(jws, other.verification)).toBe(false);
    const forgery = fc.oneof(
      fc.tuple(fc.nat(600), fc.nat(7)).map(([at, bit]) => flipped(jws.signature, at, bit)),
      fc.nat(jws.signature.length - 1).map((length) => jws.signature.slice(0, length)),
      fc.uint8Array({ maxLength: 8 }).map((more) => Uint8Array.from([...jws.signature, 0, ...more])),
      fc.constant(new Uint8Array(jws.signature.length)),
      fc.uint8Array({ maxLength: 520 }).map((bytes) => Uint8Array.from(bytes)),
    );
    await fc.assert(
      fc.asyncProperty(forgery, async (signature) => {
        const forged = signedWith(jws, signature);
        expect(await checkByWebCrypto(forged, verification)).toBe(false);
        expect(await checkInPlace(forged, verification)).toBe(false);
      }),
      { numRuns: 60 },
    );
    const changed = { ...jws, encoded: { ...jws.encoded, payload: `${jws.encoded.payload}A` } };
    expect(await checkInPlace(changed, verification)).toBe(false);
  });
});

interface Vector {
  readonly source: string;
  readonly algorithm: SignatureAlgorithm;
  readonly jwk: Jwk;
  readonly token: string;
}

const folder = new URL('../../../../vectors/jws/', import.meta.url);
const vectors = readdirSync(folder)
  .filter((name) => name.endsWith('.json'))
  .map((name): Vector => JSON.parse(readFileSync(new URL(name, folder), 'utf8')));

it.each(vectors)('$source is believed as published', async ({ algorithm, jwk, token }) => {
  const key = await importVerificationKey({ from: 'jwk', jwk }, algorithm);
  expect(key.kind).toBe('key');
  if (key.kind === 'key') expect(await checkInPlace(parsed(token), key.key)).toBe(true);
});
