import type { Fields } from '../fields/fields.ts';
import { known } from '../fields/known.ts';
import type { Notes } from '../mapping/notes.ts';
import type { Usage } from '../model/usage.ts';
import { countIn } from '../openai-chat/usage.ts';

/** What neighbours count beside tokens. */
const otherCounts = ['num_sources_used', 'num_server_side_tools_used', 'cost_in_usd_ticks'] as const;

/** Reads the tokens of an answer, and leaves the object; undefined where it does not count both sides. */
export function readResponsesUsage(fields: Fields, tier?: string): Usage | undefined {
  const input = countIn(fields, 'input_tokens');
  const output = countIn(fields, 'output_tokens');
  const inputs = fields.below('input_tokens_details');
  const outputs = fields.below('output_tokens_details');
  const usage = known({
    provenance: 'provider' as const,
    input: input ?? 0,
    output: output ?? 0,
    cacheRead: countIn(inputs, 'cached_tokens'),
    cacheWrite5m: countIn(inputs, 'cache_write_tokens'),
    reasoning: countIn(outputs, 'reasoning_tokens'),
    audioInput: countIn(inputs, 'audio_tokens'),
    audioOutput: countIn(outputs, 'audio_tokens'),
    imageInput: countIn(inputs, 'image_tokens'),
    others: counted(fields),
    tier,
  });
  // Implied by the others.
  fields.ignore('total_tokens');
  inputs?.ignore('text_tokens');
  outputs?.ignore('text_tokens');
  for (const object of [inputs, outputs, fields]) object?.leave();
  return input === undefined && output === undefined ? undefined : usage;
}

function counted(fields: Fields): Readonly<Record<string, number>> | undefined {
  const counts = otherCounts.flatMap((name) => {
    const value = fields.number(name);
    return value === undefined || value === 0 ? [] : [[name, value] as const];
  });
  return counts.length === 0 ? undefined : Object.fromEntries(counts);
}

/** Writes it as OpenAI does, and notes what this protocol does not count. */
export function writeResponsesUsage(usage: Usage, notes: Notes): Readonly<Record<string, unknown>> {
  if (usage.iterations !== undefined) notes.note('iterations counted');
  if (usage.others !== undefined) notes.note('other counts');
  if (usage.audioInput || usage.audioOutput || usage.imageInput) notes.note('audio and images counted');
  const written = (usage.cacheWrite5m ?? 0) + (usage.cacheWrite1h ?? 0);
  return {
    input_tokens: usage.input,
    input_tokens_details: {
      cached_tokens: usage.cacheRead ?? 0,
      ...(written === 0 ? {} : { cache_write_tokens: written }),
    },
    output_tokens: usage.output,
    output_tokens_details: { reasoning_tokens: usage.reasoning ?? 0 },
    total_tokens: usage.input + usage.output,
  };
}
