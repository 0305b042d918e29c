import { algorithmTraits, readAlgorithm } from '../keys/algorithm.ts';
import { parseCompactJws } from '../parse/parse-compact-jws.ts';
import { type ExaminedToken, member, textOf } from './examined-token.ts';
import type { Finding } from './finding.ts';
import { foundAt, type RuleText } from './rule.ts';
import { wellKnownSecrets } from './well-known-secrets.ts';

const weak: RuleText = {
  rule: 'lint/weak-secret',
  level: 'error',
  fix: 'Replace the secret at once by random bytes, as many as the hash has, and sign with it from now on.',
  reference: 'RFC 8725 §3.5',
};

const short: RuleText = {
  rule: 'lint/short-secret',
  level: 'error',
  fix: 'Use random bytes, at least as many as the hash has.',
  reference: 'RFC 7518 §3.2, RFC 8725 §3.5',
};

const longestSigned = 64 * 1024;

/** Tries the bundled list against an HS* signature: a few hundred hashes, however the token was made. */
export async function findWeakSecret(token: ExaminedToken): Promise<readonly Finding[]> {
  const at = member(token.header, 'alg');
  const algorithm = readAlgorithm(at?.value);
  const parsed = parseCompactJws(token.parsed.token, { maxBytes: longestSigned });
  if (at === undefined || algorithm === undefined || parsed.verdict === 'refused') return [];
  const { family, webCrypto } = algorithmTraits(algorithm);
  const { encoded, signature } = parsed.token;
  if (family !== 'HMAC' || signature.length === 0) return [];
  const input = new TextEncoder().encode(`${encoded.header}.${encoded.payload}`);
  const tries = await Promise.all(
    wellKnownSecrets.map((secret) => verifies(webCrypto, secret, signature, input)),
  );
  if (!tries.includes(true)) return [];
  const sentence = 'The token is signed with a secret that stands in lists: anybody can sign such tokens.';
  return [foundAt(weak, sentence, at)];
}

/** What the secret at hand gives away by its length alone. */
export function judgeSecret(token: ExaminedToken, secret: string | Uint8Array): readonly Finding[] {
  const at = member(token.header, 'alg');
  const algorithm = readAlgorithm(textOf(token.header, 'alg'));
  if (at === undefined || algorithm === undefined) return [];
  const { family, hashBits = 0 } = algorithmTraits(algorithm);
  const bits = (typeof secret === 'string' ? new TextEncoder().encode(secret) : secret).length * 8;
  if (family !== 'HMAC' || bits >= hashBits) return [];
  return [foundAt(short, `The secret has ${bits} bits; ${algorithm} needs ${hashBits} or more.`, at)];
}

async function verifies(
  algorithm: { readonly name: string; readonly hash?: string },
  secret: string,
  signature: Uint8Array<ArrayBuffer>,
  input: Uint8Array<ArrayBuffer>,
): Promise<boolean> {
  const bytes = new TextEncoder().encode(secret);
  const key = await crypto.subtle.importKey('raw', bytes, algorithm, false, ['verify']);
  return crypto.subtle.verify(algorithm.name, key, signature, input);
}
