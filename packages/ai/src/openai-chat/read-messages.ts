import type { Fields } from '../fields/fields.ts';
import { known } from '../fields/known.ts';
import type { Placed } from '../model/part.ts';
import type { InputItem, MessageItem, ReasoningItem, ToolCallItem } from '../model/request.ts';
import { readSeal } from './read-calls.ts';
import { readParts } from './read-parts.ts';
import { blocksOf, type Detail, isMixed, readReasoning } from './reasoning.ts';

const roles: Readonly<Record<string, MessageItem['role']>> = {
  system: 'system',
  developer: 'developer',
  user: 'user',
  assistant: 'assistant',
};

/** Items in the order of the messages. */
export function readMessages(messages: readonly Fields[]): readonly InputItem[] {
  const names = new Map<string, string>();
  return messages.flatMap((message) => {
    const items = readMessage(message, names);
    message.leave();
    return items;
  });
}

function readMessage(message: Fields, names: Map<string, string>): readonly InputItem[] {
  const said = message.text('role') ?? '';
  if (said === 'tool') return [readResult(message, names)];
  const role = Object.hasOwn(roles, said) ? roles[said] : undefined;
  if (role === undefined) {
    message.lose('role', 'dropped', 'there is no role of this name, so its message is left out');
    message.whole();
    return [];
  }
  return role === 'assistant' ? readAssistant(message, names) : [readSpoken(message, role)];
}

function readSpoken(message: Fields, role: MessageItem['role']): MessageItem & Placed {
  return known({
    kind: 'message' as const,
    role,
    parts: readParts(message),
    name: message.text('name'),
    path: message.path,
  });
}

/** What it thought, what it said, what it called. */
function readAssistant(message: Fields, names: Map<string, string>): readonly InputItem[] {
  const thoughts = readThoughts(message);
  const spoken = readSpoken(message, 'assistant');
  const refusal = message.text('refusal');
  const refused =
    refusal === undefined || refusal === '' ? [] : [{ kind: 'refusal' as const, text: refusal }];
  const parts = [...spoken.parts, ...refused];
  const calls = message.each('tool_calls').map((call) => readCall(call, names));
  return [...thoughts, ...(parts.length === 0 && calls.length > 0 ? [] : [{ ...spoken, parts }]), ...calls];
}

/** Where a client has mixed what was sealed of several blocks, the text alone is kept: a false seal would be refused. */
function readThoughts(message: Fields): readonly (ReasoningItem & Placed)[] {
  const told = readReasoning(message);
  const isUnclear = isMixed(told);
  if (isUnclear) {
    message.lose('reasoning_details', 'dropped', 'it cannot be told which text each of them seals');
  }
  const blocks = isUnclear ? [{ text: told.text, redacted: false }] : blocksOf(told);
  return blocks.map((block: Detail) =>
    known({
      kind: 'reasoning' as const,
      text: block.text,
      sealed: block.sealed,
      redacted: block.redacted ? true : undefined,
      path: message.path,
    }),
  );
}

function readCall(call: Fields, names: Map<string, string>): ToolCallItem & Placed {
  call.ignore('type', 'index');
  const id = call.text('id') ?? '';
  const custom = call.below('custom');
  const below = custom ?? call.below('function');
  const name = below?.text('name') ?? '';
  const given = below?.text(custom === undefined ? 'arguments' : 'input') ?? '';
  names.set(id, name);
  const item = known({
    kind: 'tool-call' as const,
    id,
    name,
    arguments: given,
    custom: custom === undefined ? undefined : true,
    sealed: readSeal(call),
    path: call.path,
  });
  below?.leave();
  call.leave();
  return item;
}

function readResult(message: Fields, names: ReadonlyMap<string, string>): InputItem {
  const callId = message.text('tool_call_id') ?? '';
  return known({
    kind: 'tool-result' as const,
    callId,
    name: names.get(callId) ?? message.text('name'),
    parts: readParts(message),
    path: message.path,
  });
}
