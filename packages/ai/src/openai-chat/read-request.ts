import { Fields } from '../fields/fields.ts';
import { known } from '../fields/known.ts';
import type { Losses } from '../model/loss.ts';
import { type RequestReading, refused } from '../model/reading.ts';
import { repeatedCall } from '../model/repeated-call.ts';
import {
  efforts,
  type InputItem,
  type Limits,
  type ModelRequest,
  type ReasoningWish,
  type Sampling,
} from '../model/request.ts';
import { readMessages } from './read-messages.ts';
import { readFormat, readToolChoice, readTools } from './read-tools.ts';

/** Reads what a caller asks in the form of Chat Completions. */
export function readChatRequest(body: unknown, losses: Losses): RequestReading {
  const fields = new Fields(body, { path: '', of: 'request', losses });
  const model = fields.text('model');
  if (model === undefined || model === '') return refused('A request must name its model.', 'model');
  const messages = fields.each('messages');
  if (messages.length === 0) return refused('A request must have at least one message.', 'messages');
  const items = readMessages(messages);
  const repeated = repeatedCall(items);
  if (repeated !== undefined) return refused('The id of each call must be one of its own.', `${repeated}.id`);
  return { request: readWhole(fields, model, items) };
}

function readWhole(fields: Fields, model: string, items: readonly InputItem[]): ModelRequest {
  const streaming = readStreaming(fields);
  const request = known({
    model,
    items,
    tools: readTools(fields),
    toolChoice: readToolChoice(fields),
    parallelToolCalls: fields.flag('parallel_tool_calls'),
    limits: readLimits(fields),
    sampling: readSampling(fields),
    format: readFormat(fields),
    reasoning: readReasoningWish(fields),
    verbosity: fields.text('verbosity'),
    cache: readCache(fields),
    tier: fields.text('service_tier'),
    endUser: readEndUser(fields),
    metadata: readMetadata(fields),
    store: fields.flag('store'),
    ...streaming,
  });
  return { ...request, foreign: fields.rest() };
}

function readStreaming(fields: Fields): { readonly stream: boolean; readonly streamUsage: boolean } {
  const stream = fields.flag('stream') ?? false;
  const options = fields.below('stream_options');
  const streamUsage = options?.flag('include_usage') ?? false;
  // Padding against whoever listens to the lengths, which Signet does not forward.
  options?.ignore('include_obfuscation');
  options?.leave();
  return { stream, streamUsage };
}

function readLimits(fields: Fields): Limits {
  const newer = fields.number('max_completion_tokens');
  const older = fields.number('max_tokens');
  if (newer !== undefined && older !== undefined && newer !== older) {
    fields.lose('max_tokens', 'dropped', 'max_completion_tokens says another limit');
  }
  const stop = fields.take('stop');
  return known({
    maxTokens: newer ?? older,
    stop: typeof stop === 'string' ? [stop] : readStops(fields),
    answers: fields.number('n'),
  });
}

function readStops(fields: Fields): readonly string[] | undefined {
  const all = fields.list('stop');
  const stops = all.filter((each) => typeof each === 'string');
  if (stops.length < all.length) fields.lose('stop', 'dropped', 'not all of it are texts');
  return stops.length === 0 ? undefined : stops;
}

function readSampling(fields: Fields): Sampling {
  const wanted = fields.flag('logprobs') ?? false;
  const top = fields.number('top_logprobs');
  return known({
    temperature: fields.number('temperature'),
    topP: fields.number('top_p'),
    topK: fields.number('top_k'),
    seed: fields.number('seed'),
    presencePenalty: fields.number('presence_penalty'),
    frequencyPenalty: fields.number('frequency_penalty'),
    logitBias: readBias(fields),
    logprobs: wanted ? (top ?? 0) : undefined,
  });
}

function readBias(fields: Fields): Readonly<Record<string, number>> | undefined {
  const bias = fields.below('logit_bias');
  if (bias === undefined) return undefined;
  return only(bias, (value) => typeof value === 'number');
}

function readReasoningWish(fields: Fields): ReasoningWish | undefined {
  const said = fields.text('reasoning_effort');
  const effort = efforts.find((each) => each === said);
  if (said !== undefined && effort === undefined)
    fields.lose('reasoning_effort', 'dropped', 'there is no such effort');
  return effort === undefined ? undefined : { effort };
}

function readCache(fields: Fields): ModelRequest['cache'] {
  const cache = known({
    key: fields.text('prompt_cache_key'),
    retention: fields.text('prompt_cache_retention'),
  });
  return cache.key === undefined && cache.retention === undefined ? undefined : cache;
}

/** `user` is the older word for it. */
function readEndUser(fields: Fields): string | undefined {
  const newer = fields.text('safety_identifier');
  const older = fields.text('user');
  if (newer !== undefined && older !== undefined && newer !== older) {
    fields.lose('user', 'dropped', 'safety_identifier says another one');
  }
  return newer ?? older;
}

export function readMetadata(fields: Fields): Readonly<Record<string, string>> | undefined {
  const metadata = fields.below('metadata');
  if (metadata === undefined) return undefined;
  return only(metadata, (value) => typeof value === 'string');
}

/** The members that are of one type; the others are told as lost. */
function only<Type>(fields: Fields, is: (value: unknown) => value is Type): Readonly<Record<string, Type>> {
  const entries = Object.entries(fields.whole()).flatMap(([name, value]) => {
    if (is(value)) return [[name, value] as const];
    fields.lose(name, 'dropped', 'its value is of another type than the protocol says');
    return [];
  });
  return Object.fromEntries(entries);
}
