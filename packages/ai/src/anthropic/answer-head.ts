import type { Fields } from '../fields/fields.ts';
import type { ModelEvent } from '../model/event.ts';
import type { Losses } from '../model/loss.ts';
import { readStopReason } from './finish.ts';

/** What stands beside the content of an answer, whole or at the two ends of a stream. */
export function readBegin(message: Fields): ModelEvent {
  message.ignore('type', 'role');
  return { kind: 'begin', id: message.text('id') ?? '', model: message.text('model') ?? '' };
}

export type Finish = Extract<ModelEvent, { readonly kind: 'finish' }>;

/** Why it ended, as soon as that is said. */
export function readFinish(fields: Fields, losses: Losses): Finish | undefined {
  const said = fields.text('stop_reason');
  const stopSequence = fields.text('stop_sequence');
  const details = fields.below('stop_details');
  details?.ignore('type');
  const explanation = details?.text('explanation');
  details?.leave();
  if (said === undefined) return undefined;
  return {
    kind: 'finish',
    reason: readStopReason(said, losses),
    said,
    ...(stopSequence !== undefined && { stopSequence }),
    ...(explanation !== undefined && { explanation }),
  };
}

/** What was edited of the conversation; a list of nothing says nothing. */
export function readEdits(fields: Fields): void {
  const edits = fields.below('context_management');
  if (edits === undefined) return;
  if (edits.list('applied_edits').length > 0) {
    edits.lose('applied_edits', 'dropped', 'other protocols do not edit the conversation');
  }
  edits.leave();
}
