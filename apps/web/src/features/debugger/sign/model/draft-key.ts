import {
  type AsymmetricAlgorithm,
  encodeBase64url,
  exportPrivateJwk,
  exportPublicJwk,
  generateKeyPair,
  importSigningKey,
  importVerificationKey,
  type Jwk,
  type KeyMaterial,
  type KeyResult,
  readKey,
  type SigningKey,
  thumbprint,
} from '@signet/token';
import { words } from '../words.ts';

/** Algorithms for which the desk makes keys. */
export type DraftAlgorithm = Extract<AsymmetricAlgorithm, 'ES256' | 'RS256' | 'PS256' | 'EdDSA'> | 'HS256';

export const draftAlgorithms: readonly DraftAlgorithm[] = ['ES256', 'RS256', 'PS256', 'EdDSA', 'HS256'];

/** A key to sign with, as text that the reader can copy. */
export interface DraftKey {
  readonly algorithm: DraftAlgorithm;
  /** A private JWK, PKCS#8 PEM or secret. */
  readonly text: string;
}

export interface ReadDraftKey {
  readonly signing: SigningKey;
  /** The public half as JWK text; absent for a secret, which has none. */
  readonly publicText?: string;
}

/** Makes a new key; its name is the start of its thumbprint, so that it tells itself apart. */
export async function makeDraftKey(algorithm: DraftAlgorithm): Promise<DraftKey & { readonly kid?: string }> {
  if (algorithm === 'HS256') {
    return { algorithm, kid: 'shared-1', text: encodeBase64url(crypto.getRandomValues(new Uint8Array(32))) };
  }
  const { signing } = await generateKeyPair(algorithm);
  const jwk = await exportPrivateJwk(signing);
  const kid = (await thumbprint(jwk)).slice(0, 8);
  return { algorithm, kid, text: JSON.stringify({ ...jwk, kid }, null, 2) };
}

/** Reads the key text for signing, and takes its public half out. */
export async function readDraftKey({ algorithm, text }: DraftKey): Promise<KeyResult<ReadDraftKey>> {
  const material = materialOf(text);
  if (material.kind === 'refused') return material;
  const result = await importSigningKey(material.key, algorithm);
  if (result.kind === 'refused') return result;
  const publicJwk = await publicHalf(material.key, algorithm);
  const { kid: _kid, ...signing } = result.key;
  return {
    kind: 'key',
    key: { signing, ...(publicJwk && { publicText: JSON.stringify(publicJwk, null, 2) }) },
  };
}

function materialOf(text: string): KeyResult<KeyMaterial> {
  const reading = readKey(text);
  switch (reading.kind) {
    case 'refused':
      return reading;
    case 'jwk':
      return { kind: 'key', key: { from: 'jwk', jwk: reading.jwk } };
    case 'pem':
      return { kind: 'key', key: { from: 'pem', pem: reading.pem } };
    case 'secret':
      return { kind: 'key', key: { from: 'secret', secret: reading.secret } };
    case 'jwks':
      return { kind: 'refused', refusal: { code: 'key_wrong_kind', sentence: words.problems.keySet } };
  }
}

/** The public half; undefined for a secret, which has none, and for what cannot be read. */
export async function publicJwkOf({ algorithm, text }: DraftKey): Promise<Jwk | undefined> {
  const material = materialOf(text);
  return material.kind === 'key' ? publicHalf(material.key, algorithm) : undefined;
}

async function publicHalf(material: KeyMaterial, algorithm: DraftAlgorithm): Promise<Jwk | undefined> {
  if (algorithm === 'HS256') return undefined;
  const result = await importVerificationKey(material, algorithm);
  return result.kind === 'key' ? exportPublicJwk(result.key) : undefined;
}
