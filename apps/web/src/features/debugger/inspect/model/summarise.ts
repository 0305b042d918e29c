import { kidDiffers } from '@signet/token/jws';
import { lacksRequest } from '@signet/token/profiles';
import { headerMember } from '../../../../parts/token-view/model/dissect.ts';
import { inOrder } from '../../../../parts/token-view/model/in-order.ts';
import type { Dissection, Finding } from '../../../../parts/token-view/model/inspection.ts';
import { refusalToFinding } from '../../../../parts/token-view/model/to-finding.ts';
import { translate } from '../../../../ui/language/translate.ts';
import type { Tone } from '../../../../ui/verdict/tone.ts';
import { words as verdictWords } from '../../../../ui/verdict/words.ts';
import type { GivenKey } from '../../keys/key-reading.ts';
import { words as keyWords } from '../../keys/words.ts';
import type { SdJwtView } from '../inside/read-inside.ts';
import { words as insideWords } from '../inside/words.ts';
import { words } from '../words.ts';
import { toAdvice } from './advice-finding.ts';
import { type Expected, findUnexpected, isProof, type Unchecked, uncheckedOf } from './expected.ts';
import type { SignatureCheck } from './signature-check.ts';
import { findTimes } from './times.ts';

/** The answer on top of the page. */
export interface VerdictSummary {
  readonly tone: Tone;
  readonly word: string;
  readonly reason: string;
  /** The finding that a no follows from; often a code of the catalogue. */
  readonly refusedFor?: string;
  /** What to do about a no. */
  readonly fix?: string;
  /** What a verdict of yes does not cover, or keeps it from being one. */
  readonly unchecked?: readonly Unchecked[];
}

export interface Summary {
  readonly verdict: VerdictSummary;
  /** In order of consequence. */
  readonly findings: readonly Finding[];
}

/** What the verdict depends on beside token and key. */
export interface Circumstances {
  /** Milliseconds since 1970. */
  readonly now: number;
  /** By how much clocks may differ, in seconds. */
  readonly skew: number;
  /** What the reader expects of the token. */
  readonly expected?: Expected;
  /** What speaks against the token by rules that the reader asked for; the profile shows it among its findings. */
  readonly broken?: Finding | undefined;
  /** Whether those rules have been looked at. */
  readonly isHeld?: boolean;
  /** What is unwise about the token; it does not change the verdict. */
  readonly advice?: readonly Finding[];
  /** The key came with a link, so that a match says nothing until the reader knows the key. */
  readonly isLinked?: boolean;
  /** The disclosures of an SD-JWT. */
  readonly sdJwt?: SdJwtView | undefined;
  /** The token itself led to the address that the key came from: likewise. */
  readonly keyFrom?: string;
}

/** Draws everything that is known together into one verdict and a list. */
export function summarise(
  dissection: Dissection,
  given: GivenKey,
  check: SignatureCheck,
  circumstances: Circumstances,
): Summary {
  const { now, skew, expected = nothingExpected, advice = [], isLinked = false } = circumstances;
  const { keyFrom, sdJwt, broken, isHeld = false } = circumstances;
  if (dissection.parsed.kind === 'empty')
    return { verdict: verdictOf('unknown', words.verdicts.empty), findings: [] };
  const found = [
    ...dissection.findings,
    ...signatureFindings(check, dissection),
    ...findTimes(dissection, now, skew, sdJwt?.sdJwt.claims),
    ...findUnexpected(dissection, expected, now, skew),
    ...keyFindings(given),
    ...otherName(given, dissection),
    ...(sdJwt ? sdJwtFindings(sdJwt) : []),
    ...advice,
  ];
  const findings = inOrder(found);
  const matchesForeign = foreignMatch(isLinked, keyFrom);
  return {
    verdict: weigh([...findings, ...(broken ? [broken] : [])], {
      dissection,
      given,
      check,
      expected,
      matchesForeign,
      sdJwt,
      isHeld,
    }),
    findings,
  };
}

