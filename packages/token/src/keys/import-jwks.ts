import { readJson } from '../json/read-json.ts';
import { toValue } from '../json/to-value.ts';
import { quote } from '../verdict/quote.ts';
import type { SignatureAlgorithm } from './algorithm.ts';
import { readJwk } from './check-jwk.ts';
import { importVerificationKey } from './import-key.ts';
import { algorithmsOfJwk, halfOfJwk, isJwk, kidOfJwk, refuseUse } from './jwk.ts';
import type { Jwk, KeyRefusal, KeyResult, VerificationKey } from './key.ts';
import type { KeyAllowances } from './key-material.ts';
import { algorithmNotAllowed, keyPrivate, keyTooMany, keyUnreadable } from './key-refusals.ts';

/** What a published key set (RFC 7517 §5) yields; refused when the document is none. */
export type ImportedKeySet =
  | ({ readonly kind: 'keys' } & SortedKeys)
  | { readonly kind: 'refused'; readonly refusal: KeyRefusal };

/** A key that cannot be used is left out and named, never fatal. */
export interface SortedKeys {
  readonly keys: readonly VerificationKey[];
  readonly rejected: readonly RejectedKey[];
}

export interface RejectedKey {
  /** Bounded and escaped; absent where the key has none. */
  readonly kid?: string;
  readonly refusal: KeyRefusal;
}

export interface JwksLimits extends KeyAllowances {
  /** The only algorithms for which keys are taken. */
  readonly algorithms: readonly SignatureAlgorithm[];
  /** Default 64; later keys are rejected. */
  readonly maxKeys?: number;
}

const defaultMaxKeys = 64;

/**
 * Reads a published key set. Private keys and secrets in it are rejected, as whoever reads the set could sign.
 * A key without `alg` is pinned once for each allowed algorithm that it fits. Never throws.
 */
export async function importJwks(text: string, limits: JwksLimits): Promise<ImportedKeySet> {
  const document = readDocument(text);
  if (document === undefined) return { kind: 'refused', refusal: keyUnreadable('JWK set') };
  const maxKeys = limits.maxKeys ?? defaultMaxKeys;
  const imports = await Promise.all(
    withoutRepeats(document.slice(0, maxKeys)).map((entry) => importPublished(entry, limits)),
  );
  return {
    kind: 'keys',
    keys: imports.flatMap(({ keys }) => keys),
    rejected: [...imports.flatMap(({ rejected }) => rejected), ...surplus(document, maxKeys)],
  };
}

function readDocument(text: string): readonly unknown[] | undefined {
  const reading = readJson(text);
  if (reading.kind === 'not-json' || reading.duplicates.length > 0) return undefined;
  const document: unknown = toValue(reading.root);
  const isSet = typeof document === 'object' && document !== null && 'keys' in document;
  return isSet && Array.isArray(document.keys) ? document.keys : undefined;
}

async function importPublished(
  entry: unknown,
  { algorithms: allowed, dangerouslyAllowFactorableKey = false }: JwksLimits,
): Promise<SortedKeys> {
  if (!isJwk(entry)) return { keys: [], rejected: [{ refusal: keyUnreadable('JWK') }] };
  const checked = readJwk(entry);
  if (checked.kind === 'refused') return { keys: [], rejected: [reject(entry, checked.refusal)] };
  const jwk = checked.key;
  const fitting = algorithmsOfJwk(jwk);
  const wanted = fitting.filter((algorithm) => allowed.includes(algorithm));
  const refusal =
    refusePublished(jwk) ?? (wanted.length === 0 ? algorithmNotAllowed(allowed, fitting) : undefined);
  if (refusal !== undefined) return { keys: [], rejected: [reject(jwk, refusal)] };
  return sortResults(
    jwk,
    await Promise.all(
      wanted.map((algorithm) =>
        importVerificationKey({ from: 'jwk', jwk, dangerouslyAllowFactorableKey }, algorithm),
      ),
    ),
  );
}

function refusePublished(jwk: Jwk): KeyRefusal | undefined {
  const half = halfOfJwk(jwk);
  return half === 'public'
    ? refuseUse(jwk)
    : keyPrivate(half === 'secret' ? 'a shared secret' : 'a private key');
}

function sortResults(jwk: Jwk, results: readonly KeyResult<VerificationKey>[]): SortedKeys {
  const keys = results.flatMap((result) => (result.kind === 'key' ? [result.key] : []));
  const refusal = results.flatMap((result) => (result.kind === 'refused' ? [result.refusal] : []))[0];
  return { keys, rejected: refusal === undefined ? [] : [reject(jwk, refusal)] };
}

function reject(jwk: Jwk, refusal: KeyRefusal): RejectedKey {
  const kid = kidOfJwk(jwk);
  return { refusal, ...(kid === undefined ? {} : { kid: quote(kid) }) };
}

/** The same key twice is one key. Different keys under one `kid` are all kept: verification tries each. */
function withoutRepeats(entries: readonly unknown[]): readonly unknown[] {
  return [...new Map(entries.map((entry) => [JSON.stringify(entry), entry])).values()];
}

function surplus(entries: readonly unknown[], maxKeys: number): readonly RejectedKey[] {
  return entries.length <= maxKeys ? [] : [{ refusal: keyTooMany(maxKeys, entries.length) }];
}
