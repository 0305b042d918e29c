import type { ModelEvent, ServerEvent } from '@signet/ai';
import type { StreamReader } from '../spoken.ts';

export interface AnswerName {
  readonly id: string;
  readonly model: string;
}

/** Converse gives its answers no names, and clients of other protocols keep them by these. */
export function named(events: readonly ModelEvent[], { id, model }: AnswerName): readonly ModelEvent[] {
  return events.map((event) =>
    event.kind === 'begin' ? { ...event, id: event.id || id, model: event.model || model } : event,
  );
}

/** A reader of a stream whose answer has a name. */
export class NamedReader implements StreamReader {
  readonly #reader: StreamReader;
  readonly #name: AnswerName;

  constructor(reader: StreamReader, name: AnswerName) {
    this.#reader = reader;
    this.#name = name;
  }

  read(event: ServerEvent): readonly ModelEvent[] {
    return named(this.#reader.read(event), this.#name);
  }

  end(): readonly ModelEvent[] {
    return this.#reader.end();
  }
}
