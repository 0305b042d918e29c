/** The characters of a token that a finding is about; `end` is after the last. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Something about a token, or a key, that its owner should change or at least know. Never holds a secret value. */
export interface Finding {
  /** Stable, such as `lint/alg-none`. Match on this, never on a sentence. */
  readonly rule: string;
  /** `error`: an attack, or refused by every careful verifier. `warning`: change it. `note`: know it. */
  readonly level: 'error' | 'warning' | 'note';
  readonly sentence: string;
  /** What can be done about it, as an imperative sentence. */
  readonly fix: string;
  /** Where the rule is written down, such as `RFC 8725 §3.2`. */
  readonly reference: string;
  /** The claim or header parameter concerned. */
  readonly member?: string;
  /** Absent where the finding is about what is missing. */
  readonly where?: Span;
}

const weights = { error: 0, warning: 1, note: 2 } as const;

/** Errors before warnings before notes; within a level the order stays. */
export function byConsequence(findings: readonly Finding[]): readonly Finding[] {
  return findings.toSorted((one, other) => weights[one.level] - weights[other.level]);
}
