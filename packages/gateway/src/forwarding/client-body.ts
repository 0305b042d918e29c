import { refusal } from '@signet/contracts';
import type { CallBody } from '../call/call.ts';
import { Denial } from '../denial.ts';
import type { RequestBody } from '../http1/request-head.ts';
import type { HeaderKinds } from '../request/header-kinds.ts';
import type { BodyFraming } from '../request/request-head.ts';
import { BodyLimit } from '../upstream/body-limit.ts';
import { requestTrailers } from '../upstream/trailers.ts';

export interface ClientBodyOptions {
  readonly body: CallBody;
  readonly framing: BodyFraming;
  readonly kinds: HeaderKinds;
  readonly maxBytes: number;
  /** Heard of a body that did not announce its length. */
  readonly tooLarge: () => void;
}

/** The client's body on its way to an upstream: never more of it than is allowed, and never half of it left unread. */
export class ClientBody {
  readonly #options: ClientBodyOptions;
  #limited: BodyLimit | undefined;

  constructor(options: ClientBodyOptions) {
    this.#options = options;
  }

  /** Nothing of it is used up by sending it. */
  get repeatable(): boolean {
    return this.#options.framing.kind === 'none';
  }

  /** The body as an upstream gets it. Once it has begun to be sent only where it is repeatable. */
  open(): RequestBody {
    const { body, framing } = this.#options;
    if (framing.kind === 'none') return framing;
    if (framing.kind === 'length') return { kind: 'length', bytes: framing.bytes, stream: body };
    return { kind: 'chunked', stream: this.#limit(), trailers: this.#trailers };
  }

  readonly #trailers = (): readonly string[] => {
    const { body, kinds } = this.#options;
    return requestTrailers(body.rawTrailers, kinds);
  };

  /** What nobody took of it goes by unread, as behind it the next request on the connection begins. */
  readOver(): void {
    const limited = this.#limited;
    if (limited === undefined || limited.readableEnded) return;
    const { body } = this.#options;
    body.unpipe(limited);
    limited.destroy();
    body.resume();
  }

  #limit(): BodyLimit {
    const { body, maxBytes, tooLarge } = this.#options;
    if (this.#limited !== undefined) return this.#limited;
    const limited = new BodyLimit(maxBytes);
    this.#limited = limited;
    // Heard here and not where the body is sent on, which begins only when there is a connection to the upstream.
    limited.once('error', tooLarge);
    body.once('close', () => {
      if (!body.complete) limited.destroy();
    });
    return body.pipe(limited);
  }
}

export function bodyTooLarge(maxBytes: number): Denial {
  return new Denial('read-request', refusal('body_too_large.gateway', { most: maxBytes }), { closes: true });
}
