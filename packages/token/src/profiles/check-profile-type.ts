import { textOf } from '../lint/examined-token.ts';
import type { Finding } from '../lint/finding.ts';
import { quoteValue } from '../verdict/quote.ts';
import { normaliseType } from '../verify/check-type.ts';
import type { ProfileReport } from './profile.ts';

/** RFC 8725 §3.11: the header says of which kind the token is. */
export function checkProfileType(
  report: ProfileReport,
  expected: string,
  reference: string,
  level: Finding['level'] = 'error',
): void {
  const typ = textOf(report.token.header, 'typ');
  if (typ !== undefined && normaliseType(typ) === expected) return;
  const actual = report.headerOf('typ')?.value;
  const came = actual === undefined ? 'there is no typ' : `typ is ${quoteValue(actual)}`;
  const fix = `Have the issuer set "typ": "${expected}".`;
  report.add(
    'typ',
    'typ-unexpected',
    { sentence: `typ must be ${expected}; ${came}.`, fix, reference },
    level,
  );
}

/** A token that everybody could have written, or that needs a secret which everybody who verifies has. */
export function checkAsymmetric(report: ProfileReport, reference: string): void {
  if (refuseUnsigned(report, reference)) return;
  const alg = textOf(report.token.header, 'alg') ?? '';
  if (!alg.startsWith('HS')) return;
  const fix = 'Sign with an asymmetric algorithm such as ES256.';
  const sentence = `${alg} needs a shared secret, which is not allowed here.`;
  report.add('alg', 'alg-symmetric', { sentence, fix, reference });
}

/** True where it was refused: a token that everybody could have written. */
export function refuseUnsigned(report: ProfileReport, reference: string): boolean {
  const alg = textOf(report.token.header, 'alg') ?? '';
  if (alg.trim().toLowerCase() !== 'none') return false;
  const fix = 'Sign with an asymmetric algorithm such as ES256.';
  report.add('alg', 'alg-none', { sentence: 'The token is not signed.', fix, reference });
  return true;
}
