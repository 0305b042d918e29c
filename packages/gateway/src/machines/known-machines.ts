import { createHmac } from 'node:crypto';
import { elapsed, isMachineHash, type Moment, SignetError, type SteadyTime } from '@signet/contracts';
import type { ReadHanded } from '@signet/trust';
import { createPasswordHasher, type PasswordHasher } from '@signet/trust/passwords';
import { LRUCache } from 'lru-cache';
import { Places } from '../places.ts';
import { addressBudget } from '../request/client-address.ts';
import type { CompiledMachine, CompiledMachines } from './compiled-machines.ts';
import { Failures } from './failures.ts';
import type { ShownPassword } from './shown-password.ts';

/** A machine, and by which of its hashes its password was right. */
export interface ProvenMachine {
  readonly machine: CompiledMachine;
  readonly hash: string;
}

/** What came of looking at a password. `note` is for the operator alone. */
export type Checked =
  | { readonly kind: 'right'; readonly proven: ProvenMachine }
  | { readonly kind: 'wrong'; readonly note?: string }
  | { readonly kind: 'throttled'; readonly seconds: number }
  | { readonly kind: 'busy' };

/** For whom and when a password is looked at. */
export interface PasswordAsking {
  /** Names that the route takes; undefined where it takes all. */
  readonly takes: ReadonlySet<string> | undefined;
  readonly address: string;
  readonly now: Moment;
}

interface KnownMachinesParts {
  readonly readHanded: ReadHanded;
  readonly makeHasher?: () => Promise<PasswordHasher>;
  readonly key?: Uint8Array;
}

interface Held {
  readonly checked: Checked;
  readonly at: SteadyTime;
}

/** Milliseconds for which a password is not hashed again; so long a hash that was replaced at its reference is still taken. */
const goodFor = 30_000;
const mostRight = 10_000;
/** Beside those that were right, so that whoever tries passwords out pushes none of them out. */
const mostWrong = 1_000;
/** Each hash takes 19 MiB and some 16 ms of a core. Behind a proxy that nobody trusts, all clients have one address. */
const hashing = { concurrency: 2, waiting: 64 };
const attempts = { most: 32, mostOfOne: 8 };
const minute = 60_000;
const mostNames = 10_000;
/** Of one name from one address, of one address, and of one name from all addresses where it never was right. */
const bounds = {
  together: { most: 10, per: minute },
  address: { most: 50, per: minute },
  name: { most: 100, per: minute },
};
/** Of a secret that is being replaced, the one before counts as well. */
const mostHashes = 2;

/**
 * Whose password it is. Each is hashed once at a time, so many at once, and not again for a while; what is remembered of it is a keyed
 * hash. A name that there is not, or that the route does not take, costs what a wrong password does, and is answered alike.
 */
export class KnownMachines {
  readonly #readHanded: ReadHanded;
  readonly #makeHasher: () => Promise<PasswordHasher>;
  /** Of this process: without it, nobody who reads its memory can try passwords out at the speed of a fast hash. */
  readonly #key: Uint8Array;
  readonly #places = new Places();
  readonly #asked = new Map<string, Promise<Checked>>();
  readonly #right = new LRUCache<string, Held>({ max: mostRight });
  readonly #wrong = new LRUCache<string, Held>({ max: mostWrong });
  readonly #together = new Failures(bounds.together, mostNames);
  readonly #ofAddress = new Failures(bounds.address, mostNames);
  readonly #ofName = new Failures(bounds.name, mostNames);
  /** Names with the addresses from which they were right: strangers who fail in their name do not stop them. */
  readonly #callers = new LRUCache<string, true>({ max: mostNames });
  #hasher: Promise<PasswordHasher> | undefined;
  #machines: CompiledMachines = new Map();
  #someReference: string | undefined;

  constructor({ readHanded, makeHasher = ownHasher, key = randomKey() }: KnownMachinesParts) {
    this.#readHanded = readHanded;
    this.#makeHasher = makeHasher;
    this.#key = key;
  }

  /** From now on it is these. */
  settle(machines: CompiledMachines): void {
    this.#machines = machines;
    this.#someReference = [...machines.values()].find(({ reference }) => reference !== undefined)?.reference;
  }

