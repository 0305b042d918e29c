import type { Fields } from '../fields/fields.ts';
import { known } from '../fields/known.ts';
import type { Limits, OutputFormat, ReasoningWish, Sampling } from '../model/request.ts';
import { jsonSchemaOf } from './json-schema.ts';

export interface Wishes {
  readonly limits: Limits;
  readonly sampling: Sampling;
  readonly format?: OutputFormat;
  readonly reasoning?: ReasoningWish;
  readonly rest: ReadonlyMap<string, unknown>;
}

/** `generationConfig`: how much, how, and in what form to answer. */
export function readWishes(fields: Fields): Wishes {
  const config = fields.below('generationConfig');
  if (config === undefined) return { limits: {}, sampling: {}, rest: new Map() };
  const wishes = known({
    limits: readLimits(config),
    sampling: readSampling(config),
    format: readFormat(config),
    reasoning: readThinking(config),
  });
  return { ...wishes, rest: config.rest() };
}

function readLimits(config: Fields): Limits {
  const all = config.list('stopSequences');
  const stop = all.filter((each) => typeof each === 'string');
  if (stop.length < all.length) config.lose('stopSequences', 'dropped', 'not all of it are texts');
  return known({
    maxTokens: config.number('maxOutputTokens'),
    stop: stop.length === 0 ? undefined : stop,
    answers: config.number('candidateCount'),
  });
}

function readSampling(config: Fields): Sampling {
  const wanted = config.flag('responseLogprobs') ?? false;
  const top = config.number('logprobs');
  return known({
    temperature: config.number('temperature'),
    topP: config.number('topP'),
    topK: config.number('topK'),
    seed: config.number('seed'),
    presencePenalty: config.number('presencePenalty'),
    frequencyPenalty: config.number('frequencyPenalty'),
    logprobs: wanted ? (top ?? 0) : undefined,
  });
}

function readFormat(config: Fields): OutputFormat | undefined {
  const mimeType = config.text('responseMimeType');
  const plain = config.take('responseJsonSchema');
  const own = config.take('responseSchema');
  const schema = plain ?? (own === undefined ? undefined : jsonSchemaOf(own));
  if (schema !== undefined) return { kind: 'json-schema', schema };
  if (mimeType === 'application/json') return { kind: 'json-object' };
  if (mimeType !== undefined && mimeType !== 'text/plain') {
    config.lose('responseMimeType', 'dropped', 'there is no such format');
  }
  return undefined;
}

const efforts: Readonly<Record<string, NonNullable<ReasoningWish['effort']>>> = {
  MINIMAL: 'minimal',
  LOW: 'low',
  MEDIUM: 'medium',
  HIGH: 'high',
};

/** A budget of zero is no thinking, one of −1 as much as the model likes. */
function readThinking(config: Fields): ReasoningWish | undefined {
  const thinking = config.below('thinkingConfig');
  if (thinking === undefined) return undefined;
  const level = thinking.text('thinkingLevel')?.toUpperCase();
  const budget = thinking.number('thinkingBudget');
  const summary = thinking.flag('includeThoughts') === true ? 'auto' : undefined;
  thinking.leave();
  if (budget === 0) return { effort: 'none' };
  const effort = level !== undefined && Object.hasOwn(efforts, level) ? efforts[level] : undefined;
  return known({ effort, budget: budget !== undefined && budget > 0 ? budget : undefined, summary });
}
