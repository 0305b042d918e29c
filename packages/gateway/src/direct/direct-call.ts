import type { X509Certificate } from 'node:crypto';
import type { Socket } from 'node:net';
import { Readable } from 'node:stream';
import type { Answer, Call, CallBody } from '../call/call.ts';
import { shownOn } from '../call/shown-on.ts';
import type { DirectRequest } from './direct-request.ts';

/** A call by HTTP/1.1 that was read here, with all of its body. */
export class DirectCall implements Call {
  readonly method: string;
  readonly target: string;
  readonly version = '1.1';
  readonly rawHeaders: readonly string[];
  readonly answer: Answer;
  readonly connection: Socket;
  readonly #bytes: Buffer | undefined;
  readonly #closeAfterAnswer: () => void;
  #body: CallBody | undefined;

  /** @param bytes its body; undefined where it has none */
  constructor(
    { method, target, rawHeaders }: DirectRequest,
    socket: Socket,
    bytes: Buffer | undefined,
    answer: Answer,
    closeAfterAnswer: () => void,
  ) {
    this.method = method;
    this.target = target;
    this.rawHeaders = rawHeaders;
    this.connection = socket;
    this.answer = answer;
    this.#bytes = bytes;
    this.#closeAfterAnswer = closeAfterAnswer;
  }

  get peer(): string | undefined {
    return this.connection.remoteAddress;
  }

  get certificate(): X509Certificate | undefined {
    return shownOn(this.connection);
  }

  /** Made for who asks for it, which is nobody where there is none. */
  get body(): CallBody {
    this.#body ??= new WholeBody(this.#bytes);
    return this.#body;
  }

  closeAfterAnswer(): void {
    this.#closeAfterAnswer();
  }
}

const none: readonly string[] = Object.freeze([]);

class WholeBody extends Readable {
  readonly rawTrailers = none;
  readonly complete = true;
  readonly #bytes: Buffer | undefined;

  constructor(bytes: Buffer | undefined) {
    super();
    this.#bytes = bytes;
  }

  override _read(): void {
    if (this.#bytes !== undefined) this.push(this.#bytes);
    this.push(null);
  }
}
