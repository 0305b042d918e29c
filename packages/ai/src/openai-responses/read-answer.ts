import { Fields } from '../fields/fields.ts';
import type { ModelEvent } from '../model/event.ts';
import type { Losses } from '../model/loss.ts';
import { readChatError } from '../openai-chat/errors.ts';
import { ResponseReader } from './read-response.ts';

/** The events of a whole answer; of one that holds an error in place of an answer, `failed` alone. */
export function readResponsesAnswer(body: unknown, losses: Losses): readonly ModelEvent[] {
  const fields = new Fields(body, { path: '', of: 'answer', losses });
  // HTML, an empty object, an error in some other form: a 200 that holds no output is no answer.
  if (!Array.isArray(fields.take('output'))) return [{ kind: 'failed', failure: readChatError(body) }];
  const events = new ResponseReader(losses).end(fields);
  const failed = events.find(({ kind }) => kind === 'failed');
  return failed === undefined ? events : [failed];
}
