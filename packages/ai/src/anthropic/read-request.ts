import { Fields } from '../fields/fields.ts';
import { known } from '../fields/known.ts';
import type { Losses } from '../model/loss.ts';
import { type RequestReading, refused } from '../model/reading.ts';
import { repeatedCall } from '../model/repeated-call.ts';
import type { InputItem, ModelRequest } from '../model/request.ts';
import { MessagesReader, readSystem } from './read-messages.ts';
import { readToolChoice, readTools } from './read-tools.ts';
import { readWishes } from './read-wishes.ts';

const roles = ['user', 'assistant', 'system'] as const;

/** Reads what a caller asks in the form of Anthropic's Messages, of either version of it. */
export function readAnthropicRequest(body: unknown, losses: Losses): RequestReading {
  const fields = new Fields(body, { path: '', of: 'request', losses });
  const model = fields.text('model');
  if (model === undefined || model === '') return refused('A request must name its model.', 'model');
  const maxTokens = fields.number('max_tokens');
  if (maxTokens === undefined || !Number.isSafeInteger(maxTokens) || maxTokens < 1) {
    return refused(
      'A request must say how many tokens the answer may have, as a number from 1 on.',
      'max_tokens',
    );
  }
  const messages = readMessages(fields);
  if ('failure' in messages) return messages;
  return { request: readWhole(fields, { model, maxTokens, messages: messages.items }) };
}

function readMessages(fields: Fields): { readonly items: readonly InputItem[] } | ReturnType<typeof refused> {
  const messages = fields.each('messages');
  if (messages.length === 0) return refused('A request must have at least one message.', 'messages');
  const reader = new MessagesReader();
  const items: InputItem[] = [];
  for (const message of messages) {
    const said = message.text('role');
    const role = roles.find((each) => each === said);
    if (role === undefined) {
      return refused('The role of a message must be user, assistant or system.', `${message.path}.role`);
    }
    items.push(...reader.read(message, role));
  }
  const repeated = repeatedCall(items);
  return repeated === undefined
    ? { items }
    : refused('The id of each call must be one of its own.', `${repeated}.id`);
}

function readWhole(
  fields: Fields,
  { model, maxTokens, messages }: { model: string; maxTokens: number; messages: readonly InputItem[] },
): ModelRequest {
  const request = known({
    model,
    items: [...readSystem(fields), ...messages],
    tools: readTools(fields),
    ...readToolChoice(fields),
    limits: known({ maxTokens, stop: readStops(fields) }),
    sampling: known({
      temperature: fields.number('temperature'),
      topP: fields.number('top_p'),
      topK: fields.number('top_k'),
    }),
    ...readWishes(fields),
    tier: fields.text('service_tier'),
    endUser: readEndUser(fields),
    stream: fields.flag('stream') ?? false,
    streamUsage: true,
  });
  return { ...request, foreign: fields.rest() };
}

function readStops(fields: Fields): readonly string[] | undefined {
  const all = fields.list('stop_sequences');
  const stops = all.filter((each) => typeof each === 'string');
  if (stops.length < all.length) fields.lose('stop_sequences', 'dropped', 'not all of it are texts');
  return stops.length === 0 ? undefined : stops;
}

function readEndUser(fields: Fields): string | undefined {
  const metadata = fields.below('metadata');
  const user = metadata?.text('user_id');
  metadata?.leave();
  return user;
}
