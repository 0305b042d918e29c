import { refusal } from '@signet/contracts';
import type { CallBody } from '../call/call.ts';
import { Denial } from '../denial.ts';
import { requestTimeout } from '../request/request-timeout.ts';
import type { HeldBytes } from './held-bytes.ts';

export interface Holding {
  readonly maxBytes: number;
  /** Milliseconds in which it must have come whole. */
  readonly patience: number;
  readonly room: HeldBytes;
  /** Told how the reading is ended from outside, and with undefined once it has ended. */
  readonly interruptible: (interrupt: ((denial: Denial) => void) | undefined) => void;
}

/** All of a body, or why not. What was taken of `room` is given back there and then where it is refused. */
export function holdBody(body: CallBody, holding: Holding): Promise<Buffer | Denial> {
  return new Promise((settle) => new BodyHolder(body, holding, settle).start());
}

class BodyHolder {
  readonly #body: CallBody;
  readonly #holding: Holding;
  readonly #settle: (outcome: Buffer | Denial) => void;
  readonly #pieces: Buffer[] = [];
  #bytes = 0;
  #deadline: NodeJS.Timeout | undefined;
  #over = false;

  constructor(body: CallBody, holding: Holding, settle: (outcome: Buffer | Denial) => void) {
    this.#body = body;
    this.#holding = holding;
    this.#settle = settle;
  }

  start(): void {
    const { patience, interruptible } = this.#holding;
    const body = this.#body;
    this.#deadline = setTimeout(() => this.#end(requestTimeout(patience)), patience);
    interruptible((denial) => this.#end(denial));
    body.on('data', this.#take);
    body.on('end', this.#whole);
    body.on('error', this.#broken);
    body.on('close', this.#broken);
    // Broken before anybody listened: such a stream says nothing any more.
    if (body.destroyed) process.nextTick(this.#broken);
  }

  readonly #take = (piece: Buffer): void => {
    const { maxBytes, room } = this.#holding;
    if (this.#bytes + piece.length > maxBytes) {
      this.#end(bodyTooLong(maxBytes, true));
      return;
    }
    if (!room.take(piece.length)) {
      const told = refusal('overloaded.bodies', { most: room.most });
      this.#end(new Denial('check-request', told, { headers: ['retry-after', '1'], closes: true }));
      return;
    }
    this.#bytes += piece.length;
    this.#pieces.push(piece);
  };

  readonly #whole = (): void => this.#end(Buffer.concat(this.#pieces));

  readonly #broken = (): void => {
    // One that came whole closes as well, in whichever order that is told.
    if (this.#body.complete && this.#body.readableEnded) this.#whole();
    else this.#end(new Denial('check-request', refusal('client_closed.request'), { closes: true }));
  };

  #end(outcome: Buffer | Denial): void {
    if (this.#over) return;
    this.#over = true;
    clearTimeout(this.#deadline);
    this.#holding.interruptible(undefined);
    const body = this.#body;
    body.off('data', this.#take);
    body.off('end', this.#whole);
    body.off('close', this.#broken);
    if (outcome instanceof Denial) {
      this.#holding.room.give(this.#bytes);
      // What still comes goes by unread, as behind that of any refused request.
      body.resume();
    }
    this.#settle(outcome);
  }
}

export function bodyTooLong(most: number, closes: boolean): Denial {
  return new Denial('check-request', refusal('body_too_large.route', { most }), { closes });
}
