import { countOf } from '../fields/count-of.ts';
import type { Fields } from '../fields/fields.ts';
import { known } from '../fields/known.ts';
import type { Notes } from '../mapping/notes.ts';
import type { Usage } from '../model/usage.ts';

/** What some count beside tokens: searches, sources, what they charge. */
const otherCounts = [
  'num_search_queries',
  'num_sources_used',
  'citation_tokens',
  'cost',
  'cost_in_usd_ticks',
  'prompt_audio_seconds',
  'request_count',
] as const;

/** Reads the tokens of an answer, and leaves the object; undefined where it does not count both sides. */
export function readChatUsage(fields: Fields, tier?: string): Usage | undefined {
  const input = countIn(fields, 'prompt_tokens');
  const told = countIn(fields, 'completion_tokens');
  const total = countIn(fields, 'total_tokens');
  const prompt = fields.below('prompt_tokens_details');
  const completion = fields.below('completion_tokens_details');
  const reasoning = countIn(completion, 'reasoning_tokens') ?? countIn(fields, 'reasoning_tokens');
  const usage = known({
    provenance: 'provider' as const,
    input: input ?? 0,
    output: withReasoning({ input, told, total, reasoning }),
    cacheRead: readOfCache(fields, prompt),
    cacheWrite5m: countIn(prompt, 'cache_write_tokens') ?? countIn(prompt, 'cache_creation_tokens'),
    reasoning,
    audioInput: countIn(prompt, 'audio_tokens'),
    audioOutput: countIn(completion, 'audio_tokens'),
    imageInput: countIn(prompt, 'image_tokens'),
    others: counted(fields, completion),
    tier,
  });
  // Implied by the others.
  fields.ignore('prompt_cache_miss_tokens');
  prompt?.ignore('text_tokens');
  completion?.ignore('text_tokens');
  for (const object of [prompt, completion, fields]) object?.leave();
  return input === undefined && told === undefined ? undefined : usage;
}

/** xAI counts reasoning beside the completion; its total gives it away. */
function withReasoning(count: {
  readonly input: number | undefined;
  readonly told: number | undefined;
  readonly total: number | undefined;
  readonly reasoning: number | undefined;
}): number {
  const output = count.told ?? 0;
  const reasoning = count.reasoning ?? 0;
  const isBeside = reasoning > 0 && count.total === (count.input ?? 0) + output + reasoning;
  return isBeside ? output + reasoning : output;
}

/** OpenAI, DeepSeek, Moonshot and Mistral each have a word of their own; an explicit zero is a zero. */
function readOfCache(fields: Fields, prompt: Fields | undefined): number | undefined {
  const said = [
    countIn(prompt, 'cached_tokens'),
    countIn(fields, 'prompt_cache_hit_tokens'),
    countIn(fields, 'cached_tokens'),
    countIn(fields, 'num_cached_tokens'),
  ];
  return said.find((count) => count !== undefined);
}

function counted(
  fields: Fields,
  completion: Fields | undefined,
): Readonly<Record<string, number>> | undefined {
  const counts: Record<string, number> = {};
  const take = (from: Fields | undefined, name: string): void => {
    const value = from?.number(name);
    if (value !== undefined && value !== 0) counts[name] = value;
  };
  for (const name of otherCounts) take(fields, name);
  for (const name of ['accepted_prediction_tokens', 'rejected_prediction_tokens']) take(completion, name);
  return Object.keys(counts).length === 0 ? undefined : counts;
}

/** Writes it as OpenAI does, and notes what this protocol does not count. */
export function writeChatUsage(usage: Usage, notes: Notes): Readonly<Record<string, unknown>> {
  if (usage.iterations !== undefined) notes.note('iterations counted');
  if (usage.others !== undefined) notes.note('other counts');
  const written = sum(usage.cacheWrite5m, usage.cacheWrite1h);
  return {
    prompt_tokens: usage.input,
    completion_tokens: usage.output,
    total_tokens: usage.input + usage.output,
    prompt_tokens_details: known({
      cached_tokens: usage.cacheRead,
      cache_write_tokens: written,
      audio_tokens: usage.audioInput,
      image_tokens: usage.imageInput,
    }),
    completion_tokens_details: known({ reasoning_tokens: usage.reasoning, audio_tokens: usage.audioOutput }),
  };
}

/** A count below zero would be money given back. */
export function countIn(fields: Fields | undefined, name: string): number | undefined {
  return fields && countOf(fields, name);
}

function sum(one: number | undefined, other: number | undefined): number | undefined {
  return one === undefined && other === undefined ? undefined : (one ?? 0) + (other ?? 0);
}
