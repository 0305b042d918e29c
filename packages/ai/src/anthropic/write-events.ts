import type { Notes } from '../mapping/notes.ts';
import type { ModelEvent } from '../model/event.ts';
import { malformedAnswer } from '../model/malformed-answer.ts';
import type { Usage } from '../model/usage.ts';
import { writeAnthropicError } from './errors.ts';
import { writeStopDetails, writeStopReason } from './finish.ts';
import type { WireEvent } from './wire-event.ts';
import { Blocks } from './write-blocks.ts';
import { writeUsage } from './write-usage.ts';

type Of<Kind extends ModelEvent['kind']> = Extract<ModelEvent, { readonly kind: Kind }>;

/** What the model's events come to on Anthropic's wire, whole answers and streams alike. */
export class WireEvents {
  readonly #notes: Notes;
  readonly #blocks: Blocks;
  /** Held until the next event: usage that is known at once belongs into it. */
  #begin: Of<'begin'> | undefined;
  #finish: Of<'finish'> | undefined;
  #usage: Usage | undefined;
  #over = false;

  constructor(notes: Notes) {
    this.#notes = notes;
    this.#blocks = new Blocks(notes);
  }

  take(event: ModelEvent): readonly WireEvent[] {
    if (this.#over) return [];
    switch (event.kind) {
      case 'begin':
        this.#begin = event;
        return [];
      case 'usage':
        this.#usage = event.usage;
        return this.#started();
      case 'finish':
        return this.#finishes(event);
      case 'ping':
        return [...this.#started(), { type: 'ping' }];
      case 'end':
        return this.#ends();
      case 'failed':
        return this.#fails(event);
      default:
        return [...this.#started(), ...this.#blocks.take(event)];
    }
  }

  #started(): readonly WireEvent[] {
    if (this.#begin === undefined) return [];
    const { id, model } = this.#begin;
    this.#begin = undefined;
    const empty = { content: [], stop_reason: null, stop_sequence: null } as const;
    const message = {
      id,
      type: 'message',
      role: 'assistant',
      model,
      ...empty,
      usage: this.#counted(),
    } as const;
    return [{ type: 'message_start', message }];
  }

  #finishes(event: Of<'finish'>): readonly WireEvent[] {
    if ((event.answer ?? 0) === 0) this.#finish = event;
    return this.#started();
  }

  #ends(): readonly WireEvent[] {
    const finish = this.#finish;
    const said = finish && writeStopReason(finish);
    if (finish === undefined || said === undefined) {
      return this.#fails({ kind: 'failed', failure: malformedAnswer('ended its answer with an error') });
    }
    const before = [...this.#started(), ...this.#blocks.close()];
    this.#over = true;
    const details = writeStopDetails(finish);
    const delta = {
      stop_reason: this.#blocks.refused ? 'refusal' : said,
      stop_sequence: finish.stopSequence ?? null,
      ...(details !== null && { stop_details: details }),
    };
    return [...before, { type: 'message_delta', delta, usage: this.#counted() }, { type: 'message_stop' }];
  }

  #fails({ failure }: Of<'failed'>): readonly WireEvent[] {
    this.#over = true;
    return [writeAnthropicError(failure)];
  }

  #counted(): Readonly<Record<string, unknown>> {
    return this.#usage === undefined
      ? { input_tokens: 0, output_tokens: 0 }
      : writeUsage(this.#usage, this.#notes);
  }
}
