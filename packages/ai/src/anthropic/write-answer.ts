import { failureIn } from '../failure/failure-in.ts';
import type { Notes } from '../mapping/notes.ts';
import type { ModelEvent, ModelFailure } from '../model/event.ts';
import { cutAnswer, malformedAnswer } from '../model/malformed-answer.ts';
import { anthropicStatus, writeAnthropicError } from './errors.ts';
import { MessageSum } from './message-sum.ts';
import type { WireBlock } from './wire-event.ts';
import { WireEvents } from './write-events.ts';

export interface WrittenAnswer {
  readonly status: number;
  readonly body: unknown;
}

/** A whole answer in Anthropic's form: what its stream adds up to. */
export function writeAnthropicAnswer(events: readonly ModelEvent[], notes: Notes): WrittenAnswer {
  const failed = failureIn(events);
  if (failed !== undefined) return failure(failed);
  const wire = new WireEvents(notes);
  const sum = new MessageSum();
  for (const event of events) for (const each of wire.take(event)) sum.add(each);
  if (sum.error !== undefined) return { status: 502, body: sum.error };
  const content = contentOf(sum, notes);
  if (content === undefined)
    return failure(malformedAnswer('called a tool with arguments that are no object of JSON'));
  const body = sum.messageWith(content);
  return body === undefined ? failure(cutAnswer) : { status: 200, body };
}

function failure(failed: ModelFailure): WrittenAnswer {
  return { status: anthropicStatus(failed), body: writeAnthropicError(failed) };
}

/** Undefined where a call's arguments are broken; where the answer was cut at its limit, such a call is left out. */
function contentOf(sum: MessageSum, notes: Notes): readonly WireBlock[] | undefined {
  const content: WireBlock[] = [];
  for (const [at, block] of sum.content.entries()) {
    if (block !== undefined) content.push(block);
    else if (sum.stopReason !== 'max_tokens') return undefined;
    else {
      const reason = 'the answer reached its limit within the arguments of this call';
      notes.losses.note({ path: `content[${at}]`, of: 'answer', fate: 'dropped', reason });
    }
  }
  return content;
}
