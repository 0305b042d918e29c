import { known } from '../fields/known.ts';
import type { Notes } from '../mapping/notes.ts';
import type { ModelRequest, Sampling } from '../model/request.ts';
import { Marks } from './marks.ts';
import { hindranceOf } from './thinking-hindrance.ts';
import { type AnthropicTraits, newestTraits } from './traits.ts';
import { MessagesWriter } from './write-messages.ts';
import { writeToolChoice, writeTools } from './write-tools.ts';
import { writeFormat, writeReasoning } from './write-wishes.ts';

type Wire = Readonly<Record<string, unknown>>;

/** What an upstream that speaks Anthropic's Messages is asked. */
export function writeAnthropicRequest(
  request: ModelRequest,
  notes: Notes,
  traits: AnthropicTraits = newestTraits,
): Wire {
  const marks = new Marks(request, notes);
  // In the order of the wire, as the marks of the cache count in it.
  const tools = writeTools(request.tools, { notes, marks });
  const { system, messages } = new MessagesWriter({ notes, traits, marks }).write(request.items);
  const maxTokens = writeLimit(request, notes, traits);
  const hindrance = hindranceOf(request, { traits, messages });
  const { thinking, effort } = writeReasoning(request.reasoning, { traits, maxTokens, notes, hindrance });
  const format = writeFormat(request.format, notes);
  noteUnknown(request, notes);
  return known({
    model: request.model,
    max_tokens: maxTokens,
    system: system.length === 0 ? undefined : system,
    messages,
    ...(tools.length > 0 && { tools, tool_choice: writeToolChoice(request, notes) }),
    stop_sequences: writeStops(request, notes),
    ...writeSampling(request.sampling, { notes, isTaken: traits.takesSampling && !isThinking(thinking) }),
    thinking,
    output_config: effort === undefined && format === undefined ? undefined : known({ effort, format }),
    service_tier: writeTier(request, notes),
    metadata: request.endUser === undefined ? undefined : { user_id: request.endUser },
    stream: request.stream ? true : undefined,
    ...writeForeign(request, notes),
  });
}

function writeLimit({ limits }: ModelRequest, notes: Notes, { mostTokens }: AnthropicTraits): number {
  if (limits.maxTokens !== undefined) return limits.maxTokens;
  notes.note('no limit of tokens');
  return mostTokens;
}

function writeStops({ limits }: ModelRequest, notes: Notes): readonly string[] | undefined {
  const stops = limits.stop?.filter((each) => each.trim() !== '');
  if (stops?.length !== limits.stop?.length) notes.note('blank stop sequences');
  return stops?.length === 0 ? undefined : stops;
}

function writeSampling(sampling: Sampling, { notes, isTaken }: { notes: Notes; isTaken: boolean }): Wire {
  const { temperature, topP, topK } = sampling;
  if (!isTaken) {
    if (temperature !== undefined) notes.note('temperature');
    if (topP !== undefined) notes.note('top_p');
    if (topK !== undefined) notes.note('top_k');
    return {};
  }
  if (temperature !== undefined && temperature > 1) notes.note('temperature above 1');
  return known({
    temperature: temperature === undefined ? undefined : Math.min(1, temperature),
    top_p: topP,
    top_k: topK,
  });
}

function isThinking(thinking: Wire | undefined): boolean {
  return thinking !== undefined && thinking['type'] !== 'disabled';
}

function writeTier({ tier }: ModelRequest, notes: Notes): string | undefined {
  if (tier === undefined || tier === 'auto' || tier === 'standard_only') return tier;
  notes.note('tier');
  return tier === 'default' ? 'standard_only' : 'auto';
}

/** What this protocol has no word for at all. */
function noteUnknown(request: ModelRequest, notes: Notes): void {
  const { limits, sampling, cache } = request;
  if ((limits.answers ?? 1) > 1) notes.note('several answers');
  if (sampling.seed !== undefined) notes.note('seed');
  if ((sampling.presencePenalty ?? 0) !== 0 || (sampling.frequencyPenalty ?? 0) !== 0)
    notes.note('penalties');
  if (sampling.logprobs !== undefined) notes.note('logprobs');
  if (sampling.logitBias !== undefined) notes.note('logit bias');
  if (request.store === true) notes.note('store');
  if (request.metadata !== undefined) notes.note('metadata');
  if (request.verbosity !== undefined) notes.note('verbosity');
  if (cache?.key !== undefined) notes.note('key of the cache');
  if (cache?.retention !== undefined) notes.note('retention of the cache');
}

/** Fields of the caller's protocol go back into it where it is this one; elsewhere each is told as lost. */
function writeForeign({ foreign }: ModelRequest, notes: Notes): Wire {
  if (notes.from === 'anthropic')
    return Object.fromEntries([...foreign].filter(([path]) => !path.includes('.')));
  for (const path of foreign.keys()) notes.note('fields of one protocol', path);
  return {};
}
