import { known } from '../fields/known.ts';
import type { Notes } from '../mapping/notes.ts';
import type { Limits, ModelRequest, Sampling } from '../model/request.ts';
import { type ChatDialect, openaiDialect } from './dialect.ts';
import { effortOf } from './effort.ts';
import { withoutRefused } from './without-refused.ts';
import { MessageWriter } from './write-messages.ts';
import { writeFormat, writeToolChoice, writeTools } from './write-tools.ts';

type Wire = Readonly<Record<string, unknown>>;

const mostStops = 4;

/**
 * What an upstream that speaks Chat Completions is asked. Usage is asked for in each stream: what is not counted cannot be
 * paid, nor held to a budget.
 */
export function writeChatRequest(
  request: ModelRequest,
  notes: Notes,
  dialect: ChatDialect = openaiDialect,
): Wire {
  const tools = writeTools(request.tools, notes);
  const written = known({
    model: request.model,
    messages: new MessageWriter(notes, dialect).write(request.items),
    ...(tools.length === 0
      ? {}
      : {
          tools,
          tool_choice: writeToolChoice(request),
          parallel_tool_calls: request.parallelToolCalls,
        }),
    ...writeLimits(request.limits, notes, dialect),
    ...writeSampling(request.sampling, notes, dialect),
    response_format: writeFormat(request.format),
    ...writeReasoning(request, notes),
    verbosity: request.verbosity,
    prompt_cache_key: request.cache?.key,
    prompt_cache_retention: request.cache?.retention,
    service_tier: request.tier,
    safety_identifier: request.endUser,
    metadata: request.metadata,
    store: request.store,
    ...(request.stream ? streamed(dialect) : {}),
    ...writeForeign(request, notes),
  });
  return withoutRefused(written, notes, dialect);
}

function streamed({ countsUnasked }: ChatDialect): Wire {
  return countsUnasked === true
    ? { stream: true }
    : { stream: true, stream_options: { include_usage: true } };
}

function writeLimits({ maxTokens, stop, answers }: Limits, notes: Notes, dialect: ChatDialect): Wire {
  if (stop !== undefined && stop.length > mostStops) notes.note('more than 4 stop sequences');
  return { [dialect.limit]: maxTokens, stop: stop?.slice(0, mostStops), n: answers };
}

function writeSampling(sampling: Sampling, notes: Notes, dialect: ChatDialect): Wire {
  if (sampling.topK !== undefined && !dialect.topK) notes.note('top_k');
  return {
    temperature: sampling.temperature,
    top_p: sampling.topP,
    top_k: dialect.topK ? sampling.topK : undefined,
    [dialect.seed ?? 'seed']: sampling.seed,
    presence_penalty: sampling.presencePenalty,
    frequency_penalty: sampling.frequencyPenalty,
    logit_bias: sampling.logitBias,
    ...(sampling.logprobs === undefined ? {} : { logprobs: true, top_logprobs: sampling.logprobs }),
  };
}

function writeReasoning({ reasoning }: ModelRequest, notes: Notes): Wire {
  if (reasoning === undefined) return {};
  if (reasoning.effort === undefined && reasoning.budget !== undefined) notes.note('budget of reasoning');
  if (reasoning.summary !== undefined) notes.note('summary of reasoning');
  return { reasoning_effort: effortOf(reasoning) };
}

/** Fields of the caller's protocol go back into it where it is this one; elsewhere each is told as lost. */
export function writeForeign({ foreign }: ModelRequest, notes: Notes): Wire {
  if (notes.from === notes.to)
    return Object.fromEntries([...foreign].filter(([path]) => !path.includes('.')));
  for (const path of foreign.keys()) notes.note('fields of one protocol', path);
  return {};
}
