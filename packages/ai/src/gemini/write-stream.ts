import type { Notes } from '../mapping/notes.ts';
import type { ModelEvent } from '../model/event.ts';
import { heartbeat, writeEvent } from '../sse/write-event.ts';
import { WireChunks } from './write-chunks.ts';

/** Writes an answer as a stream of streamGenerateContent with `alt=sse`; nothing is written at its end but its last response. */
export class GeminiStreamWriter {
  readonly #chunks: WireChunks;

  constructor({ notes }: { readonly notes: Notes }) {
    this.#chunks = new WireChunks(notes);
  }

  /** What goes onto the wire; nothing for an event that waits for another. */
  write(event: ModelEvent): string {
    if (event.kind === 'ping') return heartbeat;
    return this.#chunks
      .take(event)
      .map((chunk) => writeEvent({ name: '', data: JSON.stringify(chunk) }))
      .join('');
  }
}
