import type { Socket } from 'node:net';
import { BodySender } from './body-sender.ts';
import type { UpstreamCall } from './exchange.ts';
import { MalformedResponse } from './malformed-response.ts';
import { Outbox } from './outbox.ts';
import type { ResponseHead } from './response-head.ts';
import { ResponseReader, type ResponseSink } from './response-reader.ts';
import { UpstreamFailure } from './upstream-failure.ts';

export interface ConnectionLimits {
  /** Milliseconds of silence after which a call in flight fails. */
  readonly timeout: number;
  /** Milliseconds that an unused connection is kept. */
  readonly idle: number;
  readonly maxHeadBytes: number;
}

export interface ConnectionOwner {
  /** The response is complete and the connection can carry another request. */
  freed(connection: Connection): void;
  closed(connection: Connection): void;
}

/**
 * One connected socket that carries one exchange at a time, without pipelining. It is used again only when
 * request and response both ended exactly where they said they would; any doubt closes it.
 */
export class Connection implements ResponseSink {
  readonly #socket: Socket;
  readonly #outbox: Outbox;
  readonly #limits: ConnectionLimits;
  readonly #owner: ConnectionOwner;
  #call: UpstreamCall | undefined;
  #reader: ResponseReader | undefined;
  #sender: BodySender | undefined;
  #head: ResponseHead | undefined;
  #bytesSeen = false;
  #served = 0;
  #paused = false;
  #switched: ResponseHead | undefined;

  constructor(socket: Socket, limits: ConnectionLimits, owner: ConnectionOwner) {
    this.#socket = socket;
    this.#outbox = new Outbox(socket);
    this.#limits = limits;
    this.#owner = owner;
    socket.setNoDelay(true);
    for (const [event, listener] of this.#listeners) socket.on(event, listener);
  }

  /** True when the connection has carried a call before, so that the upstream may have been closing it meanwhile. */
  get reused(): boolean {
    return this.#served > 1;
  }

  /** Where it leads to. */
  get address(): string | undefined {
    return this.#socket.remoteAddress;
  }

  /** False from the moment it is given up, which is before its `close`. */
  get usable(): boolean {
    return !this.#socket.destroyed;
  }

  begin(call: UpstreamCall): void {
    this.#call = call;
    this.#reader = new ResponseReader(call.request, this.#limits.maxHeadBytes, this);
    this.#head = undefined;
    this.#bytesSeen = false;
    this.#served += 1;
    this.#outbox.put(call.head);
    const { body } = call.request;
    if (body.kind === 'none') {
      this.#awaitResponse();
      return;
    }
    this.#outbox.send();
    this.#socket.setTimeout(0);
    this.#sender = new BodySender(this.#socket, body, this.#awaitResponse, () =>
      this.#fail(new UpstreamFailure('aborted', { untouched: false })),
    );
  }

  resume(): void {
    if (!this.#paused) return;
    this.#paused = false;
    this.#socket.setTimeout(this.#limits.timeout);
    this.#socket.resume();
  }

  abort(): void {
    this.#call = undefined;
    this.destroy();
  }

  destroy(): void {
    this.#sender?.stop();
    this.#sender = undefined;
    this.#socket.destroy();
  }

  /** `ResponseSink` */
  early(head: ResponseHead): void {
    this.#call?.handler.early(head);
  }

  /** `ResponseSink` */
  switched(head: ResponseHead): void {
    this.#switched = head;
  }

  /** `ResponseSink` */
  head(head: ResponseHead): void {
    this.#head = head;
    this.#call?.handler.head(head);
  }

  /** `ResponseSink` */
  body(piece: Buffer): void {
    if (this.#call === undefined || this.#call.handler.body(piece) || this.#paused) return;
    this.#paused = true;
    this.#socket.setTimeout(0);
    this.#socket.pause();
  }

  readonly #broke = (cause: unknown): void => this.#fail(this.#broken(cause));

  readonly #awaitResponse = (): void => {
    this.#sender = undefined;
    this.#socket.setTimeout(this.#limits.timeout);
  };

  readonly #read = (bytes: Buffer): void => {
    const reader = this.#reader;
    // Bytes that nobody asked for: an answer to nothing must never become the answer to the next request.
    if (reader === undefined) {
      this.destroy();
      return;
    }
    this.#bytesSeen = true;
    try {
      const surplus = reader.push(bytes);
      if (this.#switched !== undefined)
        this.#handOver(this.#switched, bytes.subarray(bytes.length - surplus));
      else if (reader.done) this.#complete(surplus === 0);
    } catch (error) {
      this.#fail(asFailure(error));
    }
  };

  readonly #ended = (): void => {
    if (this.#reader === undefined) {
      this.destroy();
      return;
    }
    try {
      this.#reader.close();
      this.#complete(false);
    } catch {
      this.#fail(this.#broken(undefined));
    }
  };

