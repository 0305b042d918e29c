import { ask, type Unanswered } from '../../../parts/session/ask-signet.ts';
import { ownAddress } from '../model/own-address.ts';
import type { Site } from '../model/site.ts';

/** Says which code it is, and where the sign-in of its device goes on. */
export async function typeCode(
  site: Site,
  userCode: string,
): Promise<{ readonly kind: 'done'; readonly address: string } | Unanswered> {
  const answer = await ask({ ...site, keepsCookies: true }, 'typeUserCode', { userCode });
  if (answer.kind !== 'answered') return answer;
  const address = ownAddress(site.origin, answer.body.redirectTo);
  return address === undefined ? { kind: 'nobody' } : { kind: 'done', address };
}
