import type { Fields } from '../fields/fields.ts';
import { known } from '../fields/known.ts';
import type { Part } from '../model/part.ts';
import type { Sealed } from '../model/protocol.ts';
import type {
  InputItem,
  MessageItem,
  ReasoningItem,
  ToolCallItem,
  ToolResultItem,
} from '../model/request.ts';
import { readCaller } from './read-caller.ts';
import { readMark } from './read-mark.ts';
import { readPart, readParts } from './read-parts.ts';
import { readCallSeal, readSeal } from './seal.ts';

type Role = 'user' | 'assistant' | 'system';

/** What the system is told beforehand. */
export function readSystem(fields: Fields): readonly InputItem[] {
  const system = fields.take('system');
  if (system === undefined) return [];
  if (typeof system === 'string') {
    return [
      {
        kind: 'message',
        role: 'system',
        parts: [{ kind: 'text', text: system, path: 'system' }],
        path: 'system',
      },
    ];
  }
  const parts = fields.each('system').map((block) => readPart(block, block.text('type') ?? ''));
  return parts.length === 0 ? [] : [{ kind: 'message', role: 'system', parts, path: 'system' }];
}

/** Items in the order of the messages and of their blocks. */
export class MessagesReader {
  readonly #names = new Map<string, string>();
  /** Of the call that follows. */
  #seal: Sealed | undefined;

  read(message: Fields, role: Role): readonly InputItem[] {
    const content = message.take('content');
    const items =
      typeof content === 'string'
        ? [spoken(role, [{ kind: 'text', text: content, path: `${message.path}.content` }], message.path)]
        : this.#blocks(message, role);
    message.leave();
    return items;
  }

  /** Parts that stand side by side are one message; calls, results and thoughts stand by themselves. */
  #blocks(message: Fields, role: Role): readonly InputItem[] {
    const items: InputItem[] = [];
    let parts: Part[] = [];
    const speak = (): void => {
      if (parts.length > 0) items.push(spoken(role, parts, message.path));
      parts = [];
    };
    this.#seal = undefined;
    for (const block of message.each('content')) {
      const type = block.text('type') ?? '';
      if (type === 'thinking' && this.#takesSeal(block)) continue;
      const item = this.#item(block, type, role);
      if (item === undefined) parts.push(readPart(block, type));
      else {
        speak();
        block.leave();
        items.push({ ...item, path: block.path });
      }
    }
    speak();
    return items;
  }

  #item(block: Fields, type: string, role: Role): InputItem | undefined {
    switch (type) {
      case 'tool_use':
        return this.#call(block);
      case 'tool_result':
        return this.#result(block);
      case 'thinking':
        return readThought(block);
      case 'redacted_thinking':
        return { kind: 'reasoning', text: '', redacted: true, sealed: readSeal(block.text('data') ?? '') };
      case 'text':
      case 'image':
      case 'document':
        return undefined;
      default:
        return role === 'assistant' ? { kind: 'foreign', type, value: block.whole() } : undefined;
    }
  }

  #call(block: Fields): ToolCallItem {
    const id = block.text('id') ?? '';
    const name = block.text('name') ?? '';
    readCaller(block);
    this.#names.set(id, name);
    const input = block.take('input') ?? {};
    const sealed = this.#seal;
    this.#seal = undefined;
    const cacheMark = readMark(block);
    return known({
      kind: 'tool-call' as const,
      id,
      name,
      arguments: JSON.stringify(input),
      sealed,
      cacheMark,
    });
  }

  #takesSeal(block: Fields): boolean {
    const seal = readCallSeal(block.text('signature') ?? '');
    if (seal === undefined) return false;
    this.#seal = seal;
    block.ignore('thinking');
    block.leave();
    return true;
  }

  #result(block: Fields): ToolResultItem {
    const callId = block.text('tool_use_id') ?? '';
    return known({
      kind: 'tool-result' as const,
      callId,
      name: this.#names.get(callId),
      parts: readParts(block),
      isError: block.flag('is_error'),
      cacheMark: readMark(block),
    });
  }
}

function spoken(role: MessageItem['role'], parts: readonly Part[], path: string): InputItem {
  return { kind: 'message', role, parts, path };
}

function readThought(block: Fields): ReasoningItem {
  const signature = block.text('signature') ?? '';
  const sealed = signature === '' ? undefined : readSeal(signature);
  return known({ kind: 'reasoning' as const, text: block.text('thinking') ?? '', sealed });
}
