import { textOf } from '../lint/examined-token.ts';
import type { Finding } from '../lint/finding.ts';
import { normaliseType } from '../verify/check-type.ts';
import { checkAudience } from './check-audience.ts';
import { checkAsymmetric, checkProfileType, refuseUnsigned } from './check-profile-type.ts';
import { checkProfileTimes } from './check-times.ts';
import type { Expectations, ProfileReport } from './profile.ts';

const required = ['iss', 'exp', 'aud', 'sub', 'client_id', 'iat', 'jti'];

/**
 * RFC 9068 §2 and §4, for whoever asks for that profile and for tokens that say they keep it. Most issuers do not
 * say so: what their tokens lack is then no fault.
 */
export function checkAccessToken(report: ProfileReport, expected: Expectations): void {
  const isMeant = expected.isRecognised !== true || isDeclared(report);
  if (isMeant) checkDeclared(report);
  else noteMissing(report);
  report.expect('iss', expected.issuer, 'RFC 9068 §4');
  checkAudience(report, expected, 'RFC 9068 §4');
  checkProfileTimes(report, expected);
  checkScope(report, isMeant ? 'error' : 'warning');
}

function isDeclared({ token }: ProfileReport): boolean {
  return normaliseType(textOf(token.header, 'typ') ?? '') === 'at+jwt';
}

function checkDeclared(report: ProfileReport): void {
  checkProfileType(report, 'at+jwt', 'RFC 9068 §2.1');
  checkAsymmetric(report, 'RFC 9068 §2.1');
  report.require(required, 'RFC 9068 §2.2');
}

/** The token is not of this profile; what would make it one, in one note. */
function noteMissing(report: ProfileReport): void {
  refuseUnsigned(report, 'RFC 9068 §2.1');
  const missing = required.filter((name) => report.claim(name) === undefined);
  const list = ['"typ": "at+jwt"', ...missing].join(', ');
  const sentence = `It does not say that it keeps RFC 9068, the profile for access tokens, which would add ${list}.`;
  const fix = 'Nothing is to be done, unless who verifies it asks for that profile.';
  report.add('typ', 'not-rfc-9068', { sentence, fix, reference: 'RFC 9068 §2' }, 'note');
}

/** RFC 8693 §4.2: one text, its words separated by single blanks. */
function checkScope(report: ProfileReport, level: Finding['level']): void {
  const scope = report.claim('scope');
  const wellFormed = /^[\x21\x23-\x5b\x5d-\x7e]+(?: [\x21\x23-\x5b\x5d-\x7e]+)*$/;
  if (scope === undefined || (typeof scope.value === 'string' && wellFormed.test(scope.value))) return;
  const sentence = 'scope is not one text of words with a blank between them.';
  const fix = 'Write scope as "read write".';
  report.add(
    'scope',
    'scope-not-words',
    { sentence, fix, reference: 'RFC 9068 §2.2.3, RFC 6749 §3.3' },
    level,
  );
}
