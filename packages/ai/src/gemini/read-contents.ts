import { type Fields, isRecord } from '../fields/fields.ts';
import { known } from '../fields/known.ts';
import type { Part } from '../model/part.ts';
import type { InputItem, ToolCallItem, ToolResultItem } from '../model/request.ts';
import { CallPairs } from './call-pairs.ts';
import { readPart } from './read-parts.ts';
import { readSeal } from './seal.ts';

type Role = 'user' | 'assistant';

/** What the system is told; a bare text is taken as well. */
export function readSystem(fields: Fields): readonly InputItem[] {
  const system = fields.take('systemInstruction');
  const path = 'systemInstruction';
  if (typeof system === 'string') {
    return [{ kind: 'message', role: 'system', parts: [{ kind: 'text', text: system, path }], path }];
  }
  const below = fields.below('systemInstruction');
  if (below === undefined) return [];
  below.ignore('role');
  const parts = below.each('parts').flatMap((part) => readPart(part) ?? []);
  below.leave();
  return parts.length === 0 ? [] : [{ kind: 'message', role: 'system', parts, path }];
}

/** Items in the order of the contents and of their parts. */
export class ContentsReader {
  readonly #pairs = new CallPairs();

  read(content: Fields, role: Role): readonly InputItem[] {
    const items: InputItem[] = [];
    let parts: Part[] = [];
    const speak = (): void => {
      if (parts.length > 0) items.push({ kind: 'message', role, parts, path: content.path });
      parts = [];
    };
    for (const part of content.each('parts')) {
      const item = this.#item(part);
      if (item === undefined) {
        const read = readPart(part);
        if (read !== undefined) parts.push(read);
        continue;
      }
      speak();
      part.leave();
      items.push({ ...item, path: part.path });
    }
    speak();
    content.leave();
    return items;
  }

  #item(part: Fields): InputItem | undefined {
    const call = part.below('functionCall');
    if (call !== undefined) return this.#call(call, part.text('thoughtSignature'));
    const response = part.below('functionResponse');
    if (response !== undefined) return this.#result(response);
    return part.flag('thought') === true ? readThought(part) : undefined;
  }

  #call(call: Fields, signature: string | undefined): ToolCallItem {
    const name = call.text('name') ?? '';
    const id = this.#pairs.call(call.text('id'), name);
    const args = call.take('args') ?? {};
    call.leave();
    const sealed = signature === undefined ? undefined : readSeal(signature).sealed;
    return known({ kind: 'tool-call' as const, id, name, arguments: JSON.stringify(args), sealed });
  }

  #result(response: Fields): ToolResultItem {
    const name = response.text('name') ?? '';
    const callId = this.#pairs.result(response.text('id'), name);
    const { text, isError } = resultOf(response.take('response'));
    const path = response.path;
    const further = response.each('parts').flatMap((part) => readPart(part) ?? []);
    response.leave();
    const parts: readonly Part[] = [{ kind: 'text', text, path }, ...further];
    return known({ kind: 'tool-result' as const, callId, name, parts, isError: isError ? true : undefined });
  }
}

/** A result is an object here; the members `output` and `error` say what it is to other protocols. */
function resultOf(response: unknown): { readonly text: string; readonly isError: boolean } {
  if (!isRecord(response)) return { text: textOf(response ?? {}), isError: false };
  const [name, ...others] = Object.keys(response);
  const value = name === undefined || others.length > 0 ? undefined : response[name];
  const isAlone = value !== undefined && (name === 'output' || name === 'result' || name === 'error');
  if (!isAlone) return { text: JSON.stringify(response), isError: false };
  return { text: textOf(value), isError: name === 'error' };
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}

function readThought(part: Fields): InputItem {
  const signature = part.text('thoughtSignature');
  const seal = signature === undefined ? undefined : readSeal(signature);
  const redacted = seal?.redacted === true ? true : undefined;
  return known({ kind: 'reasoning' as const, text: part.text('text') ?? '', sealed: seal?.sealed, redacted });
}
