import { refusal } from '@signet/contracts';
import { bearerToken, type Handlers } from '@signet/http';
import type { Deny } from '../../http/deny.ts';
import type { HostCookie } from '../../http/host-cookie.ts';
import { type Denied, denied } from '../../outcome.ts';
import { resumePath } from '../addresses.ts';
import { type AnswerInteractionParts, answerInteraction } from './answer-interaction.ts';
import { openInteraction } from './open-interaction.ts';
import { type ShowInteractionParts, showInteraction } from './show-interaction.ts';

export interface InteractionRouteParts extends AnswerInteractionParts, ShowInteractionParts {
  readonly interactionCookie: HostCookie;
}

export function interactionRoutes(
  parts: InteractionRouteParts,
  deny: Deny,
): Handlers<'showInteraction' | 'answerInteraction'> {
  return {
    async showInteraction({ parameters: { uid } }, { request, reply }) {
      const { cookie } = request.headers;
      const open = await openInteraction(uid, cookie, parts);
      const shown = open && (await showInteraction(open, cookie, parts));
      return shown ?? deny(reply, unknown);
    },
    async answerInteraction({ parameters: { uid }, body }, { request, reply }) {
      const { cookie, authorization } = request.headers;
      const open = await openInteraction(uid, cookie, parts);
      if (open === undefined) return deny(reply, unknown);
      const given = { ...body, accessToken: bearerToken(authorization) };
      const outcome = await answerInteraction(open, given, parts);
      if (outcome.kind === 'denied') return deny(reply, outcome);
      return { redirectTo: parts.issuer + resumePath(uid) };
    },
  };
}

const unknown: Denied = denied(refusal('interaction_unknown'));
