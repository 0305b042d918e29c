import { quoteValue } from '../verdict/quote.ts';
import { audiencesOf, checkAudience } from './check-audience.ts';
import { checkProfileTimes } from './check-times.ts';
import { halfHash } from './half-hash.ts';
import type { Expectations, ProfileReport } from './profile.ts';

const core = 'OpenID Connect Core 1.0';

/** OpenID Connect Core 1.0 §2 and §3.1.3.7. */
export async function checkIdToken(report: ProfileReport, expected: Expectations): Promise<void> {
  report.require(['iss', 'sub', 'aud', 'exp', 'iat'], `${core} §2`);
  report.expect('iss', expected.issuer, `${core} §3.1.3.7 (2)`);
  checkAudience(report, expected, `${core} §3.1.3.7 (3)`);
  checkAuthorizedParty(report, expected.audience);
  checkNonce(report, expected.nonce);
  checkProfileTimes(report, expected);
  await checkHash(report, 'at_hash', expected.accessToken, `${core} §3.1.3.6`);
  await checkHash(report, 'c_hash', expected.code, `${core} §3.3.2.11`);
}

function checkAuthorizedParty(report: ProfileReport, client: string | undefined): void {
  const reference = `${core} §3.1.3.7 (4, 5)`;
  const audiences = audiencesOf(report) ?? [];
  const azp = report.claim('azp');
  if (audiences.length > 1 && azp === undefined) {
    const sentence =
      'The token is for several audiences and does not say to which application it was issued (azp).';
    report.add('azp', 'azp-missing', { sentence, fix: 'Have the issuer set azp.', reference }, 'warning');
  }
  if (azp !== undefined && client !== undefined) report.expect('azp', client, reference);
}

function checkNonce(report: ProfileReport, nonce: string | undefined): void {
  if (nonce === undefined) return;
  report.require(['nonce'], `${core} §3.1.3.7 (11)`);
  report.expect('nonce', nonce, `${core} §3.1.3.7 (11)`);
}

/** Ties the ID token to what came with it; a hash that nothing is known about is told as not checked. */
async function checkHash(
  report: ProfileReport,
  name: 'at_hash' | 'c_hash',
  text: string | undefined,
  reference: string,
): Promise<void> {
  const at = report.claim(name);
  const what = name === 'at_hash' ? 'access token' : 'authorisation code';
  if (text === undefined || at === undefined) {
    if (text === undefined) return;
    const sentence = `There is no ${name}, so that nothing ties the ID token to the ${what} it came with.`;
    report.add(
      name,
      `${name}-missing`,
      { sentence, fix: `Have the issuer set ${name}.`, reference },
      'warning',
    );
    return;
  }
  const expected = await halfHash(report.headerOf('alg')?.value, text);
  if (expected === undefined || at.value === expected) return;
  const sentence = `${name} is ${quoteValue(at.value)}; of the ${what} given it is ${expected}.`;
  report.add(name, `${name}-unexpected`, {
    sentence,
    fix: `Refuse both: the ${what} belongs to another login.`,
    reference,
  });
}