const nothingExpected: Expected = { profile: undefined, known: {} };

interface Weighed {
  readonly dissection: Dissection;
  readonly given: GivenKey;
  readonly check: SignatureCheck;
  readonly expected: Expected;
  /** What a match says of a key that the reader has not chosen. */
  readonly matchesForeign: string | undefined;
  readonly sdJwt: SdJwtView | undefined;
  readonly isHeld: boolean;
}

function weigh(findings: readonly Finding[], weighed: Weighed): VerdictSummary {
  const { dissection, given, check, matchesForeign, sdJwt } = weighed;
  const gravest = findings.find(({ tone }) => tone === 'refused');
  if (gravest !== undefined) return refusedFor(gravest, check);
  if (check.kind === 'matches' && matchesForeign !== undefined) return verdictOf('unknown', matchesForeign);
  // What follows the token is part of what was pasted, and the signature alone does not cover it.
  if (check.kind === 'matches' && dissection.parsed.tail !== undefined && sdJwt === undefined)
    return verdictOf('unknown', insideWords.sdJwt.unread);
  if (check.kind === 'matches') return matched(check, weighed);
  if (check.kind === 'decrypted') return decrypted(check, dissection);
  if (check.kind === 'refused') return verdictOf('unknown', translate(check.refusal.sentence));
  return verdictOf('unknown', waitingFor(dissection, given, check));
}

function refusedFor({ id, sentence, fix }: Finding, check: SignatureCheck): VerdictSummary {
  const verdict = verdictOf('refused', `${translate(sentence)} ${aboutSignature(check)}`.trim());
  return { ...verdict, refusedFor: id, ...(fix !== undefined && { fix }) };
}

/** A proof is made for one request: without it, there is nothing that its signature could vouch for (RFC 9449 §4.3). */
function matched(check: Match, { dissection, expected, isHeld }: Weighed): VerdictSummary {
  const unchecked = uncheckedOf(dissection, expected);
  const { matches, matchesOwn, ofNoRequest } = words.verdicts;
  const reason = check.isOwn ? matchesOwn(check.algorithm) : matches(check.algorithm, check.kid);
  if (isProof(dissection, expected) && lacksRequest(unchecked))
    return { ...verdictOf('unknown', `${reason} ${ofNoRequest}`), unchecked };
  if (isProof(dissection, expected) && !isHeld) return verdictOf('unknown', words.verdicts.checking);
  return { ...verdictOf('verified', reason), unchecked };
}

type Match = Extract<SignatureCheck, { readonly kind: 'matches' }>;

/** Whoever has the recipient's public key can have written it: that it opens is no word about its author. */
function decrypted(
  { algorithm, encryption }: Extract<SignatureCheck, { kind: 'decrypted' }>,
  { nested }: Dissection,
): VerdictSummary {
  const { word, reason, nested: withToken } = insideWords.decrypted;
  const told = nested === undefined ? reason(algorithm, encryption) : withToken(algorithm, encryption);
  return { tone: 'unknown', word, reason: told };
}

function waitingFor({ parsed }: Dissection, { reading }: GivenKey, check: SignatureCheck): string {
  if (reading.kind === 'unreadable') {
    if (reading.locked) return keyWords.password.waiting;
    return parsed.kind === 'encrypted' ? insideWords.decrypted.keyUnreadable : words.verdicts.keyUnreadable;
  }
  if (check.kind === 'not-checked' && check.waitsFor === 'answer') return words.verdicts.checking;
  if (check.kind === 'not-checked' && check.waitsFor === 'payload') return insideWords.detached.waiting;
  return parsed.kind === 'encrypted' ? insideWords.decrypted.waiting : words.verdicts.noKey;
}

/** What a match says while the key is one that the reader has not chosen. */
function foreignMatch(isLinked: boolean, keyFrom: string | undefined): string | undefined {
  if (keyFrom !== undefined) return words.verdicts.matchesNamed(keyFrom);
  return isLinked ? words.verdicts.matchesLinked : undefined;
}

