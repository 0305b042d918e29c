import { type Finding as LintFinding, lintToken, type ParsedToken } from '@signet/token';
import type { Finding } from './inspection.ts';

/** Rules whose matter the page's own findings tell already, in a sentence of their own. */
const toldElsewhere: readonly string[] = [
  'lint/alg-none',
  'lint/alg-missing',
  'lint/signature-empty',
  'lint/not-canonical',
  'lint/duplicate-member',
  'lint/number-inexact',
  'lint/exp-missing',
  'lint/time-in-milliseconds',
  'lint/time-not-a-number',
  'lint/short-secret',
];

const tones = { error: 'warning', warning: 'warning', note: 'note' } as const;

/**
 * What is unwise about token and key by RFC 8725 and the OAuth best practices. Advice: it never changes the
 * verdict, which is about this token and this key.
 * @param now milliseconds since 1970
 */
export async function lint(parsed: ParsedToken, key: string, now: number): Promise<readonly Finding[]> {
  const given = key.trim() === '' ? {} : { key };
  const findings = await lintToken(parsed, { now: Math.floor(now / 1000), ...given });
  return findings.filter(({ rule }) => !toldElsewhere.includes(rule)).map(toAdvice);
}

/** A finding of the token room as the page lists it. */
export function toAdvice({ rule, level, sentence, fix, reference }: LintFinding): Finding {
  return {
    id: `${rule}:${sentence}`,
    tone: tones[level],
    isGrave: level === 'error',
    sentence,
    fix,
    rule: reference,
  };
}
