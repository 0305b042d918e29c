import { type KeptAnswer, longestKeptAnswer, mostKeptToolCalls } from '@signet/contracts';
import type { ModelEvent } from '../model/event.ts';
import { AnswerWords } from '../prompts/answer.ts';

interface HeardCall {
  readonly name: string;
  json: string;
}

/** Hears an answer as it comes, and remembers what it says and which tools it calls; nothing of what was thought. */
export class AnswerEar {
  readonly #words = new AnswerWords();
  readonly #calls = new Map<number, HeardCall>();
  #text = '';
  #size = 0;
  #refused = false;
  #isWhole = false;

  take(event: ModelEvent): void {
    if (this.#isTooMuch) return;
    const words = this.#words.read(event);
    this.#text += words;
    this.#size += words.length;
    if (event.kind === 'item' && event.opens.kind === 'tool-call' && (event.answer ?? 0) === 0)
      this.#calls.set(event.item, { name: event.opens.name, json: '' });
    if (event.kind === 'arguments') this.#gather(event);
    if (event.kind === 'refusal') this.#refused = true;
    if (event.kind === 'finish' && event.reason === 'content-filter') this.#refused = true;
    if (event.kind === 'end') this.#isWhole = true;
  }

  /** Undefined where it did not come to its end, or is too much to be kept. */
  get answer(): KeptAnswer | undefined {
    if (!this.#isWhole || this.#isTooMuch) return undefined;
    const calls = [...this.#calls.values()].map(({ name, json }) => ({ name, arguments: json }));
    return { text: this.#text, calls, end: this.#end };
  }

  get #isTooMuch(): boolean {
    return this.#size > longestKeptAnswer || this.#calls.size > mostKeptToolCalls;
  }

  get #end(): KeptAnswer['end'] {
    if (this.#refused) return 'refused';
    return this.#words.cut === 'length' ? 'length' : 'whole';
  }

  #gather({ item, json }: Extract<ModelEvent, { kind: 'arguments' }>): void {
    const call = this.#calls.get(item);
    if (call === undefined) return;
    call.json += json;
    this.#size += json.length;
  }
}
