import {
  algorithmsOfJwk,
  exportPublicJwk,
  type Jwk,
  type KeyReading,
  readKey,
  thumbprint,
  type VerificationKey,
} from '@signet/token';
import { words } from '../words.ts';

/** One key in the reader's text, in words. */
export interface KeyFacts {
  readonly name?: string;
  /** Kind and size, such as "RSA, 2048 bits". */
  readonly kind: string;
  readonly fits: readonly string[];
  /** RFC 7638, SHA-256 in base64url; absent for shared secrets, of which it would give something away. */
  readonly thumbprint?: string;
  /** True where this key made the signature match. */
  readonly matched: boolean;
}

export interface KeyDescription {
  readonly isSet: boolean;
  readonly keys: readonly KeyFacts[];
  /** The public half as text, where the reader gave a private key. */
  readonly publicHalf?: string;
}

/** Bounds the work on a pasted key set. */
const mostKeys = 64;

/** Describes the text in the key field. `keys` is what it was imported as; `matched` the key that verified. */
export async function describeKeys(
  text: string,
  keys: readonly VerificationKey[],
  matched: VerificationKey | undefined,
): Promise<KeyDescription> {
  const reading = readKey(text);
  const print = matched && (await printOf(matched));
  if (reading.kind === 'jwks') {
    const facts = await Promise.all(reading.keys.slice(0, mostKeys).map((jwk) => factsOf(jwk, print)));
    return { isSet: true, keys: facts };
  }
  const jwk = await publicJwk(reading, keys);
  if (!jwk) return { isSet: false, keys: [] };
  const description = { isSet: false, keys: [await factsOf(jwk, print)] };
  return isPrivate(reading) ? { ...description, publicHalf: JSON.stringify(jwk, null, 2) } : description;
}

function isPrivate(reading: KeyReading): boolean {
  return (reading.kind === 'jwk' || reading.kind === 'pem') && reading.half === 'private';
}

/** The key as a public JWK with nothing in it that the reader did not write. */
async function publicJwk(reading: KeyReading, keys: readonly VerificationKey[]): Promise<Jwk | undefined> {
  const [key] = keys;
  if (!key || key.key.type === 'secret') return undefined;
  const { alg: _alg, use: _use, kid: _kid, ...bare } = await exportPublicJwk(key);
  if (reading.kind !== 'jwk') return bare;
  const kept = ['kid', 'alg', 'use'].filter((name) => reading.jwk[name] !== undefined);
  return { ...bare, ...Object.fromEntries(kept.map((name) => [name, reading.jwk[name]])) };
}

async function factsOf(jwk: Jwk, matched: string | undefined): Promise<KeyFacts> {
  const print = jwk['kty'] === 'oct' ? undefined : await thumbprintOrNothing(jwk);
  return {
    ...(typeof jwk['kid'] === 'string' && { name: jwk['kid'] }),
    kind: kindOf(jwk),
    fits: algorithmsOfJwk(jwk),
    ...(print !== undefined && { thumbprint: print }),
    matched: print !== undefined && print === matched,
  };
}

async function printOf(key: VerificationKey): Promise<string | undefined> {
  return key.key.type === 'secret' ? undefined : thumbprint(await exportPublicJwk(key));
}

async function thumbprintOrNothing(jwk: Jwk): Promise<string | undefined> {
  try {
    return await thumbprint(jwk);
  } catch (error) {
    // A member that the thumbprint needs is missing: the key cannot be used either, and is shown without.
    if (error instanceof Error) return undefined;
    throw error;
  }
}

function kindOf(jwk: Jwk): string {
  const { kty, crv, n } = jwk;
  if (kty === 'oct') return words.key.kinds.secret;
  if (typeof n === 'string') return words.key.kinds.rsa(Math.floor((n.length * 6) / 8) * 8);
  return [kty, crv].filter((part) => typeof part === 'string').join(' ');
}
