import type { X509Certificate } from 'node:crypto';
import { Readable } from 'node:stream';
import type { Call, CallBody } from '../../call/call.ts';
import { NoBody } from '../../call/no-body.ts';
import { KeptAnswer } from './kept-answer.ts';

interface InnerCallParts {
  /** Of the caller, whose connection, certificate and address these are. */
  readonly outer: Call;
  readonly method: string;
  readonly target: string;
  readonly headers: readonly string[];
  readonly body: Buffer | undefined;
}

/** A call of a route in place of its clients, by somebody who called a tool. */
export class InnerCall implements Call {
  readonly #outer: Call;
  readonly method: string;
  readonly target: string;
  readonly version = '1.1';
  readonly rawHeaders: readonly string[];
  readonly body: CallBody;
  readonly answer: KeptAnswer = new KeptAnswer();

  constructor({ outer, method, target, headers, body }: InnerCallParts) {
    this.#outer = outer;
    this.method = method;
    this.target = target;
    this.rawHeaders = body === undefined ? headers : [...headers, 'content-length', String(body.length)];
    this.body = body === undefined ? new NoBody() : whole(body);
  }

  get peer(): string | undefined {
    return this.#outer.peer;
  }

  get connection(): object {
    return this.#outer.connection;
  }

  get certificate(): X509Certificate | undefined {
    return this.#outer.certificate;
  }

  /** Nothing comes behind it. */
  closeAfterAnswer(): void {}
}

function whole(body: Buffer): CallBody {
  const stream = Readable.from([body], { objectMode: false });
  return Object.assign(stream, { complete: true, rawTrailers: [] });
}
