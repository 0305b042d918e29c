import { lintToken } from '@signet/token/lint';
import type { ParsedToken } from '@signet/token/parse';
import type { Finding } from '../../../../parts/token-view/model/inspection.ts';
import { toAdvice } from './advice-finding.ts';

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

/**
 * What is unwise about token and key by RFC 8725 and the OAuth best practices. Advice: it never changes the
 * verdict, which is about this token and this key.
 * @param now milliseconds since 1970
 */
export async function lint(parsed: ParsedToken, key: string, now: number): Promise<readonly Finding[]> {
  // What decrypts is private, and rightly so.
  const given = key.trim() === '' || parsed.kind === 'encrypted' ? {} : { key };
  const findings = await lintToken(parsed, { now: Math.floor(now / 1000), ...given });
  return findings.filter(({ rule }) => !toldElsewhere.includes(rule)).map(toAdvice);
}
