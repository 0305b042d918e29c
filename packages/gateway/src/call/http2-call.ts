import { randomBytes, type X509Certificate } from 'node:crypto';
import type { ServerHttp2Stream } from 'node:http2';
import type { Answer, Call, CallBody, SocketOffer } from './call.ts';
import { Http2Answer } from './http2-answer.ts';
import { Http2Body } from './http2-body.ts';
import { Http2SocketAnswer } from './http2-socket-answer.ts';
import { NoBody } from './no-body.ts';

/** The connection that carries a call, with others beside it. */
export interface Http2Connection {
  readonly peer: string | undefined;
  readonly certificate: X509Certificate | undefined;
}

/**
 * A call that came by HTTP/2, in the terms of HTTP/1.1: its authority is the `Host`, a body of unknown length is chunked, and
 * the pieces of a cookie are one again (RFC 9113 §8.2.3, §8.3.1). Whatever says two things says them twice, and is refused there. What
 * would go on as a WebSocket (RFC 8441) is a `GET` that offers it.
 */
export class Http2Call implements Call {
  readonly method: string;
  readonly target: string;
  readonly version = '2';
  readonly rawHeaders: readonly string[];
  readonly connection: Http2Connection;
  readonly body: CallBody;
  readonly answer: Answer;
  readonly socket?: SocketOffer;

  /** @param fields of the head, pseudo-headers among them: name, value, name, value … */
  constructor(stream: ServerHttp2Stream, fields: readonly string[], connection: Http2Connection) {
    const { method, target, rawHeaders, opensSocket } = readFields(fields, stream.endAfterHeaders);
    this.method = method;
    this.target = target;
    this.rawHeaders = rawHeaders;
    this.connection = connection;
    if (opensSocket) {
      const answer = new Http2SocketAnswer(stream);
      this.answer = answer;
      this.body = new NoBody();
      this.socket = { accept: (headers) => answer.accept(headers) };
    } else {
      this.body = new Http2Body(stream);
      this.answer = new Http2Answer(stream, method);
    }
  }

  get peer(): string | undefined {
    return this.connection.peer;
  }

  get certificate(): X509Certificate | undefined {
    return this.connection.certificate;
  }

  /** Frames say where each request begins: nothing that one says puts the next in doubt. */
  closeAfterAnswer(): void {}
}

function readFields(fields: readonly string[], isWhole: boolean) {
  const rawHeaders: string[] = [];
  const cookies: string[] = [];
  let method = '';
  let target = '';
  let authority: string | undefined;
  let protocol: string | undefined;
  let announcesLength = false;
  for (let index = 0; index < fields.length; index += 2) {
    const name = fields[index] ?? '';
    const value = fields[index + 1] ?? '';
    if (name === ':method') method = value;
    else if (name === ':path') target = value;
    else if (name === ':authority') authority = value;
    else if (name === ':protocol') protocol = value;
    else if (name === 'cookie') cookies.push(value);
    else if (name === 'host' && value === authority) continue;
    else if (!name.startsWith(':')) {
      announcesLength ||= name === 'content-length';
      rawHeaders.push(name, value);
    }
  }
  if (authority !== undefined) rawHeaders.push('host', authority);
  if (cookies.length > 0) rawHeaders.push('cookie', cookies.join('; '));
  // One that has a body, or has said all that it has to say, opens none: its method is then one that no route takes.
  const opensSocket = method === 'CONNECT' && protocol === 'websocket' && !isWhole && !announcesLength;
  if (opensSocket) return { method: 'GET', target, rawHeaders: withOwnKey(rawHeaders), opensSocket };
  if (!isWhole && !announcesLength) rawHeaders.push('transfer-encoding', 'chunked');
  return { method, target, rawHeaders, opensSocket };
}

/** By HTTP/2 nobody sends one (RFC 8441 §5), and the upstream proves by it that it has understood. */
function withOwnKey(rawHeaders: readonly string[]): string[] {
  const isKey = (index: number) => rawHeaders[index - (index % 2)] === 'sec-websocket-key';
  return [
    ...rawHeaders.filter((_, index) => !isKey(index)),
    ...['sec-websocket-key', randomBytes(16).toString('base64')],
  ];
}
