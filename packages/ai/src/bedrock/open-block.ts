import { CallBlock } from '../anthropic/open-block.ts';
import type { Fields } from '../fields/fields.ts';
import type { ModelEvent, Opened } from '../model/event.ts';
import { said, sealed } from './read-block.ts';
import { readCitation } from './read-citation.ts';

/** A block of a stream between its start and its stop. What it is, often only its first piece tells. */
export class StreamBlock {
  readonly #item: number;
  readonly #idOf: (id: string) => string;
  #opens: Opened | undefined;
  #call: CallBlock | undefined;

  constructor(item: number, idOf: (id: string) => string) {
    this.#item = item;
    this.#idOf = idOf;
  }

  get isCall(): boolean {
    return this.#call !== undefined;
  }

  /** An empty start is one of a text. */
  start(start: Fields): readonly ModelEvent[] {
    const call = start.below('toolUse');
    if (call === undefined) return this.#startForeign(start);
    const id = this.#idOf(call.text('toolUseId') ?? '');
    const name = call.text('name') ?? '';
    call.ignore('type');
    call.leave();
    this.#call = new CallBlock(this.#item);
    return this.#open({ kind: 'tool-call', id, name });
  }

  /** Undefined for a piece that a block such as this does not have. */
  take(delta: Fields): readonly ModelEvent[] | undefined {
    const text = delta.text('text');
    if (text !== undefined) return this.#as('message', said(this.#item, text));
    const reasoning = delta.below('reasoningContent');
    if (reasoning !== undefined) return this.#think(reasoning);
    const call = delta.below('toolUse');
    if (call !== undefined) {
      const json = call.text('input') ?? '';
      call.leave();
      return this.#call?.add(json);
    }
    const cited = delta.below('citation');
    if (cited === undefined) return this.#foreign(delta);
    const citation = readCitation(cited);
    return this.#as('message', [{ kind: 'citation', item: this.#item, citation }]);
  }

  close(): readonly ModelEvent[] {
    if (this.#call !== undefined) return this.#call.close();
    const opened = this.#opens === undefined ? this.#open({ kind: 'message' }) : [];
    return [...opened, { kind: 'item-end', item: this.#item }];
  }

  #think(reasoning: Fields): readonly ModelEvent[] | undefined {
    const redacted = reasoning.text('redactedContent');
    const text = reasoning.text('text') ?? '';
    const signature = reasoning.text('signature') ?? '';
    reasoning.leave();
    if (redacted === undefined) {
      return this.#as('reasoning', [...said(this.#item, text), ...sealed(this.#item, signature)]);
    }
    const opened = this.#opens === undefined ? this.#open({ kind: 'reasoning', redacted: true }) : [];
    return this.#opens?.kind === 'reasoning' ? [...opened, ...sealed(this.#item, redacted)] : undefined;
  }

  #startForeign(start: Fields): readonly ModelEvent[] {
    const value = start.whole();
    const [type] = Object.keys(value);
    return type === undefined ? [] : this.#open({ kind: 'foreign', type, value });
  }

  #foreign(delta: Fields): readonly ModelEvent[] | undefined {
    const value = delta.whole();
    const [type] = Object.keys(value);
    if (type === undefined) return [];
    const opened = this.#opens === undefined ? this.#open({ kind: 'foreign', type, value: {} }) : [];
    return [...opened, { kind: 'foreign', item: this.#item, type, value }];
  }

  #as(kind: 'message' | 'reasoning', pieces: readonly ModelEvent[]): readonly ModelEvent[] | undefined {
    const opened = this.#opens === undefined ? this.#open({ kind }) : [];
    return this.#opens?.kind === kind ? [...opened, ...pieces] : undefined;
  }

  #open(opens: Opened): readonly ModelEvent[] {
    this.#opens = opens;
    return [{ kind: 'item', item: this.#item, opens }];
  }
}
