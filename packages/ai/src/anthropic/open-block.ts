import type { Fields } from '../fields/fields.ts';
import { parsedJson } from '../fields/parsed-json.ts';
import type { ModelEvent } from '../model/event.ts';
import { readCitation } from './read-citation.ts';
import { readSeal } from './seal.ts';

/** A block of content between its start and its stop. */
export interface OpenBlock {
  /** The item of the model that it is. */
  readonly item: number;
  /** Takes a piece of it; undefined for one that its kind of block does not have. */
  take(type: string, delta: Fields): readonly ModelEvent[] | undefined;
  close(): readonly ModelEvent[];
}

type Take = (delta: Fields) => readonly ModelEvent[];

/** A block whose pieces go on as they come. */
export class PlainBlock implements OpenBlock {
  readonly item: number;
  readonly #takes: Readonly<Record<string, Take>>;

  constructor(item: number, takes: Readonly<Record<string, Take>>) {
    this.item = item;
    this.#takes = takes;
  }

  take(type: string, delta: Fields): readonly ModelEvent[] | undefined {
    return Object.hasOwn(this.#takes, type) ? this.#takes[type]?.(delta) : undefined;
  }

  close(): readonly ModelEvent[] {
    return [{ kind: 'item-end', item: this.item }];
  }
}

export function textBlock(item: number): OpenBlock {
  return new PlainBlock(item, {
    text_delta: (delta) => said(delta.text('text'), (text) => ({ kind: 'text', item, text })),
    citations_delta: (delta) => {
      const citation = delta.below('citation');
      return citation === undefined ? [] : [{ kind: 'citation', item, citation: readCitation(citation) }];
    },
  });
}

export function thinkingBlock(item: number): OpenBlock {
  return new PlainBlock(item, {
    thinking_delta: (delta) => said(delta.text('thinking'), (text) => ({ kind: 'text', item, text })),
    signature_delta: (delta) =>
      said(delta.text('signature'), (value) => ({ kind: 'sealed', item, sealed: readSeal(value) })),
  });
}

/** What its provider alone has a word for, with pieces that go on as they came. */
export class ForeignBlock implements OpenBlock {
  readonly item: number;
  readonly #value: Readonly<Record<string, unknown>>;

  constructor(item: number, value: Readonly<Record<string, unknown>>) {
    this.item = item;
    this.#value = value;
  }

  take(): undefined {
    return undefined;
  }

  close(): readonly ModelEvent[] {
    return [{ kind: 'item-end', item: this.item, value: this.#value }];
  }
}

/** A summary that replaces what came before; it comes in one piece. */
export class CompactionBlock implements OpenBlock {
  readonly item: number;
  #value: Readonly<Record<string, unknown>>;

  constructor(item: number, value: Readonly<Record<string, unknown>>) {
    this.item = item;
    this.#value = value;
  }

  take(type: string, delta: Fields): readonly ModelEvent[] | undefined {
    if (type !== 'compaction_delta') return undefined;
    const content = delta.take('content');
    this.#value = { ...this.#value, content };
    return [{ kind: 'foreign', item: this.item, type, value: { content } }];
  }

  close(): readonly ModelEvent[] {
    return [{ kind: 'item-end', item: this.item, value: this.#value }];
  }
}

/** A call of a tool, the caller's or the provider's own. Its arguments come in pieces of JSON; none at all say `{}`. */
export class CallBlock implements OpenBlock {
  readonly item: number;
  /** Of a tool that the provider runs itself: the block without its input. */
  readonly #foreign: Readonly<Record<string, unknown>> | undefined;
  #begun = false;
  #json = '';

  constructor(item: number, foreign?: Readonly<Record<string, unknown>>) {
    this.item = item;
    this.#foreign = foreign;
  }

  take(type: string, delta: Fields): readonly ModelEvent[] | undefined {
    return type === 'input_json_delta' ? this.add(delta.text('partial_json') ?? '') : undefined;
  }

  add(json: string): readonly ModelEvent[] {
    if (json === '') return [];
    this.#begun = true;
    if (this.#foreign !== undefined) this.#json += json;
    return [{ kind: 'arguments', item: this.item, json }];
  }

  close(): readonly ModelEvent[] {
    const none = this.#begun ? [] : this.add('{}');
    return [...none, this.#end()];
  }

  #end(): ModelEvent {
    const end = { kind: 'item-end', item: this.item } as const;
    if (this.#foreign === undefined) return end;
    return { ...end, value: { ...this.#foreign, input: parsedJson(this.#json) ?? this.#json } };
  }
}

function said(text: string | undefined, event: (text: string) => ModelEvent): readonly ModelEvent[] {
  return text === undefined || text === '' ? [] : [event(text)];
}
