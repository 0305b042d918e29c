import { failureOf } from '../failure/failure-in.ts';
import type { Notes } from '../mapping/notes.ts';
import type { ModelEvent, ModelFailure, Opened } from '../model/event.ts';
import type { Sealed } from '../model/protocol.ts';
import type { Usage } from '../model/usage.ts';
import { heartbeat, writeEvent } from '../sse/write-event.ts';
import { writeAnnotation } from './citations.ts';
import { writeChatError } from './errors.ts';
import { writeFinish } from './finish.ts';
import { writeDetail } from './reasoning.ts';
import { writeChatUsage } from './usage.ts';

interface OpenItem {
  readonly answer: number;
  readonly kind: Opened['kind'];
  readonly custom: boolean;
  readonly redacted: boolean;
  /** Its number among the calls of its answer. */
  readonly call: number;
  /** Its number among the blocks of reasoning. */
  readonly block: number;
}

/** Writes events as a streamed answer of Chat Completions: what it gives are the bytes to send, each time. */
export class ChatStreamWriter {
  readonly #notes: Notes;
  readonly #withUsage: boolean;
  readonly #items = new Map<number, OpenItem>();
  readonly #calls = new Map<number, number>();
  readonly #begun = new Set<number>();
  readonly #finished = new Set<number>();
  #head: Readonly<Record<string, unknown>> = {
    id: '',
    object: 'chat.completion.chunk',
    created: 0,
    model: '',
  };
  #usage: Usage | undefined;
  #over = false;

  /** @param options `withUsage` as the caller asked; else it is counted and not told */
  constructor(options: { readonly notes: Notes; readonly withUsage: boolean }) {
    this.#notes = options.notes;
    this.#withUsage = options.withUsage;
  }

  write(event: ModelEvent): string {
    if (this.#over) return '';
    const failure = failureOf(event);
    if (failure !== undefined) return this.#fail(failure);
    switch (event.kind) {
      case 'begin':
        this.#head = { ...this.#head, id: event.id, created: event.createdAt ?? 0, model: event.model };
        return this.#delta(0, {});
      case 'item':
        return this.#open(event.item, event.opens, event.answer ?? 0);
      case 'text':
        return this.#text(event.item, event.text, event.logprobs);
      case 'refusal':
        return this.#delta(this.#answerOf(event.item), { refusal: event.text });
      case 'citation':
        return this.#delta(this.#answerOf(event.item), { annotations: [writeAnnotation(event.citation)] });
      case 'arguments':
        return this.#arguments(event.item, event.json);
      case 'sealed':
        return this.#sealed(event.item, event.sealed);
      case 'foreign':
      case 'item-end':
        return '';
      case 'usage':
        this.#usage = event.usage;
        return '';
      case 'finish':
        return this.#finish(event.answer ?? 0, event);
      case 'ping':
        return heartbeat;
      case 'end':
        return this.#end();
      case 'failed':
        return this.#fail(event.failure);
    }
  }

  #fail(failure: ModelFailure): string {
    this.#over = true;
    return writeEvent({ name: '', data: JSON.stringify(writeChatError(failure)) });
  }

  #open(item: number, opens: Opened, answer: number): string {
    const isCall = opens.kind === 'tool-call';
    const call = this.#calls.get(answer) ?? 0;
    if (isCall) this.#calls.set(answer, call + 1);
    const block = [...this.#items.values()].filter(({ kind }) => kind === 'reasoning').length;
    const redacted = opens.kind === 'reasoning' && opens.redacted === true;
    const custom = isCall && opens.custom === true;
    this.#items.set(item, { answer, kind: opens.kind, custom, redacted, call, block });
    if (opens.kind === 'foreign') this.#notes.note('item of a provider told');
    if (!isCall) return this.#begun.has(answer) ? '' : this.#delta(answer, {});
    const { id, name } = opens;
    const body =
      opens.custom === true
        ? { type: 'custom', custom: { name, input: '' } }
        : { type: 'function', function: { name, arguments: '' } };
    return this.#delta(answer, { tool_calls: [{ index: call, id, ...body }] });
  }

  #text(item: number, text: string, logprobs: unknown): string {
    const open = this.#items.get(item);
    if (open?.kind === 'reasoning') return this.#delta(open.answer, { reasoning_content: text });
    if (open?.kind === 'foreign') return '';
    return this.#delta(open?.answer ?? 0, { content: text }, logprobs === undefined ? {} : { logprobs });
  }

  #arguments(item: number, json: string): string {
    const open = this.#items.get(item);
    if (open?.kind !== 'tool-call') return '';
    const piece = open.custom ? { custom: { input: json } } : { function: { arguments: json } };
    return this.#delta(open.answer, { tool_calls: [{ index: open.call, ...piece }] });
  }

  #sealed(item: number, sealed: Sealed): string {
    const open = this.#items.get(item);
    if (open?.kind === 'tool-call' && sealed.maker === 'google') {
      const seal = { extra_content: { google: { thought_signature: sealed.value } } };
      return this.#delta(open.answer, { tool_calls: [{ index: open.call, ...seal }] });
    }
    if (open?.kind !== 'reasoning') {
      this.#notes.note('seal of a text told');
      return '';
    }
    // Its text has been told already.
    const detail = writeDetail({ text: '', sealed, redacted: open.redacted }, open.block);
    return this.#delta(open.answer, { reasoning_details: [detail] });
  }

  #finish(answer: number, event: ModelEvent & { readonly kind: 'finish' }): string {
    this.#finished.add(answer);
    if (event.stopSequence !== undefined) this.#notes.note('stop sequence told');
    if (event.explanation !== undefined) this.#notes.note('explanation told');
    return this.#chunk([{ index: answer, delta: {}, logprobs: null, finish_reason: writeFinish(event) }]);
  }

  #end(): string {
    this.#over = true;
    const unfinished = [...this.#begun].filter((answer) => !this.#finished.has(answer));
    const finishes = unfinished.map((answer) => this.#finish(answer, { kind: 'finish', reason: 'stop' }));
    return [...finishes, this.#counted(), writeEvent({ name: '', data: '[DONE]' })].join('');
  }

  #counted(): string {
    if (this.#usage === undefined || !this.#withUsage) return '';
    return this.#chunk([], { usage: writeChatUsage(this.#usage, this.#notes) });
  }

  /** The first of each answer says whose words they are. */
  #delta(answer: number, delta: Readonly<Record<string, unknown>>, more: object = {}): string {
    const role = this.#begun.has(answer) ? {} : { role: 'assistant' };
    this.#begun.add(answer);
    return this.#chunk([
      { index: answer, delta: { ...role, ...delta }, logprobs: null, finish_reason: null, ...more },
    ]);
  }

  #chunk(choices: readonly unknown[], more: object = {}): string {
    const tier = this.#usage?.tier === undefined ? {} : { service_tier: this.#usage.tier };
    return writeEvent({ name: '', data: JSON.stringify({ ...this.#head, choices, ...tier, ...more }) });
  }

  #answerOf(item: number): number {
    return this.#items.get(item)?.answer ?? 0;
  }
}
