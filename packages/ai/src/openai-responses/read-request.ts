import { Fields } from '../fields/fields.ts';
import { known } from '../fields/known.ts';
import type { Losses } from '../model/loss.ts';
import { type RequestReading, refused } from '../model/reading.ts';
import { repeatedCall } from '../model/repeated-call.ts';
import {
  efforts,
  type InputItem,
  type ModelRequest,
  type ReasoningWish,
  type Sampling,
} from '../model/request.ts';
import { readMetadata } from '../openai-chat/read-request.ts';
import { readInput } from './read-input.ts';
import { readFormat, readToolChoice, readTools } from './read-tools.ts';

const wantsLogprobs = 'message.output_text.logprobs';
const wantsSealed = 'reasoning.encrypted_content';

/** Reads what a caller asks in the form of Responses. */
export function readResponsesRequest(body: unknown, losses: Losses): RequestReading {
  const fields = new Fields(body, { path: '', of: 'request', losses });
  const model = fields.text('model');
  if (model === undefined || model === '') return refused('A request must name its model.', 'model');
  const items = [...readInstructions(fields), ...readItems(fields)];
  if (items.length === 0) return refused('A request must have an input.', 'input');
  const repeated = repeatedCall(items);
  if (repeated !== undefined)
    return refused('The id of each call must be one of its own.', `${repeated}.call_id`);
  return { request: readWhole(fields, model, items) };
}

function readInstructions(fields: Fields): readonly InputItem[] {
  const text = fields.text('instructions');
  if (text === undefined || text === '') return [];
  const path = 'instructions';
  return [{ kind: 'message', role: 'system', parts: [{ kind: 'text', text, path }], path }];
}

function readItems(fields: Fields): readonly InputItem[] {
  const input = fields.take('input');
  if (input === undefined) return [];
  if (typeof input !== 'string') return readInput(fields.each('input'));
  return [
    { kind: 'message', role: 'user', parts: [{ kind: 'text', text: input, path: 'input' }], path: 'input' },
  ];
}

function readWhole(fields: Fields, model: string, items: readonly InputItem[]): ModelRequest {
  const text = fields.below('text');
  const request = known({
    model,
    items,
    tools: readTools(fields),
    toolChoice: readToolChoice(fields),
    parallelToolCalls: fields.flag('parallel_tool_calls'),
    limits: known({ maxTokens: fields.number('max_output_tokens') }),
    sampling: readSampling(fields),
    format: readFormat(text),
    verbosity: text?.text('verbosity'),
    reasoning: readReasoningWish(fields),
    cache: readCache(fields),
    tier: fields.text('service_tier'),
    endUser: readEndUser(fields),
    metadata: readMetadata(fields),
    store: fields.flag('store'),
    stream: fields.flag('stream') ?? false,
    // This protocol tells it always.
    streamUsage: true,
  });
  text?.leave();
  const options = fields.below('stream_options');
  // Padding against whoever listens to the lengths, which Signet does not forward.
  options?.ignore('include_obfuscation');
  options?.leave();
  return { ...request, foreign: fields.rest() };
}

/** What of `include` has a place elsewhere is asked for; its encrypted reasoning Signet asks for by itself. */
function readSampling(fields: Fields): Sampling {
  const top = fields.number('top_logprobs');
  const include = fields.list('include');
  const wanted = include.includes(wantsLogprobs);
  if (include.some((each) => each !== wantsLogprobs && each !== wantsSealed)) {
    fields.lose('include', 'dropped', 'what it names belongs to tools of the provider');
  }
  return known({
    temperature: fields.number('temperature'),
    topP: fields.number('top_p'),
    logprobs: wanted || (top ?? 0) > 0 ? (top ?? 0) : undefined,
  });
}

function readReasoningWish(fields: Fields): ReasoningWish | undefined {
  const reasoning = fields.below('reasoning');
  if (reasoning === undefined) return undefined;
  const said = reasoning.text('effort');
  const effort = efforts.find((each) => each === said);
  if (said !== undefined && effort === undefined)
    reasoning.lose('effort', 'dropped', 'there is no such effort');
  const older = reasoning.text('generate_summary');
  const wish = known({ effort, summary: reasoning.text('summary') ?? older });
  reasoning.leave();
  return wish.effort === undefined && wish.summary === undefined ? undefined : wish;
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
