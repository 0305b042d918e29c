import { type AnswerRefusal, requestRefusal, type SignetRefusal, tellOperator } from '@signet/contracts';
import type { FastifyInstance, FastifyReply } from 'fastify';

/** Sends a refusal as problem+json with a fresh reference; `retryAfter` in seconds. */
export type SendProblem = (reply: FastifyReply, refusal: SignetRefusal, retryAfter?: number) => FastifyReply;

/** @param level How loudly the log tells of a refusal. */
export function problemSender(answerRefusal: AnswerRefusal, level: 'info' | 'debug' = 'info'): SendProblem {
  return (reply, refusal, retryAfter) => {
    const { method, url } = reply.request;
    const durationMicros = Math.round(reply.elapsedTime * 1000);
    const answer = answerRefusal(refusal, { method, url, durationMicros }, retryAfter);
    reply.log[level]({ reference: answer.reference, code: refusal.code }, 'refused');
    // As bytes, because Fastify adds a charset to the type of a text, and JSON has none (RFC 8259 §11).
    return reply.code(answer.status).headers(answer.headers).send(Buffer.from(answer.body));
  };
}

/** Lets every refusal and every error of the routes in `app` leave in one form. */
export function answerProblems(app: FastifyInstance, answerRefusal: AnswerRefusal): SendProblem {
  const send = problemSender(answerRefusal);
  app.setErrorHandler((error, request, reply) => {
    tellOperator(error, request.log);
    return send(reply, requestRefusal(error));
  });
  return send;
}
