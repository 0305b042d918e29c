import { failureIn } from '../failure/failure-in.ts';
import type { Notes } from '../mapping/notes.ts';
import type { ModelEvent } from '../model/event.ts';
import { writeChatError } from '../openai-chat/errors.ts';
import { ResponseBuilder } from './write-response.ts';

/** The whole answer of Responses; of events that failed, the error. */
export function writeResponsesAnswer(
  events: readonly ModelEvent[],
  notes: Notes,
): Readonly<Record<string, unknown>> {
  const failure = failureIn(events);
  if (failure !== undefined) return writeChatError(failure);
  const builder = new ResponseBuilder(notes);
  for (const event of events) builder.add(event);
  return builder.ended();
}
