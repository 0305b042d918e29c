import type { Fields } from '../fields/fields.ts';
import type { ModelEvent, Opened } from '../model/event.ts';
import type { Losses } from '../model/loss.ts';
import { malformedAnswer } from '../model/malformed-answer.ts';
import type { Citation } from '../model/part.ts';
import { CallOrder, type CallStep } from './call-order.ts';
import { readAnnotations } from './citations.ts';
import { readContent } from './content.ts';
import { readFinish } from './finish.ts';
import { readCalls } from './read-calls.ts';
import { type Detail, readReasoning } from './reasoning.ts';

/** What the choices of one answer have in common. */
export interface Shared {
  readonly losses: Losses;
  /** The number of the next item. */
  readonly next: () => number;
  readonly newCallId: (count: number) => string;
}

/** Reads one choice, from deltas or from a whole message, which is one large delta. */
export class ChoiceReader {
  readonly #answer: number;
  readonly #shared: Shared;
  readonly #calls: CallOrder;
  readonly #citations: Citation[] = [];
  #open: { readonly item: number; readonly kind: Opened['kind'] } | undefined;
  #said = false;
  #word: string | undefined;

  constructor(answer: number, shared: Shared) {
    this.#answer = answer;
    this.#shared = shared;
    this.#calls = new CallOrder(shared.newCallId);
  }

  /** It has said something for which somebody pays. */
  get said(): boolean {
    return this.#said || this.#calls.seen;
  }

  /** It has said why it ended. */
  get finished(): boolean {
    return this.#word !== undefined;
  }

  /** Sources that a dialect names beside the choices; the last list is the whole one. */
  cite(citations: readonly Citation[]): void {
    if (citations.length > 0) this.#citations.splice(0, this.#citations.length, ...citations);
  }

  /** Reads and leaves a choice; `member` is `delta` or `message`. */
  read(choice: Fields, member: 'delta' | 'message'): readonly ModelEvent[] {
    const logprobs = choice.take('logprobs');
    this.#word = choice.text('finish_reason') || this.#word;
    choice.ignore('index');
    const delta = choice.below(member);
    const events =
      delta === undefined ? [] : this.#readDelta(delta, { logprobs, whole: member === 'message' });
    choice.leave();
    return events;
  }

  /** All that was open is over; then why it ended. */
  end(): readonly ModelEvent[] {
    const closed = this.#endCalls();
    const finish = readFinish(this.#word, this.#calls.seen);
    return [
      ...closed,
      { kind: 'finish', ...finish, ...(this.#answer === 0 ? {} : { answer: this.#answer }) },
    ];
  }

  #readDelta(
    delta: Fields,
    how: { readonly logprobs: unknown; readonly whole: boolean },
  ): readonly ModelEvent[] {
    delta.ignore('role', 'index');
    const reasoning = readReasoning(delta);
    const events: ModelEvent[] = [];
    if (reasoning.text !== '') events.push(...this.#piece('reasoning', reasoning.text));
    for (const detail of reasoning.details) events.push(...this.#detail(detail));
    for (const { kind, text } of readContent(delta)) {
      events.push(...this.#piece(kind === 'text' ? 'message' : 'reasoning', text, how.logprobs));
    }
    const refusal = delta.text('refusal');
    if (refusal !== undefined && refusal !== '') events.push(...this.#refuse(refusal));
    for (const citation of readAnnotations(delta)) {
      events.push(...this.#opened({ kind: 'message' }), { kind: 'citation', item: this.#item(), citation });
    }
    for (const [at, piece] of readCalls(delta).entries()) {
      // Whole calls are never pieces of one another, whatever ids and numbers they have.
      const apart = how.whole ? { ...piece, index: at } : piece;
      events.push(...this.#calls.read(apart).flatMap((step) => this.#step(step)));
    }
    delta.leave();
    return events;
  }

  #piece(kind: 'message' | 'reasoning', text: string, logprobs?: unknown): readonly ModelEvent[] {
    const opened = this.#opened({ kind });
    const told = kind === 'reasoning' || logprobs === undefined ? {} : { logprobs };
    return [...opened, { kind: 'text', item: this.#item(), text, ...told }];
  }

  /** A block of reasoning is over with what seals it. */
  #detail({ text, sealed, redacted }: Detail): readonly ModelEvent[] {
    const told = text === '' ? [] : this.#piece('reasoning', text);
    if (sealed === undefined) return told;
    const closed = redacted ? this.#endCalls() : [];
    const opened = this.#opened(redacted ? { kind: 'reasoning', redacted } : { kind: 'reasoning' });
    return [...told, ...closed, ...opened, { kind: 'sealed', item: this.#item(), sealed }, ...this.#close()];
  }

  #refuse(text: string): readonly ModelEvent[] {
    return [...this.#opened({ kind: 'message' }), { kind: 'refusal', item: this.#item(), text }];
  }

  #step(step: CallStep): readonly ModelEvent[] {
    switch (step.kind) {
      case 'begin':
        if (step.renamed) this.#noteRenamed();
        return this.#opened({
          kind: 'tool-call',
          id: step.id,
          name: step.name,
          ...(step.custom ? { custom: true } : {}),
        });
      case 'more':
        return [{ kind: 'arguments', item: this.#item(), json: step.json }];
      case 'sealed':
        return [{ kind: 'sealed', item: this.#item(), sealed: step.sealed }];
      case 'end':
        return this.#close();
      case 'broken':
        return [{ kind: 'failed', failure: malformedAnswer(step.reason) }];
    }
  }

  #noteRenamed(): void {
    this.#shared.losses.note({
      path: `choices[${this.#answer}].message.tool_calls`,
      of: 'answer',
      fate: 'emulated',
      reason: 'two calls had one id, so the second got another',
    });
  }

  /** Opens an item of that kind, unless it is open; a call is another one each time. */
  #opened(opens: Opened): readonly ModelEvent[] {
    if (opens.kind !== 'tool-call' && this.#open?.kind === opens.kind) return [];
    const closed = opens.kind === 'tool-call' ? this.#close() : this.#endCalls();
    const item = this.#shared.next();
    this.#open = { item, kind: opens.kind };
    this.#said = true;
    return [
      ...closed,
      { kind: 'item', item, opens, ...(this.#answer === 0 ? {} : { answer: this.#answer }) },
    ];
  }

  /** Whatever is open is over, and all calls with it: what follows is something else. */
  #endCalls(): readonly ModelEvent[] {
    const steps = this.#calls.end().flatMap((step) => this.#step(step));
    return [...steps, ...this.#close()];
  }

  #close(): readonly ModelEvent[] {
    if (this.#open === undefined) return [];
    const { item, kind } = this.#open;
    this.#open = undefined;
    const citations = kind === 'message' ? this.#citations.splice(0) : [];
    return [
      ...citations.map((citation) => ({ kind: 'citation' as const, item, citation })),
      { kind: 'item-end', item },
    ];
  }

  #item(): number {
    return this.#open?.item ?? 0;
  }
}
