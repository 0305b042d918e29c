import { checkAudience } from './check-audience.ts';
import { checkAsymmetric, checkProfileType } from './check-profile-type.ts';
import { checkProfileTimes } from './check-times.ts';
import type { Expectations, ProfileReport } from './profile.ts';

/** RFC 9068 §2 and §4. */
export function checkAccessToken(report: ProfileReport, expected: Expectations): void {
  checkProfileType(report, 'at+jwt', 'RFC 9068 §2.1');
  checkAsymmetric(report, 'RFC 9068 §2.1');
  report.require(['iss', 'exp', 'aud', 'sub', 'client_id', 'iat', 'jti'], 'RFC 9068 §2.2');
  report.expect('iss', expected.issuer, 'RFC 9068 §4');
  checkAudience(report, expected.audience, 'RFC 9068 §4');
  checkProfileTimes(report, expected);
  checkScope(report);
}

/** RFC 8693 §4.2: one text, its words separated by single blanks. */
function checkScope(report: ProfileReport): void {
  const scope = report.claim('scope');
  const wellFormed = /^[\x21\x23-\x5b\x5d-\x7e]+(?: [\x21\x23-\x5b\x5d-\x7e]+)*$/;
  if (scope === undefined || (typeof scope.value === 'string' && wellFormed.test(scope.value))) return;
  const sentence = 'scope is not one text of words with a blank between them.';
  const fix = 'Write scope as "read write".';
  report.add('scope', 'scope-not-words', { sentence, fix, reference: 'RFC 9068 §2.2.3, RFC 6749 §3.3' });
}
