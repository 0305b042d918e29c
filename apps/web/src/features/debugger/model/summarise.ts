import { translate } from '../../../ui/language/translate.ts';
import { words } from '../words.ts';
import type { GivenKey } from './give-key.ts';
import type { Dissection, Finding, VerdictSummary } from './inspection.ts';
import type { SignatureCheck } from './signature-check.ts';
import { findTimes } from './times.ts';
import { refusalToFinding } from './to-finding.ts';

export interface Summary {
  readonly verdict: VerdictSummary;
  /** In order of consequence. */
  readonly findings: readonly Finding[];
}

const consequence = ['refused', 'unknown', 'warning', 'verified', 'note'] as const;

/** What the verdict depends on beside token and key. */
export interface Circumstances {
  /** Milliseconds since 1970. */
  readonly now: number;
  /** By how much clocks may differ, in seconds. */
  readonly skew: number;
  /** What is unwise about the token; it does not change the verdict. */
  readonly advice?: readonly Finding[];
  /** The key came with a link, so that a match says nothing until the reader knows the key. */
  readonly isLinked?: boolean;
}

/** Draws everything that is known together into one verdict and a list. */
export function summarise(
  dissection: Dissection,
  given: GivenKey,
  check: SignatureCheck,
  { now, skew, advice = [], isLinked = false }: Circumstances,
): Summary {
  if (dissection.parsed.kind === 'empty')
    return { verdict: verdictOf('unknown', words.verdicts.empty), findings: [] };
  const found = [
    ...dissection.findings,
    ...signatureFindings(check, dissection),
    ...findTimes(dissection, now, skew),
    ...keyFindings(given),
    ...advice,
  ];
  const findings = unique(found).toSorted(byConsequence);
  return { verdict: weigh(findings, given, check, isLinked), findings };
}

function weigh(
  findings: readonly Finding[],
  { reading }: GivenKey,
  check: SignatureCheck,
  isLinked: boolean,
): VerdictSummary {
  const gravest = findings[0];
  if (gravest?.tone === 'refused')
    return verdictOf('refused', `${translate(gravest.sentence)} ${aboutSignature(check)}`.trim());
  if (check.kind === 'matches' && isLinked) return verdictOf('unknown', words.verdicts.matchesLinked);
  if (check.kind === 'matches')
    return verdictOf('verified', words.verdicts.matches(check.algorithm, check.kid));
  if (check.kind === 'refused') return verdictOf('unknown', translate(check.refusal.sentence));
  return verdictOf(
    'unknown',
    reading.kind === 'unreadable' ? words.verdicts.keyUnreadable : words.verdicts.noKey,
  );
}

/** Beside another reason for refusal: whether the signature at least was right. */
function aboutSignature(check: SignatureCheck): string {
  if (check.kind === 'matches') return words.verdicts.signatureRight;
  return check.kind === 'not-checked' ? words.verdicts.signatureUnchecked : '';
}

function verdictOf(tone: VerdictSummary['tone'], reason: string): VerdictSummary {
  return { tone, word: words.tones[tone], reason };
}

/** Codes that speak of what can be done here, not against the token. */
const notAgainstTheToken: readonly string[] = ['alg_unsupported', 'token_encrypted'];

function signatureFindings(check: SignatureCheck, dissection: Dissection): readonly Finding[] {
  if (check.kind !== 'refused') return [];
  const { refusal } = check;
  // The tolerant reader has said the same already, with the place.
  const known = dissection.findings.some(({ tone }) => tone === 'refused');
  if (refusal.code === 'token_malformed' && known) return [];
  return [refusalToFinding(refusal, notAgainstTheToken.includes(refusal.code) ? 'unknown' : 'refused')];
}

function keyFindings({ reading, findings }: GivenKey): readonly Finding[] {
  return reading.kind === 'unreadable' ? [refusalToFinding(reading.refusal, 'unknown')] : findings;
}

function byConsequence(a: Finding, b: Finding): number {
  return rank(a) - rank(b);
}

function rank({ tone, isGrave = false }: Finding): number {
  return consequence.indexOf(tone) - (isGrave ? 0.5 : 0);
}

/** A fault can be seen by two readers; the more exact one comes first and stays. */
function unique(findings: readonly Finding[]): readonly Finding[] {
  return findings.filter((finding, index) => findings.findIndex(({ id }) => id === finding.id) === index);
}
