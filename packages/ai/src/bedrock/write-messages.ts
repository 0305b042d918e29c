import { writeSeal } from '../anthropic/seal.ts';
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
import type { BedrockTraits } from './traits.ts';
import { BedrockParts, cachePoint } from './write-parts.ts';

type Wire = Readonly<Record<string, unknown>>;

interface Turn {
  readonly role: 'user' | 'assistant';
  readonly content: Wire[];
}

export interface Conversation {
  readonly system: readonly Wire[];
  readonly messages: readonly Wire[];
}

/**
 * Items as turns of Converse, in their order: users and assistants take turns there. Nothing is hoisted but the instructions that stand
 * at the start. Results stand right behind the turn that called for them, in the order of its calls, as Converse requires.
 */
export class BedrockMessages {
  readonly #notes: Notes;
  readonly #traits: BedrockTraits;
  readonly #parts: BedrockParts;
  readonly #turns: Turn[] = [];
  readonly #written = new Set<ToolResultItem>();
  /** Calls of the turn that is being written. */
  #calls: ToolCallItem[] = [];
  #ids = new WireIds([]);

  constructor({ notes, traits }: { notes: Notes; traits: BedrockTraits }) {
    this.#notes = notes;
    this.#traits = traits;
    this.#parts = new BedrockParts(notes);
  }

  write(items: readonly InputItem[]): Conversation {
    this.#ids = new WireIds(items);
    const first = items.findIndex((item) => !isInstruction(item));
    // A conversation must have a message: where there are only instructions, the last of them is said by the user.
    const start = first === -1 ? Math.max(0, items.length - 1) : first;
    const system = items.slice(0, start).flatMap((item) => this.#instruct(item));
    for (const item of items.slice(start)) this.#add(item);
    this.#answerCalls();
    const said = this.#turns.filter(({ content }) => content.length > 0);
    return { system, messages: said.map(({ role, content }) => ({ role, content })) };
  }

  #add(item: InputItem): void {
    switch (item.kind) {
      case 'message':
        if (item.role === 'assistant') this.#say('assistant', this.#parts.write(item.parts));
        else this.#speak(item);
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
        this.#notes.note('items of a provider', item.path);
        return;
    }
  }

  #instruct(item: InputItem): readonly Wire[] {
    if (item.kind !== 'message') return [];
    if (item.role === 'developer') this.#notes.note('developer role', item.path);
    return this.#parts.write(item.parts);
  }

  #speak(item: MessageItem & Placed): void {
    if (item.name !== undefined) this.#notes.note('name of a speaker', item.path);
    if (item.role === 'developer') this.#notes.note('developer role', item.path);
    if (item.role !== 'user') this.#notes.note('system later on', item.path);
    this.#say('user', this.#parts.write(item.parts));
  }

  #think({ text, sealed, redacted, path }: ReasoningItem & Placed): void {
    if (sealed === undefined) {
      this.#notes.note('earlier reasoning', path);
      return;
    }
    if (sealed.maker !== 'anthropic' || this.#traits.claude === undefined) {
      this.#notes.note(`reasoning sealed by ${sealed.maker}`, path);
      return;
    }
    const reasoningContent =
      redacted === true
        ? { redactedContent: writeSeal(sealed) }
        : { reasoningText: { text, signature: writeSeal(sealed) } };
    this.#say('assistant', [{ reasoningContent }]);
  }

  #call(item: ToolCallItem & Placed): void {
    if (item.sealed !== undefined) this.#notes.note(`reasoning sealed by ${item.sealed.maker}`, item.path);
    const toolUse = { toolUseId: this.#ids.of(item), name: item.name, input: this.#input(item) };
    this.#say('assistant', [{ toolUse }, ...cachePoint(item.cacheMark)]);
    this.#calls.push(item);
  }

  /** An object, as models require one: what is none is told as what it is, and not as a call without arguments. */
  #input(item: ToolCallItem & Placed): Wire {
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
    this.#say('user', this.#parts.write(item.parts));
  }

  /** What is said goes on in the turn of the one who says it. */
  #say(role: Turn['role'], content: readonly Wire[]): void {
    if (role !== 'assistant') this.#answerCalls();
    const last = this.#turns.at(-1);
    if (last?.role === role) last.content.push(...content);
    else this.#turns.push({ role, content: [...content] });
  }

  #answerCalls(): void {
    const calls = this.#calls;
    if (calls.length === 0) return;
    this.#calls = [];
    this.#turns.push({ role: 'user', content: calls.flatMap((call) => this.#resultOf(call)) });
  }

  #resultOf(call: ToolCallItem): readonly Wire[] {
    const result = this.#ids.resultOf(call);
    if (result === undefined) return [];
    this.#written.add(result);
    const content = this.#parts.write(result.parts);
    const toolResult = known({
      toolUseId: this.#ids.of(call),
      content: content.length === 0 ? [{ text: ' ' }] : content.filter((block) => !('cachePoint' in block)),
      status: result.isError === true ? 'error' : undefined,
    });
    return [{ toolResult }, ...cachePoint(result.cacheMark)];
  }
}

function isInstruction(item: InputItem): boolean {
  return item.kind === 'message' && (item.role === 'system' || item.role === 'developer');
}
