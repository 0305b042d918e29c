import type { PasskeyAssertion, PasskeyChallengeAnswer } from '@signet/contracts';
import { type Reader, shape, text, whole } from '../../../parts/explanation/model/shape.ts';
import { ask, type Surroundings, type Unanswered } from '../../../parts/session/ask-signet.ts';
import { type FromBrowser, getPasskey } from './browser-passkeys.ts';

const readChallenge: Reader<PasskeyChallengeAnswer> = shape<PasskeyChallengeAnswer>({
  challenge: text(128),
  rpId: text(256),
  timeout: whole(0, 86_400_000),
  userVerification: (value) => (value === 'required' ? value : undefined),
});

/** A challenge of the server, which this browser is known by in a cookie, and what a passkey answers to it. */
export async function askPasskey(
  site: Surroundings,
  how: Parameters<typeof getPasskey>[1] = {},
): Promise<FromBrowser<PasskeyAssertion> | Unanswered> {
  const answer = await ask({ ...site, keepsCookies: true }, 'beginPasskeyLogin');
  if (answer.kind !== 'answered') return answer;
  const options = readChallenge(answer.body);
  return options === undefined ? { kind: 'nobody' } : getPasskey(options, how);
}