  /** What was found of it before and counts still. */
  remembered(shown: ShownPassword, { takes, now: { steady } }: PasswordAsking): Checked | undefined {
    if (this.#right.size === 0 && this.#wrong.size === 0) return undefined;
    const name = this.#nameOf(shown, this.#machineOf(shown, takes));
    const held = this.#right.get(name) ?? this.#wrong.get(name);
    return held !== undefined && elapsed(held.at, steady) < goodFor ? held.checked : undefined;
  }

  check(shown: ShownPassword, asking: PasswordAsking): Promise<Checked> {
    const machine = this.#machineOf(shown, asking.takes);
    const name = this.#nameOf(shown, machine);
    const underWay = this.#asked.get(name);
    if (underWay !== undefined) return underWay;
    const wait = this.#waitOf(shown, asking);
    if (wait > 0) return Promise.resolve({ kind: 'throttled', seconds: Math.ceil(wait / 1000) });
    const place = this.#places.take(addressBudget(asking.address), attempts);
    if (typeof place === 'string') return Promise.resolve(busy);
    const checking = this.#hashAndKeep(name, machine, shown, asking).finally(() => {
      this.#asked.delete(name);
      place.givenBack();
    });
    this.#asked.set(name, checking);
    return checking;
  }

  /** Whether what was proven would be so still: its machine is there, with that hash. */
  async stands({ machine: { name }, hash }: ProvenMachine): Promise<boolean> {
    const machine = this.#machines.get(name);
    if (machine === undefined) return false;
    const { known } = await this.#hashesOf(machine);
    return known.includes(hash);
  }

  /** What was found is not to be counted on: clocks jumped. */
  forgetAll(): void {
    this.#right.clear();
    this.#wrong.clear();
    for (const each of [this.#together, this.#ofAddress, this.#ofName]) each.forgetAll();
  }

  #machineOf({ name }: ShownPassword, takes: ReadonlySet<string> | undefined): CompiledMachine | undefined {
    return takes === undefined || takes.has(name) ? this.#machines.get(name) : undefined;
  }

  /** Of no use to anybody without the key. What the configuration says of the machine is part of it, and no password has a line end. */
  #nameOf(shown: ShownPassword, machine: CompiledMachine | undefined): string {
    return createHmac('sha256', this.#key)
      .update(`${machine?.words ?? ''}\n${shown.name}:${shown.reveal()}`)
      .digest('base64');
  }

  #waitOf(shown: ShownPassword, { address, now: { steady } }: PasswordAsking): number {
    const caller = this.#callerOf(shown, address);
    const ofName = this.#callers.has(caller) ? 0 : this.#ofName.waitOf(this.#countedAs(shown), steady);
    return Math.max(
      this.#together.waitOf(caller, steady),
      this.#ofAddress.waitOf(addressBudget(address), steady),
      ofName,
    );
  }

  /** Counted before it is known, so that many at once are not looked at all. */
  async #hashAndKeep(
    name: string,
    machine: CompiledMachine | undefined,
    shown: ShownPassword,
    { address, now }: PasswordAsking,
  ): Promise<Checked> {
    const { steady: at } = now;
    const caller = this.#callerOf(shown, address);
    const counted: readonly (readonly [Failures, string])[] = [
      [this.#together, caller],
      [this.#ofAddress, addressBudget(address)],
      [this.#ofName, this.#countedAs(shown)],
    ];
    for (const [failures, of] of counted) failures.add(of, at);
    const checked = await this.#hash(machine, shown);
    const failed = checked.kind === 'wrong' && checked.note === undefined;
    if (!failed) for (const [failures, of] of counted) failures.takeBack(of, at);
    if (checked.kind === 'right') {
      this.#right.set(name, { checked, at });
      this.#callers.set(caller, true);
    } else if (failed) this.#wrong.set(name, { checked, at });
    return checked;
  }

  /** As many hashes whoever it is: as there may be of any machine. */
  async #hash(machine: CompiledMachine | undefined, shown: ShownPassword): Promise<Checked> {
    const { known, tries, note } = await this.#hashesOf(machine);
    const hasher = await this.#ready();
    try {
      for (let at = 0; at < tries; at += 1) {
        const hash = known[at];
        const isRight = await hasher.verify(hash, shown.reveal());
        if (isRight && hash !== undefined && machine !== undefined)
          return { kind: 'right', proven: { machine, hash } };
      }
    } catch (error) {
      if (error instanceof SignetError && error.code === 'overloaded') return busy;
      throw error;
    }
    return note === undefined ? wrong : { kind: 'wrong', note };
  }

  /** Made when the first password comes: most gateways never see one. */
  #ready(): Promise<PasswordHasher> {
    this.#hasher ??= this.#makeHasher().catch((error: unknown) => {
      this.#hasher = undefined;
      throw error;
    });
    return this.#hasher;
  }

  /** Asked of a reference whoever it is, where there is any. */
  async #hashesOf(
    machine: CompiledMachine | undefined,
  ): Promise<{ readonly known: readonly string[]; readonly tries: number; readonly note?: string }> {
    const reference = machine?.reference ?? this.#someReference;
    const texts = reference === undefined ? [] : await this.#handed(reference);
    const tries = reference === undefined ? 1 : mostHashes;
    if (machine === undefined) return { known: [], tries };
    if (machine.hash !== undefined) return { known: [machine.hash], tries };
    const known = texts
      .map((text) => text.trim())
      .filter(isMachineHash)
      .slice(0, mostHashes);
    if (known.length > 0) return { known, tries };
    return { known, tries, note: `The hash of the machine ${machine.name} could not be read` };
  }

  /** Where nobody can say, nothing is known: whoever reads secrets tells the operator why. */
  async #handed(reference: string): Promise<readonly string[]> {
    try {
      return await this.#readHanded(reference);
    } catch {
      return [];
    }
  }

  #callerOf(shown: ShownPassword, address: string): string {
    return `${this.#countedAs(shown)} ${addressBudget(address)}`;
  }

  /** Names that come are as long as strangers like, and may be passwords that were typed in the wrong place. */
  #countedAs({ name }: ShownPassword): string {
    return createHmac('sha256', this.#key).update(name).digest('base64');
  }
}

const busy: Checked = Object.freeze({ kind: 'busy' });
const wrong: Checked = Object.freeze({ kind: 'wrong' });

function ownHasher(): Promise<PasswordHasher> {
  return createPasswordHasher(hashing);
}

function randomKey(): Uint8Array {
  return crypto.getRandomValues(new Uint8Array(32));
}
