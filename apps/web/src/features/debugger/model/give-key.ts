import {
  importJwks,
  importVerificationKey,
  type KeyMaterial,
  type KeyResult,
  type Refusal,
  readAlgorithm,
  readKey,
  type SignatureAlgorithm,
  signatureAlgorithms,
  type VerificationKey,
} from '@signet/token';
import { words } from '../words.ts';
import type { Finding } from './inspection.ts';
import { type KeyReading, noKey, type SecretEncoding } from './key-reading.ts';
import { secretBytes } from './secret-bytes.ts';
import { refusalToFinding } from './to-finding.ts';

/** The reader's key, ready to verify with. */
export interface GivenKey {
  readonly reading: KeyReading;
  readonly keys: readonly VerificationKey[];
  /** Given alone, not in a set: then it is tried whatever name the token gives. */
  readonly isAlone: boolean;
  /** The name that a key given alone has by itself. */
  readonly ownName?: string;
  /** What is risky about the key itself. */
  readonly findings: readonly Finding[];
}

/** What the token says of its key. It chooses among what the reader's key can do, and brings nothing of its own. */
export interface TokenHint {
  readonly alg: unknown;
  readonly kid: unknown;
}

const nothing: GivenKey = { reading: noKey, keys: [], isAlone: false, findings: [] };
type Text = ReturnType<typeof readKey>;
type SingleKey = Extract<Text, { kind: 'jwk' | 'pem' | 'secret' }>;

/** Reads the text in the key field: a secret, PEM, JWK or JWK set. Never throws for what a person may paste. */
export async function giveKey(text: string, encoding: SecretEncoding, hint: TokenHint): Promise<GivenKey> {
  if (text.trim() === '') return nothing;
  const read = readKey(text);
  if (read.kind === 'refused') return unreadable(read.refusal);
  return read.kind === 'jwks' ? giveSet(text) : giveOne(read, encoding, hint);
}

async function giveSet(text: string): Promise<GivenKey> {
  const set = await importJwks(text, { algorithms: signatureAlgorithms });
  if (set.kind === 'refused') return unreadable(set.refusal);
  const findings = set.rejected.map(({ refusal }) => refusalToFinding(refusal, 'warning'));
  const count = new Set(set.keys.map(({ kid }) => kid)).size;
  return { reading: readable(words.key.set(count)), keys: set.keys, isAlone: false, findings };
}

async function giveOne(read: SingleKey, encoding: SecretEncoding, hint: TokenHint): Promise<GivenKey> {
  const material = materialOf(read, encoding, hint);
  if (material === undefined) return unreadable(notInEncoding(encoding), true);
  const results = await Promise.all(
    pinned(read.algorithms, hint).map((algorithm) => importOne(material, algorithm)),
  );
  const keys = results.flatMap((result) => (result.kind === 'key' ? [result.key] : []));
  const refusal = results.flatMap((result) => (result.kind === 'refused' ? [result.refusal] : []))[0];
  if (keys.length === 0 && refusal) return unreadable(refusal, read.kind === 'secret');
  const findings = [...results.flatMap((result) => result.findings), ...otherName(read, hint)];
  return { reading: describe(read), keys, isAlone: true, ...ownName(read), findings };
}

function ownName(read: SingleKey): Pick<GivenKey, 'ownName'> {
  return read.kind === 'jwk' && typeof read.jwk['kid'] === 'string' ? { ownName: read.jwk['kid'] } : {};
}

/** The reader may try any key; but a verifier that looks keys up by name would not find this one. */
function otherName(read: SingleKey, { kid }: TokenHint): readonly Finding[] {
  const own = ownName(read).ownName;
  if (own === undefined || typeof kid !== 'string' || own === kid) return [];
  const { sentence, fix } = words.key.otherName;
  const [expected, actual] = [`kid “${kid}”`, `kid “${own}”`];
  return [{ id: 'kid_differs', tone: 'warning', sentence, expected, actual, fix, rule: 'RFC 7515 §4.1.4' }];
}

function unreadable(refusal: Refusal<string>, secret = false): GivenKey {
  return { ...nothing, reading: { kind: 'unreadable', secret, refusal } };
}

function notInEncoding(encoding: SecretEncoding): Refusal<string> {
  const { sentence, fix } = words.key.notInEncoding;
  return { code: 'key_unreadable', sentence: sentence(words.key.encodings[encoding]), fix };
}

/** One algorithm where the token names one that fits the key, else all that fit, so that the refusal can name them. */
function pinned(fitting: readonly SignatureAlgorithm[], hint: TokenHint): readonly SignatureAlgorithm[] {
  const named = readAlgorithm(hint.alg);
  return named !== undefined && fitting.includes(named) ? [named] : fitting;
}

/** A key given alone is tried whatever its `kid`: the reader, not the token, says that it is the one. */
function materialOf(read: SingleKey, encoding: SecretEncoding, { kid }: TokenHint): KeyMaterial | undefined {
  const name = typeof kid === 'string' ? { kid } : {};
  if (read.kind === 'jwk') return { from: 'jwk', jwk: { ...read.jwk, ...name } };
  if (read.kind === 'pem') return { from: 'pem', pem: read.pem, ...name };
  const secret = secretBytes(read.secret, encoding);
  return secret === undefined ? undefined : { from: 'secret', secret, ...name };
}

/** A secret that is too short still shows whether it matches, with a warning beside it. */
async function importOne(
  material: KeyMaterial,
  algorithm: SignatureAlgorithm,
): Promise<KeyResult<VerificationKey> & { readonly findings: readonly Finding[] }> {
  const strict = await importVerificationKey(material, algorithm);
  const short = strict.kind === 'refused' && strict.refusal.code === 'key_too_short';
  if (!short || material.from !== 'secret') return { ...strict, findings: [] };
  const lenient = await importVerificationKey({ ...material, dangerouslyAllowShortSecret: true }, algorithm);
  return { ...lenient, findings: [refusalToFinding(strict.refusal, 'warning')] };
}

function describe(read: SingleKey): KeyReading {
  if (read.kind === 'secret') return { ...readable(words.key.secret), secret: true };
  const form = read.kind === 'jwk' ? 'JWK' : 'PEM';
  return readable(words.key.described(read.half, form, read.algorithms));
}

function readable(description: string): Extract<KeyReading, { kind: 'readable' }> {
  return { kind: 'readable', secret: false, description };
}
