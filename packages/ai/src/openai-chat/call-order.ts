import { parsedJson } from '../fields/parsed-json.ts';
import type { Sealed } from '../model/protocol.ts';
import type { CallPiece } from './read-calls.ts';

/** What happens to one call, in an order in which one ends before the next begins. */
export type CallStep =
  | {
      readonly kind: 'begin';
      readonly id: string;
      readonly name: string;
      readonly custom: boolean /** Its own id was that of another call. */;
      readonly renamed: boolean;
    }
  | { readonly kind: 'more'; readonly json: string }
  | { readonly kind: 'sealed'; readonly sealed: Sealed }
  | { readonly kind: 'end' }
  /** It is no answer; why, as what the provider did. */
  | { readonly kind: 'broken'; readonly reason: string };

interface Call {
  readonly key: string;
  /** The id that the upstream gave. */
  readonly told: string | undefined;
  readonly id: string;
  readonly name: string;
  readonly custom: boolean;
  json: string;
  /** How long its arguments were when they were last found to be a part. */
  partAt: number;
  sealed?: Sealed;
  state: 'waiting' | 'open' | 'over';
}

/** So many calls in one answer; nobody asks for more, and each is kept until its end. */
const mostCalls = 1_000;

/**
 * Puts pieces of calls, which some write in turns, one call after the other. The open call goes on as it comes; another
 * waits until the arguments of the open one are whole, or the answer is at its end.
 */
export class CallOrder {
  readonly #calls: Call[] = [];
  readonly #ids = new Set<string>();
  readonly #newId: (count: number) => string;
  #open: Call | undefined;

  /** @param newId for calls without an id, and for those whose id another call has already */
  constructor(newId: (count: number) => string) {
    this.#newId = newId;
  }

  get seen(): boolean {
    return this.#calls.length > 0;
  }

  read(piece: CallPiece): readonly CallStep[] {
    const call = this.#callOf(piece);
    if (call === undefined)
      return [{ kind: 'broken', reason: 'called too many tools, or one without a name' }];
    if (call.state === 'over') {
      return piece.json.trim() === ''
        ? []
        : [{ kind: 'broken', reason: 'went on with arguments that had been whole' }];
    }
    if (piece.sealed !== undefined) call.sealed = piece.sealed;
    call.json += piece.json;
    if (call.state === 'waiting')
      return this.#open === undefined || isWhole(this.#open) ? this.#turn(call) : [];
    return piece.json === '' ? [] : [{ kind: 'more', json: piece.json }];
  }

  /** The open call is over, and so is every one that waited. */
  end(): readonly CallStep[] {
    const closed = this.#close();
    const waiting = this.#calls.filter(({ state }) => state === 'waiting');
    return [...closed, ...waiting.flatMap((call) => [...this.#begin(call), ...this.#close()])];
  }

  /** Those that waited before it are whole by now, or wait on. */
  #turn(call: Call): readonly CallStep[] {
    const steps = [...this.#close()];
    for (const waiting of this.#calls.filter(({ state }) => state === 'waiting')) {
      steps.push(...this.#begin(waiting));
      if (waiting === call || !isWhole(waiting)) break;
      steps.push(...this.#close());
    }
    return steps;
  }

  #begin(call: Call): readonly CallStep[] {
    call.state = 'open';
    this.#open = call;
    return [
      {
        kind: 'begin',
        id: call.id,
        name: call.name,
        custom: call.custom,
        renamed: call.told !== undefined && call.told !== call.id,
      },
      ...(call.json === '' ? [] : [{ kind: 'more' as const, json: call.json }]),
    ];
  }

  #close(): readonly CallStep[] {
    const call = this.#open;
    this.#open = undefined;
    if (call === undefined) return [];
    call.state = 'over';
    return [
      ...(call.sealed === undefined ? [] : [{ kind: 'sealed' as const, sealed: call.sealed }]),
      { kind: 'end' },
    ];
  }

  /** Google numbers all its calls 0, so another id under the same number is another call. */
  #callOf(piece: CallPiece): Call | undefined {
    const last = this.#calls.findLast(({ key }) => piece.index === undefined || key === String(piece.index));
    const goesOn = last !== undefined && (piece.id === undefined || piece.id === last.told);
    return goesOn ? last : this.#add(piece);
  }

  #add(piece: CallPiece): Call | undefined {
    if (piece.name === undefined || this.#calls.length >= mostCalls) return undefined;
    const call: Call = {
      key: String(piece.index ?? `unnumbered ${this.#calls.length}`),
      told: piece.id,
      id: this.#unique(piece.id),
      name: piece.name,
      custom: piece.custom,
      json: '',
      partAt: -1,
      state: 'waiting',
    };
    this.#calls.push(call);
    return call;
  }

  #unique(id: string | undefined): string {
    const fitting = id !== undefined && !this.#ids.has(id) ? id : this.#newId(this.#calls.length);
    this.#ids.add(fitting);
    return fitting;
  }
}

function isWhole(call: Call): boolean {
  if (call.custom) return true;
  if (call.partAt === call.json.length) return false;
  const whole = parsedJson(call.json) !== undefined;
  if (!whole) call.partAt = call.json.length;
  return whole;
}
