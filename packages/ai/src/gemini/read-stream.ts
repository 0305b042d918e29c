import { Fields, isRecord } from '../fields/fields.ts';
import { parsedJson } from '../fields/parsed-json.ts';
import type { ModelEvent, ModelFailure } from '../model/event.ts';
import type { Losses } from '../model/loss.ts';
import { malformedAnswer } from '../model/malformed-answer.ts';
import type { ServerEvent } from '../sse/read-events.ts';
import { isGeminiError, readGeminiError } from './errors.ts';
import { ChunksReader } from './read-chunks.ts';

/** Reads a stream of streamGenerateContent. Only the end of the connection ends it, cleanly where each answer had its reason. */
export class GeminiStreamReader {
  readonly #losses: Losses;
  readonly #chunks: ChunksReader;
  #over = false;

  constructor({ losses }: { readonly losses: Losses }) {
    this.#losses = losses;
    this.#chunks = new ChunksReader(losses);
  }

  read({ data }: ServerEvent): readonly ModelEvent[] {
    if (this.#over) return [];
    const chunk = parsedJson(data);
    if (isGeminiError(chunk)) return this.#fails(readGeminiError(chunk));
    if (!isRecord(chunk)) return this.#fails(malformedAnswer('sent an event that is no object of JSON'));
    const events = this.#chunks.read(new Fields(chunk, { path: '', of: 'answer', losses: this.#losses }));
    const { failure } = this.#chunks;
    return failure === undefined ? events : [...events, ...this.#fails(failure)];
  }

  end(): readonly ModelEvent[] {
    if (this.#over) return [];
    this.#over = true;
    return this.#chunks.end();
  }

  #fails(failure: ModelFailure): readonly ModelEvent[] {
    this.#over = true;
    return [{ kind: 'failed', failure }];
  }
}
