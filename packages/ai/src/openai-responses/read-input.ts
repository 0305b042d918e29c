import type { Fields } from '../fields/fields.ts';
import { known } from '../fields/known.ts';
import type { Placed } from '../model/part.ts';
import type { InputItem, MessageItem, ReasoningItem, ToolCallItem } from '../model/request.ts';
import { readSeal as readCallSeal } from '../openai-chat/read-calls.ts';
import { readParts } from './read-parts.ts';
import { readSeal } from './seal.ts';

const roles: readonly MessageItem['role'][] = ['system', 'developer', 'user', 'assistant'];

/** Between the paragraphs of a summary. */
const paragraph = '\n\n';

/** Items in their order. */
export function readInput(items: readonly Fields[]): readonly InputItem[] {
  const names = new Map<string, string>();
  return items.flatMap((item) => {
    const read = readItem(item, names);
    item.leave();
    return read === undefined ? [] : [read];
  });
}

function readItem(item: Fields, names: Map<string, string>): InputItem | undefined {
  const type = item.text('type') ?? 'message';
  switch (type) {
    case 'message':
      return readMessage(item);
    case 'reasoning':
      return readReasoning(item);
    case 'function_call':
      return readCall(item, 'arguments', names);
    case 'custom_tool_call':
      return readCall(item, 'input', names);
    case 'function_call_output':
    case 'custom_tool_call_output':
      return readResult(item, names);
    default:
      return { kind: 'foreign', type, value: item.whole(), path: item.path };
  }
}

/** Ids and states belong to the upstream that gave them. */
function readMessage(item: Fields): (MessageItem & Placed) | undefined {
  item.ignore('id', 'status');
  const said = item.text('role');
  const role = roles.find((each) => each === said);
  if (role === undefined) {
    item.lose('role', 'dropped', 'there is no role of this name, so its message is left out');
    item.whole();
    return undefined;
  }
  return { kind: 'message', role, parts: readParts(item, 'content'), path: item.path };
}

function readReasoning(item: Fields): ReasoningItem & Placed {
  item.ignore('id', 'status');
  const content = textsOf(item, 'content').join('');
  const summary = textsOf(item, 'summary').join(paragraph);
  const encrypted = item.text('encrypted_content');
  const seal = encrypted === undefined ? undefined : readSeal(encrypted);
  return known({
    kind: 'reasoning' as const,
    text: content === '' ? summary : content,
    summary: content === '' && summary !== '' ? true : undefined,
    sealed: seal?.sealed,
    redacted: seal?.redacted === true ? true : undefined,
    path: item.path,
  });
}

function textsOf(item: Fields, name: string): readonly string[] {
  return item.each(name).map((part) => {
    part.ignore('type');
    const text = part.text('text') ?? '';
    part.leave();
    return text;
  });
}

function readCall(
  item: Fields,
  member: 'arguments' | 'input',
  names: Map<string, string>,
): ToolCallItem & Placed {
  item.ignore('id', 'status');
  const id = item.text('call_id') ?? '';
  const name = item.text('name') ?? '';
  names.set(id, name);
  return known({
    kind: 'tool-call' as const,
    id,
    name,
    arguments: item.text(member) ?? '',
    custom: member === 'input' ? true : undefined,
    sealed: readCallSeal(item),
    path: item.path,
  });
}

function readResult(item: Fields, names: ReadonlyMap<string, string>): InputItem {
  item.ignore('id', 'status');
  const callId = item.text('call_id') ?? '';
  return known({
    kind: 'tool-result' as const,
    callId,
    name: names.get(callId),
    parts: readParts(item, 'output'),
    path: item.path,
  });
}
