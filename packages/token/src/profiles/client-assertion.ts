import { secondsUnder } from '../lint/examined-token.ts';
import { quoteValue } from '../verdict/quote.ts';
import { checkAudience } from './check-audience.ts';
import { checkProfileTimes } from './check-times.ts';
import type { Expectations, ProfileReport } from './profile.ts';

const longestLife = 3600;

/** RFC 7523 §3; OpenID Connect Core 1.0 §9 adds jti. */
export function checkClientAssertion(report: ProfileReport, expected: Expectations): void {
  report.require(['iss', 'sub', 'aud', 'exp'], 'RFC 7523 §3');
  report.require(['jti'], 'OpenID Connect Core 1.0 §9');
  report.expect('iss', expected.issuer, 'RFC 7523 §3');
  checkOneself(report);
  checkAudience(report, expected, 'RFC 7523 §3 (3)');
  checkProfileTimes(report, expected);
  checkLife(report, expected.now);
}

function checkOneself(report: ProfileReport): void {
  const [iss, sub] = [report.claim('iss')?.value, report.claim('sub')?.value];
  if (iss === undefined || sub === undefined || iss === sub) return;
  const sentence = `iss is ${quoteValue(iss)} and sub is ${quoteValue(sub)}; a client speaks for itself, so both are its id.`;
  const fix = 'Set iss and sub to the client_id.';
  report.add('sub', 'iss-is-not-sub', { sentence, fix, reference: 'RFC 7523 §3 (2)' });
}

function checkLife(report: ProfileReport, now: number): void {
  const exp = secondsUnder(report.token.claims, 'exp');
  if (exp === undefined || exp - now <= longestLife) return;
  const fix = 'Make a new assertion for each request, with an exp of a minute from now.';
  const sentence = 'The assertion can be used for more than an hour; whoever sees it can be the client.';
  report.add('exp', 'exp-far', { sentence, fix, reference: 'RFC 7523 §3 (4)' }, 'warning');
}
