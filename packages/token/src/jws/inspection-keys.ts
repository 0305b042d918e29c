import type { GivenKeys } from '../keys/given-key.ts';
import type { KeyRefusal, KeyRefusalCode } from '../keys/key.ts';
import { chooseSources, type KeySources, openKeySources } from '../keys/key-sources.ts';
import { malformed } from '../verdict/malformed.ts';
import { quote, quoteList, quoteValue } from '../verdict/quote.ts';
import { type Refusal, refused, type Verdict, verified } from '../verdict/verdict.ts';
import type { VerdictCode } from '../verdict/verdict-code.ts';
import { importInspectionKey } from './import-inspection-key.ts';
import type { InspectionKey } from './inspection-key.ts';
import type { HeaderMembers } from './read-jws.ts';

/** A refusal about the token or about the key that was given for it. */
export type InspectionCode = VerdictCode | KeyRefusalCode;

/** Keys to inspect signatures with. */
export type InspectionKeys = KeySources<InspectionKey>;

export function openInspectionKeys(given: GivenKeys): InspectionKeys {
  return openKeySources(given, importInspectionKey);
}

/** The keys to try for a token and a purpose. All refused: the most telling reason. */
export async function keysFor<Key>(
  { kid }: HeaderMembers,
  purpose: string,
  keys: KeySources<Key>,
): Promise<Verdict<readonly Key[], InspectionCode>> {
  if (kid !== undefined && typeof kid !== 'string') {
    const actual = quoteValue(kid);
    return malformed('The key identifier in the header is not text', { member: 'kid', actual });
  }
  const chosen = chooseSources(kid, keys);
  if (chosen.length === 0) return keyUnknown(kid, keys);
  const results = await Promise.all(chosen.map((source) => source.keyFor(purpose)));
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
  const chosen = chooseSources(typeof kid === 'string' ? kid : undefined, keys);
  const others = keys.sources.filter((source) => !chosen.includes(source));
  const results = await Promise.all(others.map((source) => source.keyFor(alg)));
  return results.flatMap((result) => (result.kind === 'key' ? [result.key] : []));
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

function keyUnknown(
  kid: string | undefined,
  { sources }: KeySources<unknown>,
): Verdict<never, InspectionCode> {
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
