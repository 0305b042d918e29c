import type { SendProblem } from '@signet/http';
import type { FastifyReply } from 'fastify';
import type { Denied } from '../outcome.ts';

/** Sends what a check answered instead of a value. */
export type Deny = (reply: FastifyReply, denied: Denied) => FastifyReply;

export function denyBy(sendProblem: SendProblem): Deny {
  return (reply, { refusal, retryAfter }) => sendProblem(reply, refusal, retryAfter);
}
