import type { Handlers } from '@signet/http';
import type { Deny } from '../http/deny.ts';
import { type AnswerSignedInParts, answerSignedIn } from '../sessions/answer-signed-in.ts';
import { type RefreshParts, refresh } from './refresh.ts';

export function refreshRoutes(parts: RefreshParts & AnswerSignedInParts, deny: Deny): Handlers<'refresh'> {
  return {
    async refresh({ body }, { request, reply }) {
      const outcome = await refresh(request.headers, body, parts);
      return outcome.kind === 'denied'
        ? deny(reply, outcome)
        : answerSignedIn({ request, reply }, outcome.value, parts);
    },
  };
}
