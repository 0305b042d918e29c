import type { Notes } from '../mapping/notes.ts';
import type { ModelEvent } from '../model/event.ts';
import { writeEvent } from '../sse/write-event.ts';
import { WireEvents } from './write-events.ts';

/** Writes an answer as a stream of Anthropic's, an event at a time. */
export class AnthropicStreamWriter {
  readonly #events: WireEvents;

  constructor({ notes }: { readonly notes: Notes }) {
    this.#events = new WireEvents(notes);
  }

  /** What goes onto the wire; nothing for an event that waits for another. */
  write(event: ModelEvent): string {
    return this.#events
      .take(event)
      .map((each) => writeEvent({ name: each.type, data: JSON.stringify(each) }))
      .join('');
  }
}
