import { known } from '../fields/known.ts';
import type { Notes } from '../mapping/notes.ts';
import type { ModelRequest, OutputFormat, ReasoningWish } from '../model/request.ts';
import type { GeminiTraits } from './traits.ts';

type Wire = Readonly<Record<string, unknown>>;
type Effort = NonNullable<ReasoningWish['effort']>;

const mostStops = 5;

const levels: Readonly<Record<Effort, string>> = {
  none: 'MINIMAL',
  minimal: 'MINIMAL',
  low: 'LOW',
  medium: 'MEDIUM',
  high: 'HIGH',
  xhigh: 'HIGH',
  max: 'HIGH',
};

/** How many tokens an effort may cost where a model counts them in its place. */
const budgets: Readonly<Record<Effort, number>> = {
  none: 0,
  minimal: 512,
  low: 1_024,
  medium: 8_192,
  high: 24_576,
  xhigh: 24_576,
  max: 24_576,
};

export function writeGenerationConfig(
  request: ModelRequest,
  notes: Notes,
  traits: GeminiTraits,
): Wire | undefined {
  const { limits, sampling, format } = request;
  if ((limits.stop?.length ?? 0) > mostStops) notes.note('more than 5 stop sequences');
  if (sampling.logitBias !== undefined) notes.note('logit bias');
  const config = known({
    maxOutputTokens: limits.maxTokens,
    stopSequences: limits.stop?.slice(0, mostStops),
    candidateCount: limits.answers,
    temperature: sampling.temperature,
    topP: sampling.topP,
    topK: sampling.topK,
    seed: sampling.seed,
    presencePenalty: sampling.presencePenalty,
    frequencyPenalty: sampling.frequencyPenalty,
    ...(sampling.logprobs !== undefined && { responseLogprobs: true, logprobs: sampling.logprobs }),
    ...writeFormat(format),
    thinkingConfig: writeThinking(request.reasoning, { notes, traits }),
    ...foreignConfig(request, notes),
  });
  return Object.keys(config).length === 0 ? undefined : config;
}

function writeFormat(format: OutputFormat | undefined): Wire {
  if (format === undefined) return {};
  const responseMimeType = 'application/json';
  return format.kind === 'json-object'
    ? { responseMimeType }
    : { responseMimeType, responseJsonSchema: format.schema };
}

function writeThinking(
  wish: ReasoningWish | undefined,
  { notes, traits }: { notes: Notes; traits: GeminiTraits },
): Wire | undefined {
  if (wish === undefined) return undefined;
  const includeThoughts = wish.summary === undefined || wish.effort === 'none' ? undefined : true;
  const amount = traits.thinks === 'by level' ? levelOf(wish, notes) : budgetOf(wish, notes);
  const config = known({ ...amount, includeThoughts });
  return Object.keys(config).length === 0 ? undefined : config;
}

function levelOf({ effort, budget }: ReasoningWish, notes: Notes): Wire {
  if (effort === undefined) return budget === undefined ? {} : { thinkingBudget: budget };
  if (effort === 'none')
    noteEffort(notes, 'emulated', 'these models cannot be told not to think, the least was taken');
  if (effort === 'xhigh' || effort === 'max') noteEffort(notes, 'clamped', 'the most effort here is HIGH');
  return { thinkingLevel: levels[effort] };
}

function budgetOf({ effort, budget }: ReasoningWish, notes: Notes): Wire {
  if (budget !== undefined) return { thinkingBudget: budget };
  if (effort === undefined) return { thinkingBudget: -1 };
  if (effort !== 'none') notes.note('effort');
  return { thinkingBudget: budgets[effort] };
}

function noteEffort(notes: Notes, fate: 'clamped' | 'emulated', reason: string): void {
  notes.losses.note({ path: 'effort', of: 'request', fate, reason });
}

const prefix = 'generationConfig.';

function foreignConfig({ foreign }: ModelRequest, notes: Notes): Wire {
  if (notes.from !== 'gemini') return {};
  const own = [...foreign].filter(([path]) => path.startsWith(prefix));
  return Object.fromEntries(own.map(([path, value]) => [path.slice(prefix.length), value]));
}
