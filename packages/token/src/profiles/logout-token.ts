import { checkAudience } from './check-audience.ts';
import { checkProfileType } from './check-profile-type.ts';
import { checkProfileTimes } from './check-times.ts';
import type { Expectations, ProfileReport } from './profile.ts';

const standard = 'OpenID Connect Back-Channel Logout 1.0';
const logoutEvent = 'http://schemas.openid.net/event/backchannel-logout';

/** OpenID Connect Back-Channel Logout 1.0 §2.4 and §2.6. */
export function checkLogoutToken(report: ProfileReport, expected: Expectations): void {
  // §2.4 recommends the type; older providers leave it out.
  checkProfileType(report, 'logout+jwt', `${standard} §2.4`, 'warning');
  report.require(['iss', 'aud', 'iat', 'exp', 'jti', 'events'], `${standard} §2.4`);
  report.expect('iss', expected.issuer, `${standard} §2.6`);
  checkAudience(report, expected, `${standard} §2.6`);
  checkEvent(report);
  checkSubject(report);
  refuseNonce(report);
  checkProfileTimes(report, expected);
}

function checkEvent(report: ProfileReport): void {
  const events = report.claim('events')?.value;
  if (events === undefined) return;
  const event = isObject(events) && Object.hasOwn(events, logoutEvent) ? events[logoutEvent] : undefined;
  if (isObject(event)) return;
  const sentence = `events does not hold the logout event ${logoutEvent} with an object.`;
  const fix = `Have the issuer write "events": {"${logoutEvent}": {}}.`;
  report.add('events', 'events-unexpected', { sentence, fix, reference: `${standard} §2.4` });
}

function checkSubject(report: ProfileReport): void {
  if (report.claim('sub') !== undefined || report.claim('sid') !== undefined) return;
  const sentence =
    'The token names neither a session (sid) nor a subject (sub), so that nobody can be logged out.';
  report.add('sid', 'sid-and-sub-missing', {
    sentence,
    fix: 'Have the issuer set sid or sub.',
    reference: `${standard} §2.4`,
  });
}

/** So that no ID token can pass for a logout token. */
function refuseNonce(report: ProfileReport): void {
  if (report.claim('nonce') === undefined) return;
  const sentence = 'A logout token must not have a nonce; this may be an ID token.';
  report.add('nonce', 'nonce-present', { sentence, fix: 'Refuse the token.', reference: `${standard} §2.4` });
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
