import type { Handlers } from '@signet/http';
import type { FastifyRequest } from 'fastify';
import type { Deny } from '../http/deny.ts';
import { languageOf } from '../oidc/page-language.ts';
import { type CallingPersonParts, callingPerson } from './calling-person.ts';
import { type EndSessionsParts, endOne, endOthers } from './end-sessions.ts';
import { listSessions } from './list-sessions.ts';
import type { ToldDeviceParts } from './told-device.ts';
import { listEnded, type WhyOverParts } from './why-over.ts';

export interface OwnSessionsRouteParts
  extends CallingPersonParts,
    EndSessionsParts,
    WhyOverParts,
    ToldDeviceParts {
  readonly configuration: CallingPersonParts['configuration'];
  readonly accounts: CallingPersonParts['accounts'];
  readonly sessions: EndSessionsParts['sessions'];
  readonly replica: CallingPersonParts['replica'];
  readonly wall: EndSessionsParts['wall'];
}

type OwnSessionsEndpoint =
  | 'readSession'
  | 'listSessions'
  | 'listEndedSessions'
  | 'endSession'
  | 'endOtherSessions';

/** What a person may see and do of their own sessions. */
export function ownSessionsRoutes(parts: OwnSessionsRouteParts, deny: Deny): Handlers<OwnSessionsEndpoint> {
  const caller = (request: FastifyRequest) => callingPerson(request, parts);
  return {
    async readSession(_nothing, { request, reply }) {
      const own = await caller(request);
      if (own.kind === 'denied') return deny(reply, own);
      const { session, account } = own.value;
      const { id: sessionId, startedAt, expiresAt } = session;
      return { sessionId, username: account.username, startedAt, expiresAt };
    },
    async listSessions(_nothing, { request, reply }) {
      const own = await caller(request);
      if (own.kind === 'denied') return deny(reply, own);
      return listSessions(own.value, languageOf(request.headers['accept-language']), parts);
    },
    async listEndedSessions(_nothing, { request, reply }) {
      const own = await caller(request);
      return own.kind === 'denied' ? deny(reply, own) : listEnded(own.value, parts);
    },
    async endSession({ parameters: { session } }, { request, reply }) {
      const own = await caller(request);
      if (own.kind === 'denied') return deny(reply, own);
      const ended = await endOne(session, own.value, parts);
      return ended.kind === 'denied' ? deny(reply, ended) : ended.value;
    },
    async endOtherSessions(_nothing, { request, reply }) {
      const own = await caller(request);
      return own.kind === 'denied' ? deny(reply, own) : endOthers(own.value, parts);
    },
  };
}
