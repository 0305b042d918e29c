import type { Fields } from '../fields/fields.ts';

/** Which sequence ended it, where the model says so beside the words of Converse; streams have it one object deeper. */
export function stopSequenceIn(fields: Fields): string | undefined {
  const more = fields.below('additionalModelResponseFields');
  const delta = more?.below('delta');
  const said = more?.text('stop_sequence') ?? delta?.text('stop_sequence');
  delta?.leave();
  more?.leave();
  return said;
}
