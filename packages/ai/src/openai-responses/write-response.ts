import type { Notes } from '../mapping/notes.ts';
import type { FinishReason, ModelEvent } from '../model/event.ts';
import type { Usage } from '../model/usage.ts';
import { writeFinish } from './finish.ts';
import { OutputItem } from './output-item.ts';
import { writeResponsesUsage } from './usage.ts';

type Wire = Readonly<Record<string, unknown>>;

const prefixes: Readonly<Record<string, string>> = {
  message: 'msg',
  reasoning: 'rs',
  'tool-call': 'fc',
  foreign: 'it',
};

/** The response that a caller gets, as far as it has come. */
export class ResponseBuilder {
  readonly #notes: Notes;
  readonly #items = new Map<number, OutputItem>();
  #id = '';
  #model = '';
  #createdAt = 0;
  #reason: FinishReason = 'stop';
  #usage: Usage | undefined;

  constructor(notes: Notes) {
    this.#notes = notes;
  }

  /** The item that an event is about; undefined where it is about none, or one that this caller does not get. */
  add(event: ModelEvent): OutputItem | undefined {
    switch (event.kind) {
      case 'begin':
        this.#id = event.id;
        this.#model = event.model;
        this.#createdAt = event.createdAt ?? 0;
        return undefined;
      case 'item':
        return this.#open(event);
      case 'usage':
        this.#usage = event.usage;
        return undefined;
      case 'finish':
        if ((event.answer ?? 0) === 0) this.#reason = event.reason;
        if (event.stopSequence !== undefined) this.#notes.note('stop sequence told');
        if (event.explanation !== undefined) this.#notes.note('explanation told');
        return undefined;
      default: {
        const item = 'item' in event ? this.#items.get(event.item) : undefined;
        item?.add(event);
        return item;
      }
    }
  }

  begun(): Wire {
    return { ...this.#head(), status: 'in_progress', incomplete_details: null, output: [], usage: null };
  }

  ended(): Wire {
    const status = this.#reason === 'length' ? 'incomplete' : 'completed';
    const usage = this.#usage === undefined ? null : writeResponsesUsage(this.#usage, this.#notes);
    const tier = this.#usage?.tier === undefined ? {} : { service_tier: this.#usage.tier };
    const output = [...this.#items.values()].map((item) => item.wire(status));
    return { ...this.#head(), ...writeFinish(this.#reason), output, usage, ...tier };
  }

  #head(): Wire {
    return {
      id: this.#id,
      object: 'response',
      created_at: this.#createdAt,
      model: this.#model,
      error: null,
      instructions: null,
      metadata: {},
      parallel_tool_calls: true,
      temperature: null,
      tool_choice: 'auto',
      tools: [],
      top_p: null,
    };
  }

  #open({ item, opens, answer }: ModelEvent & { readonly kind: 'item' }): OutputItem | undefined {
    if ((answer ?? 0) > 0) {
      this.#notes.note('several answers told');
      return undefined;
    }
    if (opens.kind === 'foreign' && this.#notes.from !== 'responses') {
      this.#notes.note('item of a provider told');
      return undefined;
    }
    const place = this.#items.size;
    const id = `${prefixes[opens.kind] ?? 'it'}_${this.#id.replace(/^resp_/, '')}_${place}`;
    const opened = new OutputItem(opens, { id, place, notes: this.#notes });
    this.#items.set(item, opened);
    return opened;
  }
}
