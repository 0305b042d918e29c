import { Fields, isRecord } from '../fields/fields.ts';
import type { ModelEvent } from '../model/event.ts';
import type { Losses } from '../model/loss.ts';
import { malformedAnswer } from '../model/malformed-answer.ts';
import { believable } from '../usage/doubts.ts';
import { readBegin, readEdits, readFinish } from './answer-head.ts';
import { CallIds } from './call-ids.ts';
import { isAnthropicError, readAnthropicError } from './errors.ts';
import { beginBlock } from './read-block.ts';
import { readUsage } from './read-usage.ts';

/** A whole answer of Anthropic's, as the events that it would have come to in a stream. */
export function readAnthropicAnswer(body: unknown, losses: Losses): readonly ModelEvent[] {
  if (isAnthropicError(body)) return [{ kind: 'failed', failure: readAnthropicError(body) }];
  if (!isRecord(body) || body['type'] !== 'message' || !Array.isArray(body['content'])) {
    return [{ kind: 'failed', failure: malformedAnswer('answered with what is no message') }];
  }
  const message = new Fields(body, { path: '', of: 'answer', losses });
  const events = [readBegin(message), ...readContent(message.list('content'), losses)];
  const finish = readFinish(message, losses);
  const usage = usageOf(message, events.length > 1, losses);
  readEdits(message);
  message.leave();
  if (finish === undefined) {
    return [...events, ...usage, { kind: 'failed', failure: malformedAnswer('does not say why it ended') }];
  }
  return [...events, ...usage, finish, { kind: 'end' }];
}

function readContent(content: readonly unknown[], losses: Losses): readonly ModelEvent[] {
  const ids = new CallIds(losses);
  return content.flatMap((value, item) => {
    const path = `content[${item}]`;
    const begun = beginBlock(value, { item, path, losses, idOf: (id) => ids.of(id) });
    if (begun !== undefined) return [...begun.events, ...begun.block.close()];
    losses.note({ path, of: 'answer', fate: 'dropped', reason: 'it is no object' });
    return [];
  });
}

function usageOf(message: Fields, hasContent: boolean, losses: Losses): readonly ModelEvent[] {
  const fields = message.below('usage');
  const usage = fields && readUsage(fields);
  return believable(usage, { hasContent, losses }) ? [{ kind: 'usage', usage }] : [];
}
