import { relativeTime } from '../describe/describe-time.ts';
import { readSeconds } from '../json/exact-number.ts';
import { secondsUnder } from '../lint/examined-token.ts';
import type { Expectations, ProfileReport } from './profile.ts';

const usualSkew = 60;

/** exp, nbf and iat against the given time (RFC 7519 §4.1.4 to §4.1.6). */
export function checkProfileTimes(report: ProfileReport, { now, clockSkew = usualSkew }: Expectations): void {
  for (const name of ['exp', 'nbf', 'iat']) {
    const at = report.claim(name);
    if (at === undefined || readSeconds(at.value) !== undefined) continue;
    const fix = `Write ${name} as a JSON number of seconds.`;
    report.add(name, `${name}-not-a-time`, {
      sentence: `${name} is no number.`,
      fix,
      reference: 'RFC 7519 §2',
    });
  }
  const { claims } = report.token;
  const [exp, nbf, iat] = ['exp', 'nbf', 'iat'].map((name) => secondsUnder(claims, name));
  if (exp !== undefined && now - clockSkew >= exp) {
    const sentence = `The token expired ${relativeTime(exp, now)}.`;
    report.add('exp', 'expired', { sentence, fix: 'Ask for a new one.', reference: 'RFC 7519 §4.1.4' });
  }
  if (nbf !== undefined && nbf > now + clockSkew) {
    const sentence = `The token is valid from ${relativeTime(nbf, now)} only.`;
    report.add('nbf', 'not-yet-valid', {
      sentence,
      fix: 'Compare the clocks.',
      reference: 'RFC 7519 §4.1.5',
    });
  }
  if (iat !== undefined && iat > now + clockSkew) {
    const sentence = `The token says that it is issued ${relativeTime(iat, now)}.`;
    report.add('iat', 'iat-in-future', {
      sentence,
      fix: 'Compare the clocks.',
      reference: 'RFC 7519 §4.1.6',
    });
  }
}
