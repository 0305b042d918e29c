import { bearerToken } from '@signet/http';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Deny } from '../http/deny.ts';
import type { Outcome } from '../outcome.ts';
import type { Account } from '../ports/index.ts';
import { type OwnSessionParts, ownSession } from './own-session.ts';

/** A request under way. */
export interface OwnCall {
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
}

/** Does the work for the person whose own session asks; answers whatever is refused, of the session or of the work. */
export type AsPerson = <Answer>(
  call: OwnCall,
  work: (account: Account) => Promise<Outcome<Answer>>,
) => Promise<Answer | FastifyReply>;

export function createAsPerson(parts: OwnSessionParts, deny: Deny): AsPerson {
  return async ({ request, reply }, work) => {
    const own = await ownSession(bearerToken(request.headers.authorization), parts);
    if (own.kind === 'denied') return deny(reply, own);
    const outcome = await work(own.value.account);
    return outcome.kind === 'denied' ? deny(reply, outcome) : outcome.value;
  };
}
