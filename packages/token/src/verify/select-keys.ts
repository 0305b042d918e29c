import { readAlgorithm } from '../keys/algorithm.ts';
import type { VerificationKey } from '../keys/key.ts';
import { quote, quoteList, quoteValue } from '../verdict/quote.ts';
import { type Refused, refused, type Verdict, verified } from '../verdict/verdict.ts';
import type { JoseHeader } from './verified-token.ts';

/** Bounds the signature checks that one token can cause. */
const mostCandidates = 8;

/** The keys to try, and how many more would fit but are not tried, which a refusal says. */
export interface Candidates {
  readonly keys: readonly VerificationKey[];
  readonly passedOver: number;
}

/**
 * The trusted keys that may verify a token: those of its `kid` first, then those that have no name and so may be meant
 * as well (RFC 7515 §6), and of them only those pinned to its `alg`. The token chooses among keys; it never brings one
 * (`jwk`, `jku`, `x5c` are not read).
 */
export function selectKeys(header: JoseHeader, keys: readonly VerificationKey[]): Verdict<Candidates> {
  const { kid } = header;
  if (kid !== undefined && typeof kid !== 'string') return kidNotText(kid);
  const named = kid === undefined ? keys : keysOf(kid, keys);
  if (named.length === 0) return keyUnknown(kid, keys);
  const algorithm = readAlgorithm(header.alg);
  const pinned = named.filter((key) => key.algorithm === algorithm);
  if (pinned.length === 0) return algorithmNotPinned(header.alg, named);
  const tried = pinned.slice(0, mostCandidates);
  return verified({ keys: tried, passedOver: pinned.length - tried.length });
}

function keysOf(kid: string, keys: readonly VerificationKey[]): readonly VerificationKey[] {
  const nameless = keys.filter((key) => key.kid === undefined);
  return [...keys.filter((key) => key.kid === kid), ...nameless];
}

function keyUnknown(kid: string | undefined, keys: readonly VerificationKey[]): Refused {
  const known = keys.flatMap((key) => (key.kid === undefined ? [] : [key.kid]));
  return refused({
    code: 'key_unknown',
    sentence: 'No trusted key matches the token.',
    member: 'kid',
    expected: known.length === 0 ? 'a token of a trusted key' : quoteList(known.map(quote)),
    actual: kid === undefined ? 'no kid' : quote(kid),
    fix: 'Get a token from this issuer; if it changed its keys, wait until they are read again.',
    rule: 'RFC 7515 §4.1.4',
  });
}

function algorithmNotPinned(alg: string, keys: readonly VerificationKey[]): Refused {
  return refused({
    code: 'alg_not_pinned',
    sentence: 'The signature algorithm is not one that this key may use.',
    member: 'alg',
    expected: quoteList([...new Set(keys.map((key) => key.algorithm))]),
    actual: quote(alg),
    fix: 'Have the issuer sign with the algorithm its key is made for.',
    rule: 'RFC 8725 §3.1',
  });
}

function kidNotText(kid: unknown): Refused {
  return refused({
    code: 'token_malformed',
    sentence: 'The key identifier in the header is not text.',
    member: 'kid',
    expected: 'a string',
    actual: quoteValue(kid),
    fix: 'Have the issuer write kid as a string.',
    rule: 'RFC 7515 §4.1.4',
  });
}
