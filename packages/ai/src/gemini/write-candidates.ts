import { isRecord } from '../fields/fields.ts';
import { known } from '../fields/known.ts';
import { parsedJson } from '../fields/parsed-json.ts';
import type { Notes } from '../mapping/notes.ts';
import type { ModelEvent, Opened } from '../model/event.ts';
import type { Citation } from '../model/part.ts';
import type { Sealed } from '../model/protocol.ts';
import { writeSeal } from './seal.ts';

export type WirePart = Readonly<Record<string, unknown>>;
type ItemEvent = Extract<ModelEvent, { readonly item: number }>;

/** What a candidate says more. */
export interface Said {
  readonly answer: number;
  readonly part?: WirePart;
  readonly citations?: readonly unknown[];
}

interface Item {
  readonly opens: Opened;
  readonly answer: number;
  json: string;
  sealed: Sealed | undefined;
}

/** Items as parts: what is said as it comes, a call only once its arguments are whole. */
export class CandidateWriter {
  readonly #notes: Notes;
  readonly #items = new Map<number, Item>();
  readonly #refused = new Set<number>();
  #broken = 0;

  constructor(notes: Notes) {
    this.#notes = notes;
  }

  /** How many calls could not be written, as their arguments are no object of JSON. */
  get broken(): number {
    return this.#broken;
  }

  refused(answer: number): boolean {
    return this.#refused.has(answer);
  }

  take(event: ItemEvent): readonly Said[] {
    if (event.kind === 'item') return this.#begins(event);
    const item = this.#items.get(event.item);
    if (item === undefined) return [];
    if (event.kind !== 'item-end') return this.#continues(item, event);
    this.#items.delete(event.item);
    return this.#ends(item);
  }

  /** Calls that are still open end with the answer. */
  close(): readonly Said[] {
    const open = [...this.#items.values()];
    this.#items.clear();
    return open.flatMap((item) => this.#ends(item));
  }

  #begins({ item, opens, answer = 0 }: Extract<ItemEvent, { kind: 'item' }>): readonly Said[] {
    if (opens.kind === 'foreign') {
      if (this.#notes.from === 'gemini' && isRecord(opens.value)) return [{ answer, part: opens.value }];
      this.#notes.note('item of a provider told');
      return [];
    }
    if (opens.kind === 'tool-call' && opens.custom === true) this.#notes.note('custom call told');
    this.#items.set(item, { opens, answer, json: '', sealed: undefined });
    return [];
  }

  #continues(item: Item, event: Exclude<ItemEvent, { kind: 'item' | 'item-end' }>): readonly Said[] {
    const { answer, opens } = item;
    const thought = opens.kind === 'reasoning' ? { thought: true } : {};
    switch (event.kind) {
      case 'text':
        if (event.logprobs !== undefined) this.#notes.note('logprobs told');
        return [{ answer, part: { text: event.text, ...thought } }];
      case 'refusal':
        this.#notes.note('refusal told');
        this.#refused.add(answer);
        return [{ answer, part: { text: event.text } }];
      case 'citation':
        return this.#cites(answer, event.citation);
      case 'arguments':
        item.json += event.json;
        return [];
      case 'sealed': {
        if (opens.kind === 'tool-call') {
          item.sealed = event.sealed;
          return [];
        }
        const isRedacted = opens.kind === 'reasoning' && opens.redacted === true;
        return [
          { answer, part: { text: '', ...thought, thoughtSignature: writeSeal(event.sealed, isRedacted) } },
        ];
      }
      case 'foreign':
        this.#notes.note('item of a provider told');
        return [];
    }
  }

  #cites(answer: number, { url, title, quoted }: Citation): readonly Said[] {
    if (quoted !== undefined) {
      const reason = 'citations say nothing of what they quote here';
      this.#notes.losses.note({ path: 'citations[].cited_text', of: 'answer', fate: 'dropped', reason });
    }
    return [{ answer, citations: [known({ uri: url, title })] }];
  }

  #ends({ opens, answer, json, sealed }: Item): readonly Said[] {
    if (opens.kind !== 'tool-call') return [];
    const args = opens.custom === true ? { input: json } : parsedJson(json === '' ? '{}' : json);
    if (!isRecord(args)) {
      this.#broken += 1;
      return [];
    }
    const functionCall = { id: opens.id, name: opens.name, args };
    const thoughtSignature = sealed && writeSeal(sealed);
    return [{ answer, part: known({ functionCall, thoughtSignature }) }];
  }
}
