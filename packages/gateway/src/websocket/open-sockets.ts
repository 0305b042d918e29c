import type { WatchedClocks } from '@signet/contracts';
import type { Denial } from '../denial.ts';
import { deny } from '../deny.ts';
import type { Journey } from '../journey.ts';
import type { RefusedSince } from '../steps/still-admitted.ts';
import { closeCodes, type Tunnel } from './tunnel.ts';

/** One that stands, and what its call was let through with. */
interface OpenSocket {
  readonly journey: Journey;
  readonly tunnel: Tunnel;
  /** Asks again of its token what a new call would be asked. */
  readonly refusedSince: RefusedSince;
}

/** Milliseconds between two looks at the tokens of open sockets. */
const lookEvery = 500;

/** The WebSockets of this process: each ends with the token that opened it. */
export class OpenSockets {
  readonly #open = new Set<OpenSocket>();
  readonly #clocks: WatchedClocks;
  #timer: NodeJS.Timeout | undefined;

  constructor(clocks: WatchedClocks) {
    this.#clocks = clocks;
  }

  /** @returns how to let go of it */
  add(socket: OpenSocket): () => void {
    this.#open.add(socket);
    this.#timer ??= setInterval(this.#look, lookEvery).unref();
    return () => this.#remove(socket);
  }

  /** Every client is told that this gateway goes away. */
  close(): void {
    for (const { tunnel, journey } of this.#open) {
      tunnel.close(closeCodes.goingAway, 'The gateway ends', () => journey.call.answer.cutOff());
    }
  }

  readonly #look = (): void => {
    const now = this.#clocks.now();
    for (const socket of this.#open) {
      const answer = socket.refusedSince(now);
      if (answer instanceof Promise) void answer.then((denial) => this.#judge(socket, denial));
      else this.#judge(socket, answer);
    }
  };

  #judge(socket: OpenSocket, denial: Denial | undefined): void {
    if (denial !== undefined && this.#open.has(socket)) this.#end(socket, denial);
  }

  #end(socket: OpenSocket, denial: Denial): void {
    this.#remove(socket);
    socket.tunnel.close(closeCodes.policy, denial.refusal.code, () => deny(socket.journey, denial));
  }

  #remove(socket: OpenSocket): void {
    this.#open.delete(socket);
    if (this.#open.size > 0) return;
    clearInterval(this.#timer);
    this.#timer = undefined;
  }
}