/** Beside another reason for refusal: whether the signature at least was right. */
function aboutSignature(check: SignatureCheck): string {
  const { signatureRight, signatureRightOwn } = words.verdicts;
  if (check.kind === 'matches') return check.isOwn ? signatureRightOwn : signatureRight;
  if (check.kind === 'decrypted') return '';
  return check.kind === 'not-checked' ? words.verdicts.signatureUnchecked : '';
}

function verdictOf(tone: VerdictSummary['tone'], reason: string): VerdictSummary {
  return { tone, word: verdictWords.tones[tone], reason };
}

/** Codes that speak of what can be done here, or of the key, and not against the token. */
const notAgainstTheToken: readonly string[] = [
  'alg_unsupported',
  'token_encrypted',
  'runtime_unsupported',
  'key_unreadable',
  'key_kind_unsupported',
  'key_elsewhere',
  'key_public',
  'key_private',
  'key_wrong_kind',
  'key_factorable',
  'key_too_short',
  'key_not_for_encryption',
  'key_not_for_signatures',
  'algorithm_not_allowed',
];

function signatureFindings(check: SignatureCheck, dissection: Dissection): readonly Finding[] {
  // The tolerant reader has said the same already, with the place.
  const known = dissection.findings.some(({ tone }) => tone === 'refused');
  if (check.kind === 'matches' && check.unread !== undefined && !known)
    return [refusalToFinding(check.unread, 'refused'), ...check.warnings.filter(isNews).map(warn)];
  if (check.kind === 'matches' || check.kind === 'decrypted') return check.warnings.filter(isNews).map(warn);
  if (check.kind !== 'refused') return [];
  const { refusal } = check;
  if (refusal.code === 'token_malformed' && known) return [];
  if (check.matchingEntry !== undefined) {
    const fix = insideWords.several.other(check.matchingEntry + 1);
    return [refusalToFinding({ ...refusal, fix }, 'refused')];
  }
  return [refusalToFinding(refusal, notAgainstTheToken.includes(refusal.code) ? 'unknown' : 'refused')];
}

/** That the key has another name is said with both names, whether it matches or not. */
function isNews(warning: string): boolean {
  return warning !== kidDiffers;
}

function warn(sentence: string): Finding {
  return { id: sentence, tone: 'warning', sentence };
}

function keyFindings({ reading }: GivenKey): readonly Finding[] {
  if (reading.kind !== 'unreadable') return [];
  const { refusal, locked } = reading;
  const told = locked ? { ...refusal, fix: keyWords.password.fix } : refusal;
  return [refusalToFinding(told, 'unknown')];
}

/** The reader may try any key; but a verifier that looks keys up by name would not find this one. */
function otherName({ ownName }: GivenKey, dissection: Dissection): readonly Finding[] {
  const kid = headerMember(dissection, 'kid');
  if (ownName === undefined || typeof kid !== 'string' || ownName === kid) return [];
  const { sentence, fix } = words.key.otherName;
  const [expected, actual] = [`kid “${kid}”`, `kid “${ownName}”`];
  return [{ id: 'kid_differs', tone: 'warning', sentence, expected, actual, fix, rule: 'RFC 7515 §4.1.4' }];
}

/** A verifier must refuse an SD-JWT for these (RFC 9901 §7.1), whatever its signature says. */
function sdJwtFindings({ sdJwt, binding }: SdJwtView): readonly Finding[] {
  const found = sdJwt.findings.map(
    (finding): Finding => ({ ...toAdvice(finding), ...(finding.level === 'error' && { tone: 'refused' }) }),
  );
  if (binding !== 'unsigned') return found;
  const sentence = insideWords.sdJwt.binding.unsigned;
  return [...found, { id: 'key_binding', tone: 'refused', sentence, rule: 'RFC 9901 §7.3' }];
}
