import { elapsed, type SteadyClock, type SteadyTime } from '@signet/contracts';
import type { RejectedKey, SortedKeys } from '@signet/token/keys';
import type { KeyDocument } from './fetch-keys.ts';
import { importKeys } from './import-keys.ts';
import { type BoundKey, bindSecrets, type ReadSharedSecrets, type SharedSecret } from './shared-secret.ts';

/** An issuer's keys as one document held them. A token verified with one ring is verified again under the next. */
export interface KeyRing extends SortedKeys {
  readonly document: string;
  /** What the issuer shares with APIs: each is believed for its audience alone, and none is among `keys`. */
  readonly secrets: readonly BoundKey[];
}

/** Hears which keys of an issuer's newest document are not used, and why. Must not throw. */
export type ReportRejected = (rejected: readonly RejectedKey[]) => void;

export interface IssuerKeysOptions {
  readonly fetchKeys: () => Promise<KeyDocument>;
  /** Absent: the issuer shares no secret with anybody here. */
  readonly readSecrets?: ReadSharedSecrets;
  readonly algorithms: Parameters<typeof importKeys>[1];
  readonly steady: SteadyClock;
  readonly reportRejected?: ReportRejected;
  /** How long they may go without another look; absent: as keys that are published. */
  readonly patience?: KeyPatience;
}

/** In milliseconds. */
export interface KeyPatience {
  /** Then there is another look beside the requests. */
  readonly refreshAfter: number;
  /** Keys that have not been confirmed for so long are no longer believed. */
  readonly longestUnconfirmed: number;
}

/** What `status()` says of an issuer's keys. */
export interface KeyStatus {
  readonly keys: number;
  /** Names of the keys that are believed, where they have one. */
  readonly kids: readonly string[];
  /** Keys that the issuer publishes and that are not used. */
  readonly rejected: readonly RejectedKey[];
  /** Milliseconds since the issuer last confirmed them; absent before the first time. */
  readonly ageMs?: number;
  /** Why the last attempt to fetch them failed, if it did. */
  readonly failure?: string;
}

const ofPublished: KeyPatience = { refreshAfter: 8 * 60_000, longestUnconfirmed: 24 * 60 * 60_000 };
/** What the operator has is asked for nearby: what was replaced there must not be taken for long. */
export const ofHanded: KeyPatience = { refreshAfter: 10_000, longestUnconfirmed: 60_000 };
const askAgainAfter = 10_000;
const retryAfter = 1_000;

/**
 * One issuer's keys. They are fetched before they are needed and refreshed off the path of requests. A key nobody
 * knows leads to one more look at the issuer, but only so often: tokens with invented `kid`s must not become a storm.
 * While the issuer cannot be reached, the last keys it confirmed stay good.
 */
export class IssuerKeys {
  readonly #options: IssuerKeysOptions;
  #ring: KeyRing | undefined;
  /** Of which secrets the ring was made. */
  #shared = '';
  #confirmedAt: SteadyTime | undefined;
  #attemptedAt: SteadyTime | undefined;
  /** Milliseconds by which the keys may be older than the steady clock says. */
  #uncounted = 0;
  #refreshing: Promise<void> | undefined;
  #failure: string | undefined;

  constructor(options: IssuerKeysOptions) {
    this.#options = options;
  }

  /** The keys to believe at `now`, if there are any. Starts a refresh beside the request when they grow old. */
  ring(now: SteadyTime): KeyRing | undefined {
    const { refreshAfter, longestUnconfirmed } = this.#options.patience ?? ofPublished;
    const age = this.#age(now);
    if (age > refreshAfter && elapsed(this.#attemptedAt, now) > askAgainAfter) this.prefetch();
    return age > longestUnconfirmed ? undefined : this.#ring;
  }

  /** The keys for a token that names `kid`, after another look at the issuer when it is not among them and that is due. */
  ringFor(
    kid: string | undefined,
    now: SteadyTime,
    { shared = false }: { readonly shared?: boolean } = {},
  ): KeyRing | undefined | Promise<KeyRing | undefined> {
    const ring = this.ring(now);
    const known = shared ? ring?.secrets.map(({ key }) => key) : ring?.keys;
    if (ring !== undefined && (kid === undefined || known?.some((key) => key.kid === kid))) return ring;
    // A key without a name may be the one that is meant, so that nobody waits for another look each time. Of secrets without
    // a name the issuer publishes nothing that could be looked at.
    if (ring !== undefined && known?.some((key) => key.kid === undefined))
      return shared ? ring : this.#lookBeside(ring, now);
    const due = elapsed(this.#attemptedAt, now) >= (ring === undefined ? retryAfter : askAgainAfter);
    if (this.#refreshing === undefined && !due) return ring;
    return this.#refresh().then(() => this.ring(now));
  }

  #lookBeside(ring: KeyRing, now: SteadyTime): KeyRing {
    if (elapsed(this.#attemptedAt, now) >= askAgainAfter) this.prefetch();
    return ring;
  }

  /** Fetches the keys beside everything else. A failure shows in `status` and in the requests that miss the keys. */
  prefetch(): void {
    void this.#refresh();
  }

  status(now: SteadyTime): KeyStatus {
    return {
      keys: (this.#ring?.keys.length ?? 0) + handedIn(this.#ring),
      kids: kidsOf(this.#ring),
      rejected: this.#ring?.rejected ?? [],
      ...(this.#ring === undefined ? {} : { ageMs: this.#age(now) }),
      ...(this.#failure === undefined ? {} : { failure: this.#failure }),
    };
  }

  /** The clocks disagree by so many milliseconds: the keys may be older by as much, and another look is due now. */
  doubt(milliseconds: number): void {
    this.#uncounted += milliseconds;
    this.#attemptedAt = undefined;
  }

  #age(now: SteadyTime): number {
    return elapsed(this.#confirmedAt, now) + this.#uncounted;
  }

  #refresh(): Promise<void> {
    this.#refreshing ??= this.#fetch().finally(() => {
      this.#refreshing = undefined;
    });
    return this.#refreshing;
  }

  async #fetch(): Promise<void> {
    this.#attemptedAt = this.#options.steady();
    const uncounted = this.#uncounted;
    try {
      const { fetchKeys, readSecrets = none } = this.#options;
      const [{ text }, shared] = await Promise.all([fetchKeys(), readSecrets()]);
      const told = JSON.stringify(shared);
      if (text !== this.#ring?.document || told !== this.#shared) this.#ring = await this.#read(text, shared);
      this.#shared = told;
      this.#confirmedAt = this.#options.steady();
      this.#uncounted -= uncounted;
      this.#failure = undefined;
    } catch (error) {
      this.#failure = error instanceof Error ? error.message : 'The keys could not be fetched';
    }
  }

  async #read(document: string, shared: readonly SharedSecret[]): Promise<KeyRing> {
    const secrets = await bindSecrets(shared);
    const { keys, rejected } = await importKeys(document, this.#options.algorithms);
    if (rejected.length > 0) this.#options.reportRejected?.(rejected);
    return Object.freeze({ document, keys, rejected, secrets });
  }
}

const none: ReadSharedSecrets = async () => [];

/** Secrets of no API have a place of their own in no list. */
function handedIn(ring: KeyRing | undefined): number {
  return ring?.secrets.filter(({ audience }) => audience === undefined).length ?? 0;
}

function kidsOf(ring: KeyRing | undefined): readonly string[] {
  const secrets = ring?.secrets.map(({ key }) => key) ?? [];
  return [...(ring?.keys ?? []), ...secrets].flatMap(({ kid }) => kid ?? []);
}
