import { STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import { TLSSocket } from 'node:tls';
import { type AnswerRefusal, refusal, type SignetRefusal } from '@signet/contracts';
import type { ConnectionError, FastifyReply, FastifyRequest } from 'fastify';
import { plainHttpCode, strictTransport } from '../certificates/secure-server.ts';

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
    const overTls = socket instanceof TLSSocket ? Object.fromEntries([strictTransport]) : {};
    const lines = Object.entries({ ...headers, ...guard, ...overTls, ...length }).map(
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
export const nowhere: SignetRefusal = refusal('not_found.address');

const nothingRead = { method: '', url: '', durationMicros: 0 } as const;

function refusalOf(code: string): SignetRefusal {
  if (code === 'HPE_HEADER_OVERFLOW') return refusal('header_too_large.server');
  if (code === plainHttpCode) return refusal('request_malformed.plain_http');
  if (code === 'ERR_HTTP_REQUEST_TIMEOUT') return refusal('request_timeout.server');
  return refusal('request_malformed.unreadable');
}
