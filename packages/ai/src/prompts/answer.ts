import type { ModelEvent } from '../model/event.ts';
import type { PromptAnswer } from './judge.ts';

/** The words of an answer, without what was thought on the way. */
export function answerOf(events: readonly ModelEvent[]): Omit<PromptAnswer, 'value'> {
  const words = new AnswerWords();
  const text = events.map((event) => words.read(event)).join('');
  const { cut } = words;
  return cut === undefined ? { text } : { text, cut };
}

/** Reads an answer as it comes. */
export class AnswerWords {
  readonly #messages = new Set<number>();
  #cut: PromptAnswer['cut'];

  /** The words that are new by this event; none of reasoning, and none of a refusal. */
  read(event: ModelEvent): string {
    if (event.kind === 'item' && event.opens.kind === 'message' && (event.answer ?? 0) === 0)
      this.#messages.add(event.item);
    if (event.kind === 'refusal') this.#cut = 'content-filter';
    if (event.kind === 'finish' && (event.reason === 'length' || event.reason === 'content-filter'))
      this.#cut = event.reason;
    return event.kind === 'text' && this.#messages.has(event.item) ? event.text : '';
  }

  /** Why it is no whole answer, as far as it is known by now. */
  get cut(): PromptAnswer['cut'] {
    return this.#cut;
  }
}
