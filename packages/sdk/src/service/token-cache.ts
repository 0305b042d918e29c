import { elapsed, type SteadyClock, type SteadyTime } from '@signet/contracts';
import type { ServiceToken } from './service-options.ts';

interface Kept {
  readonly flight: Promise<ServiceToken>;
  /** When it was asked for: its life cannot have begun earlier than that. */
  readonly askedAt: SteadyTime;
  /** Once the answer is there. */
  token?: ServiceToken;
}

/** Milliseconds before its end from which a token is not handed out any more; of a short life, a tenth. */
const spare = 30_000;

/**
 * Tokens by what they were asked for, until shortly before they expire. Whoever asks while a request is under way waits for
 * that one; what failed is not kept. The token that was asked for longest ago leaves where there are too many.
 */
export class TokenCache {
  readonly #kept = new Map<string, Kept>();
  readonly #steady: SteadyClock;
  readonly #most: number;

  constructor(steady: SteadyClock, most: number) {
    this.#steady = steady;
    this.#most = most;
  }

  get size(): number {
    return this.#kept.size;
  }

  get(name: string, request: () => Promise<ServiceToken>): Promise<ServiceToken> {
    const known = this.#kept.get(name);
    if (known !== undefined && this.#isGood(known)) return known.flight;
    this.#kept.delete(name);
    const askedAt = this.#steady();
    const kept: Kept = { flight: request(), askedAt };
    this.#makeRoom();
    this.#kept.set(name, kept);
    kept.flight.then(
      (token) => {
        kept.token = token;
      },
      () => this.#drop(name, kept),
    );
    return kept.flight;
  }

  /** Lets go of a token that somebody refused, unless another one has taken its place already. */
  refuse(name: string, accessToken: string): void {
    const known = this.#kept.get(name);
    if (known?.token?.accessToken === accessToken) this.#drop(name, known);
  }

  #isGood({ token, askedAt }: Kept): boolean {
    if (token === undefined) return true;
    return elapsed(askedAt, this.#steady()) < token.lifetime - Math.min(spare, token.lifetime / 10);
  }

  #drop(name: string, kept: Kept): void {
    if (this.#kept.get(name) === kept) this.#kept.delete(name);
  }

  #makeRoom(): void {
    const [oldest] = this.#kept.keys();
    if (this.#kept.size >= this.#most && oldest !== undefined) this.#kept.delete(oldest);
  }
}