  #complete(clean: boolean): void {
    const call = this.#call;
    const trailers = this.#reader?.trailers ?? [];
    const reusable = clean && this.#sender === undefined && this.#head?.persistent === true;
    this.#call = undefined;
    this.#reader = undefined;
    if (reusable) this.#rest();
    else this.destroy();
    call?.handler.end(trailers);
  }

  /** The connection is the handler's: it carries no exchange any more, and is none of the pool's. */
  #handOver(head: ResponseHead, first: Buffer): void {
    const socket = this.#socket;
    const call = this.#call;
    this.#call = undefined;
    this.#reader = undefined;
    socket.setTimeout(0);
    socket.pause();
    for (const [event, listener] of this.#listeners) socket.off(event, listener);
    this.#owner.closed(this);
    if (call === undefined) socket.destroy();
    else call.handler.switched(head, socket, first);
  }

  #rest(): void {
    if (this.#paused) this.#socket.resume();
    this.#paused = false;
    this.#socket.setTimeout(this.#limits.idle);
    setImmediate(this.#offer);
  }

  /** Not in the turn that read the answer: what comes right behind it would become the answer to the next request. */
  readonly #offer = (): void => {
    if (this.usable) this.#owner.freed(this);
  };

  #fail(failure: UpstreamFailure): void {
    const call = this.#call;
    this.#call = undefined;
    this.#reader = undefined;
    this.destroy();
    call?.handler.failed(failure);
  }

  #broken(cause: unknown): UpstreamFailure {
    // A connection that was kept may have been closed by the upstream before our request reached it.
    const untouched = this.reused && !this.#bytesSeen;
    return new UpstreamFailure('broken', { untouched, cause });
  }

  /**
   * Node runs timers before it reads sockets. Where this process itself was held up, the answer may be there already,
   * and the upstream is not to blame: what has arrived is read first.
   */
  readonly #timedOut = (): void => {
    const call = this.#call;
    if (call === undefined) {
      this.destroy();
      return;
    }
    const { bytesRead } = this.#socket;
    setImmediate(() => {
      if (this.#call !== call || this.#socket.bytesRead !== bytesRead) return;
      this.#fail(new UpstreamFailure('timeout', { untouched: false, waitedMs: this.#limits.timeout }));
    });
  };

  readonly #closed = (): void => {
    if (this.#call !== undefined) this.#fail(this.#broken(undefined));
    this.#owner.closed(this);
  };

  readonly #listeners = [
    ['data', this.#read],
    ['end', this.#ended],
    ['timeout', this.#timedOut],
    ['error', this.#broke],
    ['close', this.#closed],
  ] as const;
}

function asFailure(error: unknown): UpstreamFailure {
  if (error instanceof MalformedResponse) {
    return new UpstreamFailure('malformed', { untouched: false, note: error.message, cause: error });
  }
  return new UpstreamFailure('not-passed-on', { untouched: false, cause: error });
}
