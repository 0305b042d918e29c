import { lookup as lookUp } from 'node:dns/promises';
import type { LookupFunction } from 'node:net';
import type { CurrentAddresses } from '../http1/origin-pool.ts';

export interface NameAddress {
  readonly address: string;
  readonly family: number;
}

/** Asks for all addresses of a name, as this machine resolves names. */
export type ResolveName = (name: string) => Promise<readonly NameAddress[]>;

/** More than any balancer has behind one name. */
const mostAddresses = 64;
/** How long one that went is remembered by: connections do not last for many changes. */
const mostFormer = 256;

/**
 * The addresses of one name, asked for again and again. Connections go to them in turn; while nobody answers, or with nothing,
 * the last that were known go on. Connections to one that is gone take no further requests.
 */
export class Names implements CurrentAddresses {
  readonly #name: string;
  readonly #every: number;
  readonly #resolve: ResolveName;
  #known: readonly NameAddress[] = [];
  readonly #former = new Set<string>();
  #asking: Promise<void> | undefined;
  #turn = 0;
  #timer: NodeJS.Timeout | undefined;

  /** @param every milliseconds between two questions */
  constructor(name: string, every: number, resolve: ResolveName = resolveHere) {
    this.#name = name;
    this.#every = every;
    this.#resolve = resolve;
  }

  start(): void {
    // Where nothing is known, whoever connects asks too, and hears of the failure.
    this.#timer ??= setInterval(() => this.ask().catch(() => undefined), this.#every).unref();
  }

  stop(): void {
    clearInterval(this.#timer);
    this.#timer = undefined;
  }

  /** Asks now, once for however many ask; rejects where nothing is known and nothing was found. */
  ask(): Promise<void> {
    this.#asking ??= this.#ask().finally(() => {
      this.#asking = undefined;
    });
    return this.#asking;
  }

  /** `CurrentAddresses` */
  isGone(address: string | undefined): boolean {
    return address !== undefined && this.#former.has(address);
  }

  /** `CurrentAddresses` */
  readonly lookup: LookupFunction = (_, { all }, found) => {
    void this.#first().then(
      ([first, ...others]) => {
        if (first === undefined) found(new Error(`${this.#name} has no address`), '', 0);
        else if (all === true)
          found(
            null,
            [first, ...others].map((each) => ({ ...each })),
          );
        else found(null, first.address, first.family);
      },
      (error: NodeJS.ErrnoException) => found(error, '', 0),
    );
  };

  /** All, beginning with the one whose turn it is. */
  async #first(): Promise<readonly NameAddress[]> {
    if (this.#known.length === 0) await this.ask();
    if (this.#known.length === 0) return [];
    this.#turn = (this.#turn + 1) % this.#known.length;
    return [...this.#known.slice(this.#turn), ...this.#known.slice(0, this.#turn)];
  }

  async #ask(): Promise<void> {
    try {
      const found = (await this.#resolve(this.#name)).slice(0, mostAddresses);
      if (found.length > 0) this.#take(found);
    } catch (error) {
      // What was known goes on; somebody who waits for a first answer hears of it.
      if (this.#known.length === 0) throw error;
    }
  }

  #take(found: readonly NameAddress[]): void {
    const now = new Set(found.map(({ address }) => address));
    for (const { address } of this.#known) if (!now.has(address)) this.#former.add(address);
    for (const address of now) this.#former.delete(address);
    for (const address of this.#former) {
      if (this.#former.size <= mostFormer) break;
      this.#former.delete(address);
    }
    this.#known = found;
  }
}

function resolveHere(name: string): Promise<readonly NameAddress[]> {
  return lookUp(name, { all: true });
}
