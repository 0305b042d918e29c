import { known } from '../fields/known.ts';
import type { Notes } from '../mapping/notes.ts';
import type { ModelRequest, OutputFormat, Tool } from '../model/request.ts';
import { effortOf } from '../openai-chat/effort.ts';
import { writeForeign } from '../openai-chat/write-request.ts';
import { writeInput } from './write-input.ts';

type Wire = Readonly<Record<string, unknown>>;

/**
 * What an upstream that speaks Responses is asked. Nothing is stored there unless the caller wants it, so what the model
 * thought comes sealed, to be given back with the next turn.
 */
export function writeResponsesRequest(request: ModelRequest, notes: Notes): Wire {
  noteLimits(request, notes);
  noteSampling(request, notes);
  const tools = writeTools(request.tools, notes);
  const store = request.store ?? false;
  const foreign = writeForeign(request, notes);
  return known({
    ...foreign,
    model: request.model,
    input: writeInput(request.items, notes),
    ...(tools.length === 0
      ? {}
      : { tools, tool_choice: writeToolChoice(request), parallel_tool_calls: request.parallelToolCalls }),
    max_output_tokens: request.limits.maxTokens,
    temperature: request.sampling.temperature,
    top_p: request.sampling.topP,
    top_logprobs: request.sampling.logprobs,
    include: includes(request, store),
    text: writeText(request),
    reasoning: writeReasoning(request, notes),
    prompt_cache_key: request.cache?.key,
    prompt_cache_retention: request.cache?.retention,
    service_tier: request.tier,
    safety_identifier: request.endUser,
    metadata: request.metadata,
    store,
    stream: request.stream ? true : undefined,
  });
}

function noteLimits({ limits }: ModelRequest, notes: Notes): void {
  if (limits.stop !== undefined && limits.stop.length > 0) notes.note('stop sequences');
  if ((limits.answers ?? 1) > 1) notes.note('several answers');
}

function noteSampling({ sampling }: ModelRequest, notes: Notes): void {
  if (sampling.topK !== undefined) notes.note('top_k');
  if (sampling.seed !== undefined) notes.note('seed');
  if (sampling.presencePenalty !== undefined) notes.note('penalties');
  if (sampling.frequencyPenalty !== undefined) notes.note('penalties', frequencyPath(notes));
  if (sampling.logitBias !== undefined) notes.note('logit bias');
}

/** The table names the other penalty. */
function frequencyPath({ from }: Notes): string {
  return from === 'gemini' ? 'generationConfig.frequencyPenalty' : 'frequency_penalty';
}

function includes({ sampling }: ModelRequest, store: boolean): readonly string[] | undefined {
  const wanted = [
    ...(store ? [] : ['reasoning.encrypted_content']),
    ...(sampling.logprobs === undefined ? [] : ['message.output_text.logprobs']),
  ];
  return wanted.length === 0 ? undefined : wanted;
}

function writeTools(tools: readonly Tool[], notes: Notes): readonly Wire[] {
  return tools.flatMap((tool) => {
    if (tool.kind === 'foreign') return writeForeignTool(tool, notes);
    const { name, description } = tool;
    if (tool.kind === 'custom') return [{ type: 'custom', name, description, format: tool.grammar }];
    if (tool.cacheMark !== undefined) notes.note('mark of the cache', tool.path);
    // Absent means strict in this protocol alone.
    return [
      { type: 'function', name, description, parameters: tool.schema ?? null, strict: tool.strict ?? false },
    ];
  });
}

function writeForeignTool(tool: Tool & { readonly kind: 'foreign' }, notes: Notes): readonly Wire[] {
  const { value } = tool;
  if (notes.from === 'responses' && typeof value === 'object' && value !== null) return [{ ...value }];
  notes.note('tools of a provider', tool.path);
  return [];
}

function writeToolChoice({ toolChoice, tools }: ModelRequest): unknown {
  if (toolChoice === undefined) return undefined;
  if (toolChoice.kind !== 'one-of') return toolChoice.kind;
  const custom = new Set(tools.flatMap((tool) => (tool.kind === 'custom' ? [tool.name] : [])));
  const chosen = toolChoice.names.map((name) => ({ type: custom.has(name) ? 'custom' : 'function', name }));
  const [only] = chosen;
  return chosen.length === 1 ? only : { type: 'allowed_tools', mode: 'required', tools: chosen };
}

function writeText({ format, verbosity }: ModelRequest): Wire | undefined {
  if (format === undefined && verbosity === undefined) return undefined;
  return known({ format: format && writeFormat(format), verbosity });
}

function writeFormat(format: OutputFormat): Wire {
  if (format.kind === 'json-object') return { type: 'json_object' };
  const { name, description, schema, strict } = format;
  return { type: 'json_schema', name: name ?? 'answer', description, schema, strict };
}

function writeReasoning({ reasoning }: ModelRequest, notes: Notes): Wire | undefined {
  if (reasoning === undefined) return undefined;
  if (reasoning.effort === undefined && reasoning.budget !== undefined) notes.note('budget of reasoning');
  return known({ effort: effortOf(reasoning), summary: reasoning.summary });
}
