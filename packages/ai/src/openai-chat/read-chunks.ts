import type { Fields } from '../fields/fields.ts';
import type { ModelEvent } from '../model/event.ts';
import type { Losses } from '../model/loss.ts';
import { malformedAnswer } from '../model/malformed-answer.ts';
import type { Usage } from '../model/usage.ts';
import { believable } from '../usage/doubts.ts';
import { readSources } from './citations.ts';
import { ChoiceReader } from './read-choice.ts';
import { readChatUsage } from './usage.ts';

/** So many answers at once; OpenAI gives at most 128. */
const mostAnswers = 128;

/** Reads the objects of an answer, many chunks or one whole, up to the point where nothing more can come. */
export class ChunksReader {
  readonly #losses: Losses;
  readonly #choices = new Map<number, ChoiceReader>();
  #begun = false;
  #id = '';
  #items = 0;
  #tier: string | undefined;
  #usage: Usage | undefined;

  constructor(losses: Losses) {
    this.#losses = losses;
  }

  /** Reads and leaves one object of the answer. */
  read(chunk: Fields, member: 'delta' | 'message'): readonly ModelEvent[] {
    const choices = chunk.each('choices');
    const begin = this.#begin(chunk, choices.length > 0);
    this.#tier = chunk.text('service_tier') ?? this.#tier;
    this.#count(chunk);
    const sources = readSources(chunk);
    const events = choices.flatMap((choice) => this.#readChoice(choice, member));
    this.#choices.get(0)?.cite(sources);
    chunk.leave();
    return [...begin, ...events];
  }

  /** There is a choice: without one there is no answer. */
  get answered(): boolean {
    return this.#choices.size > 0;
  }

  /** Each choice has said why it ended. */
  get finished(): boolean {
    return this.answered && [...this.#choices.values()].every(({ finished }) => finished);
  }

  /** Why it ended, what it cost, and the end. */
  end(): readonly ModelEvent[] {
    const ends = [...this.#choices.values()].flatMap((choice) => choice.end());
    return [...ends, ...this.counted(), { kind: 'end' }];
  }

  /** What the provider has counted so far, unless that cannot be. */
  counted(): readonly ModelEvent[] {
    const usage = this.#usage;
    if (usage === undefined) return [];
    const hasContent = [...this.#choices.values()].some(({ said }) => said);
    if (!believable(usage, { hasContent, losses: this.#losses })) return [];
    return [{ kind: 'usage', usage: this.#tier === undefined ? usage : { ...usage, tier: this.#tier } }];
  }

  /** Azure sends its filters before anything is known of the answer. */
  #begin(chunk: Fields, hasChoices: boolean): readonly ModelEvent[] {
    chunk.ignore('object', 'obfuscation');
    const id = chunk.text('id') ?? '';
    const model = chunk.text('model') ?? '';
    const createdAt = chunk.number('created') ?? 0;
    if (this.#begun || (!hasChoices && id === '')) return [];
    this.#begun = true;
    this.#id = id;
    return [{ kind: 'begin', id, model, ...(createdAt > 0 ? { createdAt } : {}) }];
  }

  #readChoice(choice: Fields, member: 'delta' | 'message'): readonly ModelEvent[] {
    const answer = choice.number('index') ?? 0;
    const reader = this.#choices.get(answer) ?? this.#newChoice(answer);
    if (reader !== undefined) return reader.read(choice, member);
    return [{ kind: 'failed', failure: malformedAnswer('gave choices that cannot be') }];
  }

  #newChoice(answer: number): ChoiceReader | undefined {
    if (!Number.isInteger(answer) || answer < 0 || answer >= mostAnswers) return undefined;
    const reader = new ChoiceReader(answer, {
      losses: this.#losses,
      next: () => this.#items++,
      newCallId: (count) => `call_${this.#id}_${answer}_${count}`,
    });
    this.#choices.set(answer, reader);
    return reader;
  }

  /** Some count with each chunk, Groq aside as well; a count that shrinks is not believed. */
  #count(chunk: Fields): void {
    const groq = chunk.below('x_groq');
    for (const fields of [groq?.below('usage'), chunk.below('usage')]) {
      const usage = fields && readChatUsage(fields);
      if (usage === undefined) continue;
      const before = this.#usage;
      if (before !== undefined && usage.input + usage.output < before.input + before.output) {
        this.#losses.note({
          path: 'usage',
          of: 'answer',
          fate: 'clamped',
          reason: 'it shrank, so the highest count is kept',
        });
      } else {
        this.#usage = usage;
      }
    }
    groq?.leave();
  }
}
