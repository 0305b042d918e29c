import { quote, quoteValue } from '../verdict/quote.ts';
import type { Expectations, ProfileReport } from './profile.ts';

/** `aud` is one text or several (RFC 7519 §4.1.3); undefined where it is neither. */
export function audiencesOf(report: ProfileReport): readonly string[] | undefined {
  const value = report.claim('aud')?.value;
  if (typeof value === 'string') return [value];
  if (!Array.isArray(value)) return undefined;
  const texts = value.filter((each): each is string => typeof each === 'string');
  return texts.length === value.length && texts.length > 0 ? texts : undefined;
}

/** The token must be for us, where we say who we are: by `aud`, and by the claim that is to stand for it. */
export function checkAudience(
  report: ProfileReport,
  { audience, audienceClaim }: Expectations,
  reference: string,
): void {
  if (audienceClaim !== undefined) report.expect(audienceClaim, audience, reference);
  const at = report.claim('aud');
  if (at === undefined) return;
  const audiences = audiencesOf(report);
  const fix = 'Refuse the token: it is for somebody else.';
  if (audiences === undefined) {
    const sentence = `aud is ${quoteValue(at.value)}, which is neither a text nor a list of texts.`;
    report.add('aud', 'aud-not-a-name', {
      sentence,
      fix: 'Write aud as a text or a list of texts.',
      reference,
    });
  } else if (audience !== undefined && !audiences.includes(audience)) {
    const sentence = `aud is ${quoteValue(at.value)} and does not name ${quote(audience)}.`;
    report.add('aud', 'aud-unexpected', { sentence, fix, reference });
  }
}
