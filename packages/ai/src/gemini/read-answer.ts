import { Fields, isRecord } from '../fields/fields.ts';
import type { ModelEvent } from '../model/event.ts';
import type { Losses } from '../model/loss.ts';
import { malformedAnswer } from '../model/malformed-answer.ts';
import { isGeminiError, readGeminiError } from './errors.ts';
import { ChunksReader } from './read-chunks.ts';

/** A whole answer of generateContent, as the events that it would have come to in a stream. */
export function readGeminiAnswer(body: unknown, losses: Losses): readonly ModelEvent[] {
  if (isGeminiError(body)) return [{ kind: 'failed', failure: readGeminiError(body) }];
  const reader = new ChunksReader(losses);
  const events = reader.read(new Fields(body, { path: '', of: 'answer', losses }));
  if (!isRecord(body) || !reader.answered) {
    return [{ kind: 'failed', failure: malformedAnswer('answered with what is no answer') }];
  }
  const { failure } = reader;
  return failure === undefined ? [...events, ...reader.end()] : [...events, { kind: 'failed', failure }];
}
