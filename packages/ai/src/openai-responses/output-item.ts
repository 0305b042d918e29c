import type { Notes } from '../mapping/notes.ts';
import type { ModelEvent, Opened } from '../model/event.ts';
import type { Citation } from '../model/part.ts';
import type { Sealed } from '../model/protocol.ts';
import { writeAnnotation } from './citations.ts';
import { writeSeal } from './seal.ts';

type Wire = Readonly<Record<string, unknown>>;
type Status = 'in_progress' | 'completed' | 'incomplete';

/** One item of the output as it grows; what it is on the wire, whenever one asks. */
export class OutputItem {
  readonly opens: Opened;
  readonly id: string;
  readonly place: number;
  readonly #notes: Notes;
  readonly #citations: Citation[] = [];
  readonly #logprobs: unknown[] = [];
  #text = '';
  #refusal = '';
  #json = '';
  #seal: Sealed | undefined;
  #value: unknown;

  constructor(opens: Opened, at: { readonly id: string; readonly place: number; readonly notes: Notes }) {
    this.opens = opens;
    this.id = at.id;
    this.place = at.place;
    this.#notes = at.notes;
    this.#value = opens.kind === 'foreign' ? opens.value : undefined;
  }

  get text(): string {
    return this.#text;
  }

  get refusal(): string {
    return this.#refusal;
  }

  get json(): string {
    return this.#json;
  }

  get isSummary(): boolean {
    return this.opens.kind === 'reasoning' && this.opens.summary === true;
  }

  add(event: ModelEvent): void {
    switch (event.kind) {
      case 'text':
        this.#text += event.text;
        this.#logprobs.push(...tokensOf(event.logprobs));
        break;
      case 'refusal':
        this.#refusal += event.text;
        break;
      case 'arguments':
        this.#json += event.json;
        break;
      case 'citation':
        this.#citations.push(event.citation);
        break;
      case 'sealed':
        this.#seals(event.sealed);
        break;
      case 'item-end':
        this.#value = event.value ?? this.#value;
        break;
      default:
        break;
    }
  }

  /** The parts of a message: what it says, what it refuses. */
  get parts(): readonly Wire[] {
    const text = {
      type: 'output_text',
      text: this.#text,
      annotations: this.#citations.map(writeAnnotation),
      logprobs: this.#logprobs,
    };
    const refusal = this.#refusal === '' ? [] : [{ type: 'refusal', refusal: this.#refusal }];
    return this.#text === '' && refusal.length > 0 ? refusal : [text, ...refusal];
  }

  wire(status: Status): Wire {
    const { opens, id } = this;
    switch (opens.kind) {
      case 'message':
        return {
          id,
          type: 'message',
          status,
          role: 'assistant',
          content: status === 'in_progress' ? [] : this.parts,
        };
      case 'reasoning':
        return { id, type: 'reasoning', ...this.#thought(), ...this.#sealedContent() };
      case 'tool-call':
        return opens.custom === true
          ? { id, type: 'custom_tool_call', status, call_id: opens.id, name: opens.name, input: this.#json }
          : {
              id,
              type: 'function_call',
              status,
              call_id: opens.id,
              name: opens.name,
              arguments: this.#json,
              ...this.#extra(),
            };
      case 'foreign':
        return typeof this.#value === 'object' && this.#value !== null
          ? { ...this.#value }
          : { id, type: opens.type };
    }
  }

  #thought(): Wire {
    if (this.#text === '') return { summary: [] };
    if (this.isSummary) return { summary: [{ type: 'summary_text', text: this.#text }] };
    return { summary: [], content: [{ type: 'reasoning_text', text: this.#text }] };
  }

  #sealedContent(): Wire {
    if (this.#seal === undefined) return {};
    const redacted = this.opens.kind === 'reasoning' && this.opens.redacted === true;
    return { encrypted_content: writeSeal({ sealed: this.#seal, redacted }) };
  }

  #extra(): Wire {
    if (this.#seal === undefined) return {};
    return { extra_content: { google: { thought_signature: this.#seal.value } } };
  }

  #seals(sealed: Sealed): void {
    const fits =
      this.opens.kind === 'reasoning' || (this.opens.kind === 'tool-call' && sealed.maker === 'google');
    if (fits) this.#seal = sealed;
    else this.#notes.note('seal of a text told');
  }
}

function tokensOf(logprobs: unknown): readonly unknown[] {
  const content: unknown =
    typeof logprobs === 'object' && logprobs !== null && 'content' in logprobs ? logprobs.content : [];
  return Array.isArray(content) ? content : [];
}
