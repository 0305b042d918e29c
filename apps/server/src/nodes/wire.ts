import type { Duplex } from 'node:stream';

/** Why a wire has ended, for the log. */
export type WireEnd = 'closed' | 'too large' | 'no message' | 'out of order' | 'does not read' | 'silent';

/** Messages over a connection: each is a line of JSON with its number, and as long as is allowed at most. */
export interface Wire<Out> {
  /** Answers whether it was sent: nothing is once the wire has ended, nor what is longer than the other end takes. */
  send(message: Out): boolean;
  /** The other end is not read for a while, and soon waits. */
  pause(): void;
  resume(): void;
  /** What was sent before still goes out. */
  end(): void;
  readonly ended: Promise<WireEnd>;
}

export interface WireOptions<In> {
  /** Bytes of one line that comes. */
  readonly mostIn: number;
  /** Bytes of one line that is sent. */
  readonly mostOut: number;
  /** Undefined for what is no message: the wire ends. */
  readonly read: (message: unknown) => In | undefined;
  /** Called for each message in the order of sending. */
  readonly handle: (message: In) => void;
  /** Milliseconds without a byte after which the other end counts as gone. */
  readonly silence: number;
}

/** Bytes that wait for an end which does not read them. */
const mostUnread = 64 * 1024 * 1024;
const newline = 0x0a;

/** @param socket that both ends are sure of already: what comes from it is believed as far as `read` says */
export function openWire<Out, In>(
  socket: Duplex & { setTimeout?(milliseconds: number, done: () => void): unknown },
  { mostIn, mostOut, read, handle, silence }: WireOptions<In>,
): Wire<Out> {
  const ended = Promise.withResolvers<WireEnd>();
  let sent = 0;
  let received = 0;
  let pieces: Buffer[] = [];
  let held = 0;
  let over = false;

  function fail(why: WireEnd): void {
    over = true;
    ended.resolve(why);
    socket.destroy();
  }

  /** Answers why the wire must end, if it must. */
  function take(line: Buffer): WireEnd | undefined {
    const told = parsed(line);
    if (told === undefined) return 'no message';
    received += 1;
    if (told.n !== received) return 'out of order';
    const message = read(told.m);
    if (message === undefined) return 'no message';
    handle(message);
    return undefined;
  }

  function receive(chunk: Buffer): void {
    let from = 0;
    while (!over) {
      const at = chunk.indexOf(newline, from);
      const piece = chunk.subarray(from, at < 0 ? undefined : at);
      held += piece.length;
      if (held > mostIn) {
        fail('too large');
        return;
      }
      pieces.push(piece);
      if (at < 0) return;
      const line = Buffer.concat(pieces);
      pieces = [];
      held = 0;
      from = at + 1;
      const wrong = take(line);
      if (wrong !== undefined) {
        fail(wrong);
        return;
      }
    }
  }

  socket.on('data', receive);
  socket.on('error', () => fail('closed'));
  socket.on('close', () => fail('closed'));
  socket.on('end', () => fail('closed'));
  socket.setTimeout?.(silence, () => fail('silent'));

  return {
    send(message) {
      if (over) return false;
      const line = Buffer.from(`${JSON.stringify({ n: sent + 1, m: message })}\n`);
      if (line.length > mostOut) return false;
      sent += 1;
      socket.write(line);
      if (socket.writableLength > mostUnread) fail('does not read');
      return true;
    },
    pause: () => void socket.pause(),
    resume: () => void socket.resume(),
    end() {
      over = true;
      ended.resolve('closed');
      socket.end();
    },
    ended: ended.promise,
  };
}

interface Numbered {
  readonly n: unknown;
  readonly m: unknown;
}

function parsed(line: Buffer): Numbered | undefined {
  try {
    const told: unknown = JSON.parse(line.toString('utf8'));
    return isNumbered(told) ? told : undefined;
  } catch {
    return undefined;
  }
}

function isNumbered(told: unknown): told is Numbered {
  return typeof told === 'object' && told !== null && 'n' in told && 'm' in told;
}
