import type { X509Certificate } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { closeAfterAnswer } from '../request/closing-connections.ts';
import type { Answer, AnswerWatcher, Call, CallBody } from './call.ts';
import { gatherWrites } from './gather-writes.ts';
import { shownOn } from './shown-on.ts';

/** A call that came by HTTP/1.1 or 1.0, as `node:http` reads it. */
export class Http1Call implements Call {
  readonly #request: IncomingMessage;
  readonly answer: Answer;

  constructor(
    request: IncomingMessage,
    response: ServerResponse,
    answer: Answer = new Http1Answer(response, request.httpVersion),
  ) {
    this.#request = request;
    this.answer = answer;
  }

  get method(): string {
    return this.#request.method ?? '';
  }

  get target(): string {
    return this.#request.url ?? '';
  }

  get version(): string {
    return this.#request.httpVersion;
  }

  get rawHeaders(): readonly string[] {
    return this.#request.rawHeaders;
  }

  get peer(): string | undefined {
    return this.#request.socket.remoteAddress;
  }

  get connection(): object {
    return this.#request.socket;
  }

  get certificate(): X509Certificate | undefined {
    return shownOn(this.#request.socket);
  }

  get body(): CallBody {
    return this.#request;
  }

  closeAfterAnswer(): void {
    closeAfterAnswer(this.#request.socket);
  }
}

export class Http1Answer implements Answer {
  readonly #response: ServerResponse;
  readonly #version: string;

  constructor(response: ServerResponse, version: string) {
    this.#response = response;
    this.#version = version;
  }

  get status(): number {
    return this.#response.headersSent ? this.#response.statusCode : 0;
  }

  get over(): boolean {
    return this.#response.destroyed;
  }

  get finished(): boolean {
    return this.#response.writableFinished;
  }

  watch(watcher: AnswerWatcher): void {
    this.#response.on('close', () => watcher.closed());
    this.#response.on('drain', () => watcher.readerMoves());
  }

  continue(): void {
    this.#response.writeContinue();
  }

  early(links: readonly string[]): void {
    if (this.#version === '1.1' && !this.#response.headersSent)
      this.#response.writeEarlyHints({ link: [...links] });
  }

  begin(status: number, headers: readonly string[], reason?: string): void {
    const { socket } = this.#response;
    if (socket !== null) gatherWrites(socket);
    this.#response.writeHead(status, reason, headers as string[]);
  }

  write(piece: Buffer): boolean {
    return this.#response.write(piece);
  }

  /** Bytes go as latin1, so that head and body leave in one piece of text, for half the price. */
  end(rest?: Buffer | string, trailers: readonly string[] = []): void {
    const response = this.#response;
    if (response.writableEnded) return;
    if (trailers.length > 0) response.addTrailers(pairs(trailers));
    if (rest === undefined) response.end();
    else if (typeof rest === 'string') response.end(rest);
    else response.end(rest.toString('latin1'), 'latin1');
  }

  /**
   * One that still waits behind others on its connection ends it when its turn comes: Node would let such a one block all
   * that come after it, for ever.
   */
  cutOff(): void {
    const response = this.#response;
    if (response.socket === null) response.once('socket', (socket) => socket.destroy());
    response.destroy();
  }
}

function pairs(fields: readonly string[]): [name: string, value: string][] {
  return fields.flatMap((name, index) => (index % 2 === 0 ? [[name, fields[index + 1] ?? '']] : []));
}
