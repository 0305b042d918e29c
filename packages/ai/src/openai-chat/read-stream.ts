import { Fields, isRecord } from '../fields/fields.ts';
import { parsedJson } from '../fields/parsed-json.ts';
import type { ModelEvent, ModelFailure } from '../model/event.ts';
import type { Losses } from '../model/loss.ts';
import { cutAnswer, malformedAnswer } from '../model/malformed-answer.ts';
import type { ServerEvent } from '../sse/read-events.ts';
import { readChatError } from './errors.ts';
import { ChunksReader } from './read-chunks.ts';

/** What ends a stream: `[DONE]`, or with those who do not send it, that the answer said why it ended. */
export type Terminator = 'done' | 'finish';

/** Reads a streamed answer of Chat Completions and its dialects. */
export class ChatStreamReader {
  readonly #losses: Losses;
  readonly #terminator: Terminator;
  readonly #chunks: ChunksReader;
  #over = false;

  constructor(options: { readonly losses: Losses; readonly terminator?: Terminator }) {
    this.#losses = options.losses;
    this.#terminator = options.terminator ?? 'done';
    this.#chunks = new ChunksReader(options.losses);
  }

  read({ name, data }: ServerEvent): readonly ModelEvent[] {
    if (this.#over) return [];
    if (data.trim() === '[DONE]') return this.#done();
    const chunk = parsedJson(data);
    if (!isRecord(chunk)) return this.#fail(malformedAnswer('sent an event that is no object of JSON'));
    const fields = new Fields(chunk, { path: '', of: 'answer', losses: this.#losses });
    if (name === 'error' || fields.take('error') !== undefined) return this.#fail(readChatError(chunk));
    const events = this.#chunks.read(fields, 'delta');
    const failed = events.findIndex(({ kind }) => kind === 'failed');
    if (failed === -1) return events;
    this.#over = true;
    return [...events.slice(0, failed), ...this.#chunks.counted(), ...events.slice(failed, failed + 1)];
  }

  /** The connection is at its end: a clean one only where the answer was at its own. */
  end(): readonly ModelEvent[] {
    if (this.#over) return [];
    if (this.#terminator === 'finish' && this.#chunks.finished) return this.#done();
    return this.#fail(cutAnswer);
  }

  #done(): readonly ModelEvent[] {
    if (!this.#chunks.answered) return this.#fail(malformedAnswer('ended without an answer'));
    this.#over = true;
    return this.#chunks.end();
  }

  #fail(failure: ModelFailure): readonly ModelEvent[] {
    this.#over = true;
    return [...this.#chunks.counted(), { kind: 'failed', failure }];
  }
}
