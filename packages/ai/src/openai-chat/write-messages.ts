import type { Notes } from '../mapping/notes.ts';
import type { Part, Placed } from '../model/part.ts';
import type {
  InputItem,
  MessageItem,
  ReasoningItem,
  ToolCallItem,
  ToolResultItem,
} from '../model/request.ts';
import type { ChatDialect } from './dialect.ts';
import { writeContent, writeText } from './write-parts.ts';

type Wire = Readonly<Record<string, unknown>>;

/** What one turn of the model becomes, however many items it was. */
interface Turn {
  readonly parts: Part[];
  readonly calls: Wire[];
  reasoning: string;
  said: boolean;
}

/** Messages out of items, in their order. A result stands right behind the turn that called for it. */
export class MessageWriter {
  readonly #notes: Notes;
  readonly #dialect: ChatDialect;
  readonly #messages: Wire[] = [];
  readonly #called = new Set<string>();
  #turn: Turn | undefined;
  /** Images and files of results, which follow them as words of the user. */
  #apart: Part[] = [];

  constructor(notes: Notes, dialect: ChatDialect) {
    this.#notes = notes;
    this.#dialect = dialect;
  }

  write(items: readonly InputItem[]): readonly Wire[] {
    for (const item of items) this.#add(item);
    this.#endTurn();
    this.#endResults();
    return this.#messages;
  }

  #add(item: InputItem): void {
    if (item.kind !== 'tool-result') this.#endResults();
    switch (item.kind) {
      case 'message':
        this.#message(item);
        break;
      case 'reasoning':
        this.#think(item);
        break;
      case 'tool-call':
        this.#call(item);
        break;
      case 'tool-result':
        this.#result(item);
        break;
      case 'foreign':
        this.#notes.note('items of a provider', item.path);
        break;
    }
  }

  /** Two messages in a row stay two; but what is said after a call belongs to the turn of that call. */
  #message(item: MessageItem & Placed): void {
    if (item.role !== 'assistant') {
      this.#endTurn();
      const role = item.role === 'developer' ? this.#dialect.developer : item.role;
      const name = item.name === undefined ? {} : { name: item.name };
      this.#messages.push({ role, content: writeContent(item.parts, this.#notes), ...name });
      return;
    }
    if (this.#turn?.said === true && this.#turn.calls.length === 0) this.#endTurn();
    const turn = this.#turnNow();
    turn.said = true;
    turn.parts.push(...item.parts);
  }

  #think(item: ReasoningItem & Placed): void {
    const maker = item.sealed?.maker;
    // What Google seals has a place at calls alone.
    if (maker !== undefined)
      this.#notes.note(maker === 'google' ? 'sealed text' : `reasoning sealed by ${maker}`, item.path);
    if (item.text === '') return;
    if (this.#dialect.reasoning === undefined) {
      this.#notes.note('earlier reasoning', item.path);
      return;
    }
    if (this.#turn?.said === true && this.#turn.calls.length === 0) this.#endTurn();
    this.#turnNow().reasoning += item.text;
  }

  #call(item: ToolCallItem & Placed): void {
    const { id, name, sealed } = item;
    this.#called.add(id);
    if (item.cacheMark !== undefined) this.#notes.note('mark of the cache', item.path);
    const body =
      item.custom === true
        ? { type: 'custom', custom: { name, input: item.arguments } }
        : { type: 'function', function: { name, arguments: item.arguments } };
    this.#turnNow().calls.push({ id, ...body, ...this.#seal(sealed, item.path) });
  }

  #seal(sealed: ToolCallItem['sealed'], path: string | undefined): Wire {
    if (sealed === undefined) return {};
    if (sealed.maker === 'google') return { extra_content: { google: { thought_signature: sealed.value } } };
    this.#notes.note(`reasoning sealed by ${sealed.maker}`, path);
    return {};
  }

  #result(item: ToolResultItem & Placed): void {
    this.#endTurn();
    if (item.cacheMark !== undefined) this.#notes.note('mark of the cache', item.path);
    const text = writeText(item.parts, this.#notes);
    if (item.isError === true) this.#notes.note('result that is an error', item.path);
    const content = item.isError === true && !text.startsWith('Error') ? `Error: ${text}` : text;
    const others = item.parts.filter(({ kind }) => kind !== 'text' && kind !== 'refusal');
    this.#setApart(others, item.path);
    if (this.#called.has(item.callId)) {
      this.#messages.push({ role: 'tool', tool_call_id: item.callId, content });
      return;
    }
    this.#notes.note('result without its call', item.path);
    this.#messages.push({ role: 'user', content });
  }

  #setApart(others: readonly Part[], path: string | undefined): void {
    for (const part of others) {
      this.#notes.note(part.kind === 'image' ? 'result with images' : 'result with files', part.path ?? path);
    }
    this.#apart.push(...others);
  }

  #endResults(): void {
    const parts = this.#apart;
    this.#apart = [];
    if (parts.length === 0) return;
    this.#messages.push({ role: 'user', content: writeContent(parts, this.#notes) });
  }

  #turnNow(): Turn {
    this.#turn ??= { parts: [], calls: [], reasoning: '', said: false };
    return this.#turn;
  }

  #endTurn(): void {
    const turn = this.#turn;
    this.#turn = undefined;
    if (turn === undefined) return;
    const refusals = turn.parts.filter((part) => part.kind === 'refusal');
    const spoken = turn.parts.filter((part) => part.kind !== 'refusal');
    const reasoning = this.#dialect.reasoning;
    this.#messages.push({
      role: 'assistant',
      content: spoken.length === 0 ? null : writeContent(spoken, this.#notes),
      ...(refusals.length === 0 ? {} : { refusal: refusals.map(({ text }) => text).join('') }),
      ...(reasoning === undefined || turn.reasoning === '' ? {} : { [reasoning]: turn.reasoning }),
      ...(turn.calls.length === 0 ? {} : { tool_calls: turn.calls }),
    });
  }
}
