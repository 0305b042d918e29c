import { WireIds } from '../calls/wire-ids.ts';
import { isRecord } from '../fields/fields.ts';
import { known } from '../fields/known.ts';
import { parsedJson } from '../fields/parsed-json.ts';
import type { Notes } from '../mapping/notes.ts';
import type { Placed } from '../model/part.ts';
import type {
  InputItem,
  MessageItem,
  ReasoningItem,
  ToolCallItem,
  ToolResultItem,
} from '../model/request.ts';
import type { GeminiTraits } from './traits.ts';
import { writeParts } from './write-parts.ts';

type Wire = Readonly<Record<string, unknown>>;

interface Content {
  readonly role: 'user' | 'model';
  readonly parts: Wire[];
}

export interface Conversation {
  readonly system: readonly Wire[];
  readonly contents: readonly Wire[];
}

/** What Google's documents name for a call whose signature is not known: its check is passed over then. */
const unsealed = 'skip_thought_signature_validator';

/** Items as contents, in their order; results stand right behind the turn that called for them, as many as it has calls. */
export class ContentsWriter {
  readonly #notes: Notes;
  readonly #traits: GeminiTraits;
  readonly #contents: Content[] = [];
  readonly #written = new Set<ToolResultItem>();
  #calls: ToolCallItem[] = [];
  #ids = new WireIds([]);

  constructor({ notes, traits }: { notes: Notes; traits: GeminiTraits }) {
    this.#notes = notes;
    this.#traits = traits;
  }

  write(items: readonly InputItem[]): Conversation {
    this.#ids = new WireIds(items);
    const first = items.findIndex((item) => !isInstruction(item));
    // There must be a content: where there are only instructions, the last of them is said by the user.
    const start = first === -1 ? Math.max(0, items.length - 1) : first;
    const system = items.slice(0, start).flatMap((item) => this.#instruct(item));
    for (const item of items.slice(start)) this.#add(item);
    this.#answerCalls();
    const said = this.#contents.filter(({ parts }) => parts.length > 0);
    return { system, contents: said.map(({ role, parts }) => ({ role, parts })) };
  }

  #add(item: InputItem): void {
    switch (item.kind) {
      case 'message':
        this.#speak(item);
        return;
      case 'reasoning':
        this.#think(item);
        return;
      case 'tool-call':
        this.#call(item);
        return;
      case 'tool-result':
        this.#result(item);
        return;
      case 'foreign':
        this.#foreign(item.value, item.path);
        return;
    }
  }

  #instruct(item: InputItem): readonly Wire[] {
    if (item.kind !== 'message') return [];
    if (item.role === 'developer') this.#notes.note('developer role', item.path);
    return writeParts(item.parts, this.#notes);
  }

  #speak(item: MessageItem & Placed): void {
    if (item.name !== undefined) this.#notes.note('name of a speaker', item.path);
    if (item.role === 'developer') this.#notes.note('developer role', item.path);
    if (item.role === 'developer' || item.role === 'system') this.#notes.note('system later on', item.path);
    this.#say(item.role === 'assistant' ? 'model' : 'user', writeParts(item.parts, this.#notes));
  }

  #think({ text, sealed, path }: ReasoningItem & Placed): void {
    if (sealed !== undefined && sealed.maker !== 'google') {
      this.#notes.note(`reasoning sealed by ${sealed.maker}`, path);
      return;
    }
    this.#say('model', [known({ text, thought: true, thoughtSignature: sealed?.value })]);
  }

  /** Of calls side by side the first alone is signed. */
  #call(item: ToolCallItem & Placed): void {
    if (item.cacheMark !== undefined) this.#notes.note('mark of the cache', item.path);
    const functionCall = { id: this.#ids.of(item), name: item.name, args: this.#args(item) };
    this.#say('model', [known({ functionCall, thoughtSignature: this.#sealOf(item) })]);
    this.#calls.push(item);
  }

  #sealOf({ sealed, path }: ToolCallItem & Placed): string | undefined {
    if (sealed?.maker === 'google') return sealed.value;
    if (sealed !== undefined) this.#notes.note(`reasoning sealed by ${sealed.maker}`, path);
    return this.#traits.requiresSeals && this.#calls.length === 0 ? unsealed : undefined;
  }

  #args(item: ToolCallItem & Placed): Wire {
    const parsed =
      item.custom === true ? undefined : parsedJson(item.arguments === '' ? '{}' : item.arguments);
    if (isRecord(parsed)) return parsed;
    const reason = 'arguments must be an object here, so the text became a member of one';
    this.#notes.losses.note({ path: item.path ?? 'arguments', of: 'request', fate: 'emulated', reason });
    return { input: item.arguments };
  }

  #result(item: ToolResultItem & Placed): void {
    if (this.#written.has(item)) return;
    if (this.#ids.isAssigned(item)) {
      this.#say('user', []);
      return;
    }
    this.#notes.note('result without its call', item.path);
    this.#say('user', writeParts(item.parts, this.#notes));
  }

  #foreign(value: unknown, path: string | undefined): void {
    if (this.#notes.from === 'gemini' && isRecord(value)) {
      this.#say('model', [value]);
      return;
    }
    this.#notes.note('items of a provider', path);
  }

  #say(role: Content['role'], parts: readonly Wire[]): void {
    if (role === 'user') this.#answerCalls();
    const last = this.#contents.at(-1);
    if (last?.role === role) last.parts.push(...parts);
    else this.#contents.push({ role, parts: [...parts] });
  }

  #answerCalls(): void {
    const calls = this.#calls;
    if (calls.length === 0) return;
    this.#calls = [];
    this.#contents.push({ role: 'user', parts: calls.flatMap((call) => this.#resultOf(call)) });
  }

  #resultOf(call: ToolCallItem): readonly Wire[] {
    const result = this.#ids.resultOf(call);
    if (result === undefined) return [];
    this.#written.add(result);
    if (result.cacheMark !== undefined) this.#notes.note('mark of the cache', result.path);
    if (result.isError === true) this.#notes.note('result that is an error', result.path);
    const texts = result.parts.flatMap((part) => (part.kind === 'text' ? [part.text] : []));
    const further = writeParts(
      result.parts.filter(({ kind }) => kind !== 'text'),
      this.#notes,
    );
    const response = { [result.isError === true ? 'error' : 'output']: texts.join('\n') };
    const parts = further.length === 0 ? undefined : further;
    return [{ functionResponse: known({ id: this.#ids.of(call), name: call.name, response, parts }) }];
  }
}

function isInstruction(item: InputItem): boolean {
  return item.kind === 'message' && (item.role === 'system' || item.role === 'developer');
}
