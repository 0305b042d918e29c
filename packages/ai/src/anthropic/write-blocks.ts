import type { Notes } from '../mapping/notes.ts';
import type { ModelEvent, Opened } from '../model/event.ts';
import type { Sealed } from '../model/protocol.ts';
import { writeCallSeal } from './seal.ts';
import type { WireEvent } from './wire-event.ts';
import { deltaOf, type Piece, startOf, startOfCall } from './write-block.ts';

type ItemEvent = Extract<ModelEvent, { readonly item: number }>;

/**
 * Items as blocks of content, one after the other, as clients of Anthropic know them. Items of the model may run side by
 * side: text is then cut into several blocks, and whatever comes beside a call waits for its end.
 */
export class Blocks {
  readonly #notes: Notes;
  readonly #items = new Map<number, Opened>();
  /** Items of further answers, and of other providers. */
  readonly #left = new Set<number>();
  #waiting: ItemEvent[] = [];
  #current: number | undefined;
  #started = false;
  #next = 0;
  /** Free text of a custom tool, which becomes JSON at its end. */
  #free = '';
  #refused = false;

  constructor(notes: Notes) {
    this.#notes = notes;
  }

  get refused(): boolean {
    return this.#refused;
  }

  take(event: ItemEvent): readonly WireEvent[] {
    if (this.#left.has(event.item)) return [];
    if (event.kind === 'item' && this.#leaves(event)) return [];
    if (this.#mustWait(event.item)) {
      this.#waiting.push(event);
      return [];
    }
    if (event.kind === 'item') return this.#begins(event);
    return event.kind === 'item-end' ? this.#ends(event.item) : this.#continues(event);
  }

  /** Whatever is open ends here, and what waits comes. */
  close(): readonly WireEvent[] {
    const events: WireEvent[] = [];
    while (this.#current !== undefined || this.#waiting.length > 0)
      events.push(...this.#closes(), ...this.#resumes());
    return events;
  }

  #leaves(event: Extract<ItemEvent, { kind: 'item' }>): boolean {
    const isForeign = event.opens.kind === 'foreign' && this.#notes.from !== 'anthropic';
    const isFurther = (event.answer ?? 0) > 0;
    if (isForeign) this.#notes.note('item of a provider told');
    if (isFurther) this.#notes.note('several answers told');
    if (isForeign || isFurther) this.#left.add(event.item);
    return isForeign || isFurther;
  }

  /** A block of text can be ended and another begun; one of a call cannot. */
  #mustWait(item: number): boolean {
    if (this.#current === undefined || this.#current === item) return false;
    const kind = this.#items.get(this.#current)?.kind;
    return kind === 'tool-call' || kind === 'foreign';
  }

  #begins({ item, opens }: Extract<ItemEvent, { kind: 'item' }>): readonly WireEvent[] {
    const closed = this.#closes();
    this.#items.set(item, opens);
    this.#current = item;
    if (opens.kind === 'tool-call' && opens.custom === true) this.#notes.note('custom call told');
    return [...closed, ...this.#starts(opens)];
  }

  #continues(piece: Piece): readonly WireEvent[] {
    const opens = this.#items.get(piece.item);
    if (opens === undefined) return [];
    const closed = this.#current === piece.item ? [] : this.#closes();
    this.#current = piece.item;
    if (piece.kind === 'text' && piece.text === '') return closed;
    if (piece.kind === 'refusal') this.#refused = true;
    if (piece.kind === 'arguments' && opens.kind === 'tool-call' && opens.custom === true) {
      this.#free += piece.json;
      return closed;
    }
    if (piece.kind === 'sealed' && opens.kind === 'tool-call' && !this.#started) {
      return [...closed, ...this.#sealsCall(piece.sealed)];
    }
    const delta = deltaOf(opens, piece, this.#notes);
    const isWhole = opens.kind === 'reasoning' && opens.redacted === true && piece.kind === 'sealed';
    if (delta === undefined && !isWhole) return closed;
    const started = this.#starts(opens, piece);
    if (delta === undefined) return [...closed, ...started];
    return [...closed, ...started, { type: 'content_block_delta', index: this.#next, delta }];
  }

  #ends(item: number): readonly WireEvent[] {
    const events = this.#current === item ? [...this.#closes(), ...this.#resumes()] : [];
    this.#items.delete(item);
    return events;
  }

  #starts(opens: Opened, first?: Piece): readonly WireEvent[] {
    const block = this.#started ? undefined : startOf(opens, first);
    if (block === undefined) return [];
    this.#started = true;
    return [{ type: 'content_block_start', index: this.#next, content_block: block }];
  }

  #closes(): readonly WireEvent[] {
    const begun = this.#startsCall();
    const free = this.#freeText();
    this.#current = undefined;
    if (!this.#started) return [];
    this.#started = false;
    this.#next += 1;
    return [...begun, ...free, { type: 'content_block_stop', index: this.#next - 1 }];
  }

  /** A call begins with its arguments; one that ends without any begins then. */
  #startsCall(): readonly WireEvent[] {
    const opens = this.#current === undefined ? undefined : this.#items.get(this.#current);
    if (this.#started || opens?.kind !== 'tool-call') return [];
    this.#started = true;
    return [{ type: 'content_block_start', index: this.#next, content_block: startOfCall(opens) }];
  }

  /** A thought without words before the call, which clients bring back with it. */
  #sealsCall(sealed: Sealed): readonly WireEvent[] {
    this.#notes.note('seal of a call told');
    const index = this.#next;
    this.#next += 1;
    return [
      {
        type: 'content_block_start',
        index,
        content_block: { type: 'thinking', thinking: '', signature: '' },
      },
      {
        type: 'content_block_delta',
        index,
        delta: { type: 'signature_delta', signature: writeCallSeal(sealed) },
      },
      { type: 'content_block_stop', index },
    ];
  }

  #freeText(): readonly WireEvent[] {
    const opens = this.#current === undefined ? undefined : this.#items.get(this.#current);
    if (opens?.kind !== 'tool-call' || opens.custom !== true) return [];
    const partial_json = JSON.stringify({ input: this.#free });
    this.#free = '';
    return [
      { type: 'content_block_delta', index: this.#next, delta: { type: 'input_json_delta', partial_json } },
    ];
  }

  #resumes(): readonly WireEvent[] {
    const waiting = this.#waiting;
    this.#waiting = [];
    return waiting.flatMap((event) => this.take(event));
  }
}
