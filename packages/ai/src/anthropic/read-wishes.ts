import type { Fields } from '../fields/fields.ts';
import { known } from '../fields/known.ts';
import { efforts, type OutputFormat, type ReasoningWish } from '../model/request.ts';

export interface Wishes {
  readonly reasoning?: ReasoningWish;
  readonly format?: OutputFormat;
}

/** How hard it is to think, and in what form to answer. */
export function readWishes(fields: Fields): Wishes {
  const output = fields.below('output_config');
  const effort = output && readEffort(output);
  const format = (output && readFormat(output, 'format')) ?? readFormat(fields, 'output_format');
  output?.leave();
  const thinking = readThinking(fields);
  const wish = { ...thinking, ...(effort !== undefined && thinking?.effort !== 'none' && { effort }) };
  const isWished = thinking !== undefined || effort !== undefined;
  return known({ reasoning: isWished ? wish : undefined, format });
}

function readEffort(output: Fields): ReasoningWish['effort'] {
  const said = output.text('effort');
  const effort = efforts.find((each) => each === said);
  if (said !== undefined && effort === undefined) output.lose('effort', 'dropped', 'there is no such effort');
  return effort;
}

/** `adaptive` leaves to the model how much it thinks, as a wish without a word does. */
function readThinking(fields: Fields): ReasoningWish | undefined {
  const thinking = fields.below('thinking');
  if (thinking === undefined) return undefined;
  const type = thinking.text('type');
  const budget = thinking.number('budget_tokens');
  const summary = thinking.text('display') === 'summarized' ? 'auto' : undefined;
  thinking.leave();
  return type === 'disabled' ? { effort: 'none' } : known({ budget, summary });
}

function readFormat(fields: Fields, name: string): OutputFormat | undefined {
  const format = fields.below(name);
  if (format === undefined) return undefined;
  const type = format.text('type');
  const schema = format.take('schema');
  format.leave();
  if (type === 'json_schema' && schema !== undefined) return { kind: 'json-schema', schema };
  fields.lose(name, 'dropped', 'there is no such format');
  return undefined;
}
