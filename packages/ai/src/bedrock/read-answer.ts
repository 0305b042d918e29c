import { CallIds } from '../anthropic/call-ids.ts';
import { Fields, isRecord } from '../fields/fields.ts';
import type { ModelEvent } from '../model/event.ts';
import type { Losses } from '../model/loss.ts';
import { malformedAnswer } from '../model/malformed-answer.ts';
import { believable } from '../usage/doubts.ts';
import { type Finish, readFinish } from './finish.ts';
import { readBlock } from './read-block.ts';
import { readUsage } from './read-usage.ts';
import { stopSequenceIn } from './stop-sequence.ts';

/** A whole answer of Converse, as the events that it would have come to in a stream. */
export function readBedrockAnswer(body: unknown, losses: Losses): readonly ModelEvent[] {
  const answer = new Fields(body, { path: '', of: 'answer', losses });
  const output = answer.below('output');
  const message = output?.below('message');
  if (!isRecord(body) || output === undefined || message === undefined) {
    return [{ kind: 'failed', failure: malformedAnswer('answered with what is no message') }];
  }
  const events: ModelEvent[] = [{ kind: 'begin', id: '', model: '' }, ...readContent(message, losses)];
  const finish = finishOf(answer, losses);
  const usage = usageOf(answer, events.length > 1, losses);
  message.ignore('role');
  message.leave();
  output.leave();
  answer.ignore('metrics', 'performanceConfig');
  answer.leave();
  if (finish === undefined) {
    return [...events, ...usage, { kind: 'failed', failure: malformedAnswer('does not say why it ended') }];
  }
  return [...events, ...usage, finish, { kind: 'end' }];
}

function readContent(message: Fields, losses: Losses): readonly ModelEvent[] {
  const ids = new CallIds(losses);
  return message
    .each('content')
    .flatMap((block, item) => readBlock(block, { item, idOf: (id) => ids.of(id) }));
}

function finishOf(answer: Fields, losses: Losses): Finish | undefined {
  const said = answer.text('stopReason');
  const stopSequence = stopSequenceIn(answer);
  return said === undefined ? undefined : readFinish(said, stopSequence, losses);
}

function usageOf(answer: Fields, hasContent: boolean, losses: Losses): readonly ModelEvent[] {
  const fields = answer.below('usage');
  const tier = answer.below('serviceTier');
  const type = tier?.text('type');
  tier?.leave();
  const usage = fields && readUsage(fields, type);
  return believable(usage, { hasContent, losses }) ? [{ kind: 'usage', usage }] : [];
}
