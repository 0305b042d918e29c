import type { GivenKey, GivenKeys } from '../keys/given-key.ts';
import type { KeyRefusal, KeyRefusalCode, KeyResult } from '../keys/key.ts';
import { malformed } from '../verdict/malformed.ts';
import { quote, quoteList, quoteValue } from '../verdict/quote.ts';
import { type Refusal, refused, type Verdict, verified } from '../verdict/verdict.ts';
import type { VerdictCode } from '../verdict/verdict-code.ts';
import { type InspectionKey, importInspectionKey } from './inspection-key.ts';
import type { HeaderMembers } from './read-jws.ts';

/** A refusal about the token or about the key that was given for it. */
export type InspectionCode = VerdictCode | KeyRefusalCode;

/** Keys to inspect tokens with, each imported once for each algorithm that a token names. */
export interface InspectionKeys {
  readonly kind: GivenKeys['kind'];
  readonly sources: readonly KeySource[];
}

interface KeySource {
  readonly kid?: string;
  readonly forAlgorithm: (alg: string) => Promise<KeyResult<InspectionKey>>;
}

/** An `alg` is text of the token: only so many are remembered for each key. */
const mostAlgorithms = 32;

export function openInspectionKeys({ kind, keys }: GivenKeys): InspectionKeys {
  return { kind, sources: keys.map(openSource) };
}

/**
 * The keys to try. Of a set those of the token's `kid`, or else those without a name; a single key is tried
 * whatever it is called, as somebody chose it. All refused: the reason of the first.
 */
export async function keysFor(
  header: HeaderMembers & { readonly alg: string },
  keys: InspectionKeys,
): Promise<Verdict<readonly InspectionKey[], InspectionCode>> {
  const { kid, alg } = header;
  if (kid !== undefined && typeof kid !== 'string') {
    const actual = quoteValue(kid);
    return malformed('The key identifier in the header is not text', { member: 'kid', actual });
  }
  const chosen = choose(kid, keys);
  if (chosen.length === 0) return keyUnknown(kid, keys);
  const results = await Promise.all(chosen.map((source) => source.forAlgorithm(alg)));
  const usable = results.flatMap((result) => (result.kind === 'key' ? [result.key] : []));
  if (usable.length > 0) return verified(usable);
  const refusals = results.flatMap((result) => (result.kind === 'refused' ? [result.refusal] : []));
  return refused(asVerdict(mostTelling(refusals)));
}

/** The keys of a set that the token's `kid` does not name, for a word about what would have verified. */
export async function otherKeysFor(
  { kid, alg }: HeaderMembers & { readonly alg: string },
  keys: InspectionKeys,
): Promise<readonly InspectionKey[]> {
  const others = keys.kind === 'one' ? [] : keys.sources.filter((source) => source.kid !== kid);
  const results = await Promise.all(others.map((source) => source.forAlgorithm(alg)));
  return results.flatMap((result) => (result.kind === 'key' ? [result.key] : []));
}

function openSource(given: GivenKey): KeySource {
  const imported = new Map<string, Promise<KeyResult<InspectionKey>>>();
  return {
    ...(given.kid === undefined ? {} : { kid: given.kid }),
    forAlgorithm: (alg) => {
      const known = imported.get(alg);
      if (known !== undefined) return known;
      const result = importInspectionKey(given, alg);
      if (imported.size < mostAlgorithms) imported.set(alg, result);
      return result;
    },
  };
}

function choose(kid: string | undefined, { kind, sources }: InspectionKeys): readonly KeySource[] {
  if (kind === 'one' || kid === undefined) return sources;
  const named = sources.filter((source) => source.kid === kid);
  return named.length > 0 ? named : sources.filter((source) => source.kid === undefined);
}

/** That a key of a set is of another kind says little when another key of it is broken. */
function mostTelling(refusals: readonly KeyRefusal[]): KeyRefusal | undefined {
  return refusals.find(({ code }) => code !== 'key_wrong_kind') ?? refusals[0];
}

function asVerdict(refusal: KeyRefusal | undefined): Refusal<InspectionCode> {
  if (refusal === undefined) return { code: 'key_unknown', sentence: 'No key was given.' };
  const { code } = refusal;
  if (code === 'runtime_unsupported') return { ...refusal, code: 'alg_unsupported' };
  const isPin = code === 'key_wrong_kind' || code === 'algorithm_not_allowed';
  // A weak exponent is of kind `key_wrong_kind` too, but is about `e`.
  return isPin && refusal.member === 'alg' ? { ...refusal, code: 'alg_not_pinned' } : refusal;
}

function keyUnknown(kid: string | undefined, { sources }: InspectionKeys): Verdict<never, InspectionCode> {
  const known = sources.flatMap((source) => (source.kid === undefined ? [] : [quote(source.kid)]));
  return refused({
    code: 'key_unknown',
    sentence: 'No key of the set has the key identifier of the token.',
    member: 'kid',
    expected: quoteList(known),
    actual: kid === undefined ? 'no kid' : quote(kid),
    fix: 'Give the key set that the issuer publishes now.',
    rule: 'RFC 7515 §4.1.4',
  });
}
