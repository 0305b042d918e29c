import type { Handlers } from '@signet/http';
import type { Deny } from '../http/deny.ts';
import { type SignInCookies, signInFrom } from '../login/sign-in-from.ts';
import { type CallingPersonParts, callingPerson } from '../own-sessions/calling-person.ts';
import {
  type AnswerInvitationParts,
  acceptInvitation,
  declineInvitation,
  joinByRegistering,
  readInvitation,
} from './answer-invitation.ts';

export interface InvitationRouteParts extends CallingPersonParts, AnswerInvitationParts, SignInCookies {
  readonly issuer: string;
  readonly accounts: AnswerInvitationParts['accounts'];
  readonly organizations: AnswerInvitationParts['organizations'];
  readonly wall: AnswerInvitationParts['wall'];
}

type InvitationEndpoint = 'readInvitation' | 'acceptInvitation' | 'declineInvitation' | 'joinByRegistering';

/** Where the mailed link of an organisation leads: to see what it is, and to answer. */
export function invitationRoutes(parts: InvitationRouteParts, deny: Deny): Handlers<InvitationEndpoint> {
  return {
    async readInvitation({ body: { token } }, { reply }) {
      const read = await readInvitation(token, parts);
      return read.kind === 'denied' ? deny(reply, read) : read.value;
    },
    async acceptInvitation({ body: { token } }, { request, reply }) {
      const own = await callingPerson(request, parts);
      if (own.kind === 'denied') return deny(reply, own);
      const joined = await acceptInvitation(token, own.value.account, parts);
      return joined.kind === 'denied' ? deny(reply, joined) : joined.value;
    },
    async declineInvitation({ body: { token } }, { reply }) {
      const declined = await declineInvitation(token, parts);
      return declined.kind === 'denied' ? deny(reply, declined) : declined.value;
    },
    async joinByRegistering({ body }, { request, reply }) {
      const { address } = signInFrom(request, parts);
      const joined = await joinByRegistering(body, address, parts);
      return joined.kind === 'denied' ? deny(reply, joined) : joined.value;
    },
  };
}
