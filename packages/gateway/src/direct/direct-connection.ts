import type { Socket } from 'node:net';
import type { Call } from '../call/call.ts';
import { Outbox } from '../http1/outbox.ts';
import { type AnswerConnection, DirectAnswer, keptForSeconds } from './direct-answer.ts';
import { DirectCall } from './direct-call.ts';
import { readDirectRequest } from './direct-request.ts';

/** Bytes that a client may send ahead of the answer that it waits for; then it is not read from. */
const mostAhead = 16 * 1024;

export interface DirectOwner {
  /** Whether connections are kept for another request. */
  readonly keeps: boolean;
  /** Characters of a head. */
  readonly mostHeadBytes: number;
  receive(call: Call): void;
  /** What follows on this connection, `unread` first, is not plain: somebody else reads it. */
  handOver(connection: DirectConnection, socket: Socket, unread: Buffer): void;
  closed(connection: DirectConnection): void;
}

/**
 * One connection, with one request on it at a time. It reads requests that are plain and all there; at the first that is
 * not, the whole connection goes to who reads the rest.
 */
export class DirectConnection implements AnswerConnection {
  readonly outbox: Outbox;
  readonly #socket: Socket;
  readonly #owner: DirectOwner;
  #answer: DirectAnswer | undefined;
  #ahead: Buffer | undefined;
  #last = false;
  #served = 0;
  /** How often `tick` found it idle, one after another. */
  #idleTicks = 0;

  constructor(socket: Socket, owner: DirectOwner) {
    this.#socket = socket;
    this.#owner = owner;
    this.outbox = new Outbox(socket, this.#sent);
    for (const [event, listener] of this.#listeners) socket.on(event, listener);
  }

  /** `AnswerConnection` */
  get keeps(): boolean {
    return this.#owner.keeps && !this.#last;
  }

  get idle(): boolean {
    return this.#answer === undefined;
  }

  /** Once a second. One that has never said anything is for who waits for slow heads; one that was used is kept for a while. */
  tick(): void {
    if (this.#answer !== undefined) return;
    this.#idleTicks += 1;
    if (this.#served === 0) this.#handOver(Buffer.alloc(0));
    else if (this.#idleTicks > keptForSeconds) this.destroy();
  }

  /** `AnswerConnection` */
  endBehindAnswer(): void {
    this.#last = true;
  }

  /** `AnswerConnection` */
  destroy(): void {
    this.#socket.destroy();
  }

  readonly #read = (bytes: Buffer): void => {
    if (this.#answer === undefined && this.#ahead === undefined) this.#take(bytes);
    else this.#hold(bytes);
  };

  #hold(bytes: Buffer): void {
    // Nobody knows what it is, and nobody will ask.
    if (this.#last) return;
    this.#ahead = this.#ahead === undefined ? bytes : Buffer.concat([this.#ahead, bytes]);
    if (this.#ahead.length > mostAhead) this.#socket.pause();
  }

  #take(bytes: Buffer): void {
    const request = readDirectRequest(bytes.toString('latin1'), this.#owner.mostHeadBytes);
    const end = request === undefined ? 0 : request.headBytes + request.bodyBytes;
    if (request === undefined || end > bytes.length) {
      this.#handOver(bytes);
      return;
    }
    if (end < bytes.length) this.#ahead = bytes.subarray(end);
    if (request.last) this.#last = true;
    this.#served += 1;
    this.#idleTicks = 0;
    const answer = new DirectAnswer(this, request.method);
    this.#answer = answer;
    const body = request.bodyBytes === 0 ? undefined : bytes.subarray(request.headBytes, end);
    this.#owner.receive(
      new DirectCall(request, this.#socket, body, answer, () => {
        this.#last = true;
      }),
    );
  }

  readonly #sent = (): void => {
    const answer = this.#answer;
    this.#answer = undefined;
    answer?.sent();
    if (!this.keeps) this.#socket.destroySoon();
    else if (this.#ahead !== undefined) setImmediate(this.#takeAhead);
  };

  /** Not before the last request has been let go of by all who had to do with it. */
  readonly #takeAhead = (): void => {
    const bytes = this.#ahead;
    this.#ahead = undefined;
    if (bytes === undefined || this.#socket.destroyed) return;
    if (this.#socket.isPaused()) this.#socket.resume();
    this.#take(bytes);
  };

  #handOver(unread: Buffer): void {
    for (const [event, listener] of this.#listeners) this.#socket.off(event, listener);
    this.#owner.handOver(this, this.#socket, unread);
  }

  readonly #drained = (): void => {
    this.#answer?.readerMoves();
  };

  /** A client that ends its side has left: nobody would read what it gets. */
  readonly #ended = (): void => {
    this.#socket.end();
  };

  readonly #closed = (): void => {
    const answer = this.#answer;
    this.#answer = undefined;
    this.#owner.closed(this);
    answer?.closed();
  };

  readonly #listeners = [
    ['data', this.#read],
    ['drain', this.#drained],
    ['end', this.#ended],
    ['close', this.#closed],
  ] as const;
}
