import type { AnswerRefusal, ErrorCode } from '@signet/contracts';
import type { Refusal } from '@signet/token';
import type { FastifyReply } from 'fastify';

/** Sends a refusal of what no other room answers as problem+json, under a reference that can be explained. */
export type SendProblem = (reply: FastifyReply, refusal: Refusal<ErrorCode>) => FastifyReply;

export function problemSender(answerRefusal: AnswerRefusal): SendProblem {
  return (reply, refusal) => {
    const { method, url } = reply.request;
    const durationMicros = Math.round(reply.elapsedTime * 1000);
    const answer = answerRefusal(refusal, { method, url, durationMicros });
    reply.log.debug({ reference: answer.reference, code: refusal.code }, 'refused');
    // As bytes, because Fastify adds a charset to the type of a text, and JSON has none (RFC 8259 §11).
    return reply.code(answer.status).headers(answer.headers).send(Buffer.from(answer.body));
  };
}
