import { Fields } from '../fields/fields.ts';
import type { ModelEvent } from '../model/event.ts';
import type { Losses } from '../model/loss.ts';
import { readChatError } from './errors.ts';
import { ChunksReader } from './read-chunks.ts';

/** The events of a whole answer; of one that holds an error in place of an answer, `failed` alone. */
export function readChatAnswer(body: unknown, losses: Losses): readonly ModelEvent[] {
  const fields = new Fields(body, { path: '', of: 'answer', losses });
  if (fields.take('error') !== undefined) return [{ kind: 'failed', failure: readChatError(body) }];
  const reader = new ChunksReader(losses);
  const events = reader.read(fields, 'message');
  // HTML, an empty object, an error in some other form: a 200 that holds no choice is no answer.
  if (!reader.answered) return [{ kind: 'failed', failure: { ...readChatError(body), status: 502 } }];
  const failed = events.find(({ kind }) => kind === 'failed');
  return failed === undefined ? [...events, ...reader.end()] : [failed];
}
