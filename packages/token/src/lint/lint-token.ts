import type { ParsedToken } from '../parse/parsed-token.ts';
import { algorithmRules } from './algorithm-rules.ts';
import { claimRules } from './claim-rules.ts';
import { judgeKey } from './confused-key.ts';
import { encodingRules } from './encoding-rules.ts';
import { examineToken } from './examined-token.ts';
import { byConsequence, type Finding } from './finding.ts';
import { keyHeaderRules } from './key-header-rules.ts';
import { kidRules } from './kid-rules.ts';
import type { Rule } from './rule.ts';
import { sensitiveRules } from './sensitive-rules.ts';
import { timeRules } from './time-rules.ts';
import { findWeakSecret } from './weak-secret.ts';

export interface LintOptions {
  /** Seconds since the epoch. */
  readonly now: number;
  /** The key that verifiers use, as text or as the bytes of its file: it is judged together with the token, and never repeated. */
  readonly key?: string | Uint8Array;
}

const rules: readonly Rule[] = [
  ...algorithmRules,
  ...encodingRules,
  ...kidRules,
  ...keyHeaderRules,
  ...sensitiveRules,
  ...timeRules,
  ...claimRules,
];

/**
 * Holds a token against RFC 8725 and the OAuth best practices. Says what is unwise, not whether the signature
 * holds; an HS* signature is tried with a bundled list of well-known secrets. Never throws; the worst comes first.
 */
export async function lintToken(parsed: ParsedToken, { now, key }: LintOptions): Promise<readonly Finding[]> {
  const token = examineToken(parsed, now);
  return byConsequence([
    ...(await findWeakSecret(token)),
    ...(key === undefined ? [] : judgeKey(token, key)),
    ...rules.flatMap((rule) => rule(token)),
  ]);
}
