import { hindranceOf } from '../anthropic/thinking-hindrance.ts';
import type { AnthropicTraits } from '../anthropic/traits.ts';
import { writeReasoning } from '../anthropic/write-wishes.ts';
import { isRecord } from '../fields/fields.ts';
import { known } from '../fields/known.ts';
import type { Notes } from '../mapping/notes.ts';
import type { ModelRequest, OutputFormat } from '../model/request.ts';
import { type BedrockTraits, newestBedrock } from './traits.ts';
import { BedrockMessages } from './write-messages.ts';
import { writeToolConfig } from './write-tools.ts';

type Wire = Readonly<Record<string, unknown>>;

/** What Converse and ConverseStream of Amazon Bedrock are asked; the model stands in the address. */
export function writeBedrockRequest(
  request: ModelRequest,
  notes: Notes,
  traits: BedrockTraits = newestBedrock,
): Wire {
  const { system, messages } = new BedrockMessages({ notes, traits }).write(request.items);
  const toolConfig = writeToolConfig(request, notes);
  const thinking = writeThinking(request, { notes, traits, messages });
  const inferenceConfig = writeInference(request, { notes, traits, isThinking: thinking !== undefined });
  const topK = writeTopK(request, { notes, traits, isThinking: thinking !== undefined });
  noteUnknown(request, notes);
  return known({
    system: system.length === 0 ? undefined : system,
    messages,
    inferenceConfig: orNothing(inferenceConfig),
    toolConfig,
    additionalModelRequestFields: orNothing({ ...thinking, ...topK }),
    outputConfig: writeFormat(request.format, notes),
    serviceTier: writeTier(request, notes),
    requestMetadata: request.metadata,
  });
}

interface About {
  readonly notes: Notes;
  readonly traits: BedrockTraits;
  readonly isThinking: boolean;
}

function writeInference({ limits, sampling }: ModelRequest, { notes, traits, isThinking }: About): Wire {
  const { temperature, topP } = sampling;
  const isTaken = traits.claude === undefined || (traits.claude.takesSampling && !isThinking);
  if (!isTaken && temperature !== undefined) notes.note('temperature');
  if (!isTaken && topP !== undefined) notes.note('top_p');
  if (isTaken && temperature !== undefined && temperature > 1) notes.note('temperature above 1');
  const stop = limits.stop?.filter((each) => each.trim() !== '');
  if (stop?.length !== limits.stop?.length) notes.note('blank stop sequences');
  return known({
    maxTokens: limits.maxTokens,
    temperature: isTaken && temperature !== undefined ? Math.min(1, temperature) : undefined,
    topP: isTaken ? topP : undefined,
    stopSequences: stop?.length === 0 ? undefined : stop,
  });
}

function writeTopK({ sampling }: ModelRequest, { notes, traits, isThinking }: About): Wire {
  if (sampling.topK === undefined) return {};
  if (traits.claude?.takesSampling === true && !isThinking) return { top_k: sampling.topK };
  notes.note('top_k');
  return {};
}

/** What models of Anthropic take beside the words of Converse; undefined where they do not think. */
function writeThinking(
  request: ModelRequest,
  { notes, traits, messages }: Pick<About, 'notes' | 'traits'> & { readonly messages: readonly Wire[] },
): Wire | undefined {
  const { reasoning, limits } = request;
  if (reasoning === undefined || reasoning.effort === 'none') return undefined;
  const { claude } = traits;
  if (claude === undefined) {
    if (reasoning.effort !== undefined) notes.note('effort');
    if (reasoning.budget !== undefined) notes.note('budget of reasoning');
    if (reasoning.summary !== undefined) notes.note('summary of reasoning');
    return undefined;
  }
  const { thinking, effort } = writeReasoning(reasoning, {
    traits: claude,
    maxTokens: limits.maxTokens ?? claude.mostTokens,
    notes,
    hindrance: hindrance(request, claude, messages),
  });
  if (thinking === undefined) return undefined;
  return known({ thinking, output_config: effort === undefined ? undefined : { effort } });
}

/** Why Converse would refuse to think in this request; undefined where it would not. */
function hindrance(
  request: ModelRequest,
  claude: AnthropicTraits,
  messages: readonly Wire[],
): string | undefined {
  const forced = hindranceOf(request, { traits: claude, messages: [] });
  if (forced !== undefined || claude.thinks === 'by effort') return forced;
  const last = messages.findLast((message) => message['role'] === 'assistant');
  const content: readonly unknown[] = Array.isArray(last?.['content']) ? last['content'] : [];
  const kinds = content.flatMap((block) => (isRecord(block) ? Object.keys(block) : []));
  return kinds.includes('toolUse') && kinds[0] !== 'reasoningContent'
    ? 'a turn with calls must begin with what was thought, and that came from another model'
    : undefined;
}

function writeFormat(format: OutputFormat | undefined, notes: Notes): Wire | undefined {
  if (format === undefined) return undefined;
  if (format.kind === 'json-object') notes.note('JSON object');
  const schema =
    format.kind === 'json-schema' ? format.schema : { type: 'object', additionalProperties: true };
  const named = format.kind === 'json-schema' ? format : {};
  const jsonSchema = known({
    schema: JSON.stringify(schema),
    name: 'name' in named ? named.name : undefined,
    description: 'description' in named ? named.description : undefined,
  });
  return { textFormat: { type: 'json_schema', structure: { jsonSchema } } };
}

const tiers = new Set(['default', 'flex', 'priority']);

function writeTier({ tier }: ModelRequest, notes: Notes): Wire | undefined {
  if (tier === undefined || tier === 'auto') return undefined;
  if (tiers.has(tier)) return { type: tier };
  notes.note('tier');
  return undefined;
}

/** What Converse has no word for at all. */
function noteUnknown(request: ModelRequest, notes: Notes): void {
  const { limits, sampling, cache } = request;
  if ((limits.answers ?? 1) > 1) notes.note('several answers');
  if (sampling.seed !== undefined) notes.note('seed');
  if ((sampling.presencePenalty ?? 0) !== 0 || (sampling.frequencyPenalty ?? 0) !== 0)
    notes.note('penalties');
  if (sampling.logprobs !== undefined) notes.note('logprobs');
  if (sampling.logitBias !== undefined) notes.note('logit bias');
  if (request.store === true) notes.note('store');
  if (request.endUser !== undefined) notes.note('end user');
  if (request.verbosity !== undefined) notes.note('verbosity');
  if (cache?.key !== undefined) notes.note('key of the cache');
  if (cache?.retention !== undefined) notes.note('retention of the cache');
  for (const path of request.foreign.keys()) notes.note('fields of one protocol', path);
}

function orNothing(wire: Wire): Wire | undefined {
  return Object.keys(wire).length === 0 ? undefined : wire;
}
