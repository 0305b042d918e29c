import type { TokenAnswer } from '@signet/contracts';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Deny } from '../http/deny.ts';
import type { HostCookie } from '../http/host-cookie.ts';
import { answerNative } from '../native/answer-native.ts';
import { type AnswerSignedInParts, answerSignedIn } from '../sessions/answer-signed-in.ts';
import type { Stepped } from './challenge.ts';
import type { LoggedIn } from './enter.ts';
import { tellChallenge } from './tell-challenge.ts';

export interface AnswerLoggedInParts extends AnswerSignedInParts {
  readonly deviceCookie: HostCookie;
}

/** What each way to sign in answers: the tokens, and what the device is to hold; or why not. */
export async function answerLoggedIn(
  outcome: Stepped<LoggedIn>,
  call: { readonly request: FastifyRequest; readonly reply: FastifyReply },
  parts: AnswerLoggedInParts,
  deny: Deny,
): Promise<TokenAnswer | FastifyReply> {
  if (outcome.kind === 'challenged') return deny(call.reply, tellChallenge(outcome.challenge));
  if (outcome.kind === 'denied') return deny(call.reply, outcome);
  const { device, app, recoveryCodes } = outcome.value;
  const cookies = [parts.deviceCookie.write(device.value, device.maxAge)];
  const answer =
    app === undefined
      ? await answerSignedIn(call, outcome.value, parts, cookies)
      : answerNative(app, outcome.value);
  return recoveryCodes === undefined ? answer : { ...answer, recoveryCodes };
}
