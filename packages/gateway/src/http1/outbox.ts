import type { Socket } from 'node:net';

/** More than this does not wait for the end of the turn. */
const mostHeld = 64 * 1024;

const waiting: Outbox[] = [];

function sendAll(): void {
  for (const outbox of waiting.splice(0)) outbox.send();
}

/**
 * What goes out on one connection. Text (latin1) waits until all that this turn of the event loop has read is dealt with, and
 * goes in one call to the system: a write wakes whoever waits at the other end, on another core, and is the dearest
 * thing that a gateway does.
 */
export class Outbox {
  readonly #socket: Socket;
  readonly #emptied: () => void;
  #text = '';
  #final = false;
  #isWaiting = false;

  /** @param emptied told when all that was put in up to `end` is with the system */
  constructor(socket: Socket, emptied: () => void = () => undefined) {
    this.#socket = socket;
    this.#emptied = emptied;
  }

  /** False when the client has enough to read for now. */
  put(text: string): boolean {
    this.#text += text;
    if (this.#text.length > mostHeld) return this.send();
    this.#await();
    return !this.#socket.writableNeedDrain;
  }

  /** Large pieces go as they are. */
  putBytes(piece: Buffer): boolean {
    this.send();
    return this.#socket.write(piece);
  }

  /** What was put in ends an answer. */
  end(): void {
    this.#final = true;
    this.#await();
  }

  send(): boolean {
    this.#isWaiting = false;
    const text = this.#text;
    const final = this.#final;
    this.#text = '';
    this.#final = false;
    if (final) return this.#socket.write(text, 'latin1', this.#written);
    return text === '' ? !this.#socket.writableNeedDrain : this.#socket.write(text, 'latin1');
  }

  /** With an error the connection closes, and who waits hears of that. */
  readonly #written = (error?: Error | null): void => {
    if (error === undefined || error === null) this.#emptied();
  };

  #await(): void {
    if (this.#isWaiting) return;
    this.#isWaiting = true;
    if (waiting.push(this) === 1) setImmediate(sendAll);
  }
}
