import { STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import type { AnswerRefusal, ErrorCode } from '@signet/contracts';
import type { Refusal } from '@signet/token/verdict';
import type { ConnectionError, FastifyReply, FastifyRequest } from 'fastify';

/** Such an answer is no page; these two headers keep a browser from making one of it. */
const guard = { 'x-content-type-options': 'nosniff', 'content-security-policy': "default-src 'none'" };

/** Answers what Node gives up on before there is a request that the app could answer, then ends the connection. */
export function answerUnreadable(answerRefusal: AnswerRefusal) {
  return (error: ConnectionError, socket: Socket): void => {
    // The client is gone, or an answer is under way that must not be written into.
    if (error.code === 'ECONNRESET' || !socket.writable || socket.bytesWritten > 0) {
      socket.destroy();
      return;
    }
    const { status, headers, body } = answerRefusal(refusalOf(error.code), nothingRead);
    const length = { 'content-length': Buffer.byteLength(body), connection: 'close' };
    const lines = Object.entries({ ...headers, ...guard, ...length }).map(
      ([name, value]) => `${name}: ${value}`,
    );
    socket.end([`HTTP/1.1 ${status} ${STATUS_CODES[status]}`, ...lines, '', body].join('\r\n'));
  };
}

/** Answers a path that no router can take, before any hook has run. */
export function answerUnrouted(answerRefusal: AnswerRefusal) {
  return (
    _error: Error,
    { method, url }: Pick<FastifyRequest, 'method' | 'url'>,
    reply: FastifyReply,
  ): void => {
    const { status, headers, body } = answerRefusal(nowhere, { method, url, durationMicros: 0 });
    void reply
      .code(status)
      .headers({ ...headers, ...guard })
      .send(Buffer.from(body));
  };
}

/** Whatever the address was meant to be, there is nothing. */
export const nowhere: Refusal<ErrorCode> = {
  code: 'not_found',
  sentence: 'There is nothing at this address.',
  expected: 'a path in percent-encoded UTF-8 without dot segments',
  fix: 'Look at the address.',
};

const nothingRead = { method: '', url: '', durationMicros: 0 } as const;

function refusalOf(code: string): Refusal<ErrorCode> {
  if (code === 'HPE_HEADER_OVERFLOW') {
    return { code: 'header_too_large', sentence: 'The headers are larger than this server takes.' };
  }
  if (code === 'ERR_HTTP_REQUEST_TIMEOUT') {
    return { code: 'request_timeout', sentence: 'The request took too long to arrive.' };
  }
  return {
    code: 'request_malformed',
    sentence: 'The request cannot be read.',
    expected: 'a request of HTTP/1.1 (RFC 9112)',
    fix: 'Look at what the client sends.',
  };
}
