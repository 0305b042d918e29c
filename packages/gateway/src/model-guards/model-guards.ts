import { type Guard, GuardedWay, GuardTally, guardJson, Veil, type WayParts } from '@signet/ai';
import { refusal, type SignetRefusal } from '@signet/contracts';
import { type Question, readQuestion } from '../models/question.ts';

/** The guards of one call: over its question, and over each answer to it. */
export class ModelGuards {
  readonly tally: GuardTally = new GuardTally();
  /** Of all that look at it. */
  readonly names: readonly string[];
  readonly #parts: WayParts;

  /** @param text the question as it came */
  constructor(guards: readonly Guard[], text: string) {
    this.names = guards.map(({ name }) => name);
    this.#parts = { guards, veil: new Veil(text), tally: this.tally };
  }

  /** The question as it may be asked: what is masked in it nobody behind us sees. But for the model, all of it is looked into. */
  guard(question: Question): Question | SignetRefusal {
    const way = GuardedWay.ofQuestion(this.#parts);
    if (way.isOpen) return question;
    const text = guardJson(question.text, way, 'model');
    const refused = this.refused('question');
    if (refused !== undefined) return refused;
    if (text === undefined) return refusal('model_request_invalid.body', { found: 'what no guard can read' });
    return text === question.text ? question : readQuestion(Buffer.from(text));
  }

  /** The values of a prompt as they may be asked with: all of them are looked into. */
  values(text: string): string | SignetRefusal {
    const way = GuardedWay.ofQuestion(this.#parts);
    if (way.isOpen) return text;
    const masked = guardJson(text, way);
    const refused = this.refused('question');
    return refused ?? masked ?? refusal('model_request_invalid.body', { found: 'what no guard can read' });
  }

  /** Of an answer from its beginning: each one that is begun is looked into anew. */
  answer(): GuardedWay {
    return GuardedWay.ofAnswer(this.#parts);
  }

  /** Why it goes no further; undefined where no guard refuses it. */
  refused(what: 'question' | 'answer'): SignetRefusal | undefined {
    const { refusedBy: guard } = this.tally;
    if (guard === undefined) return undefined;
    const [, count = 1] = this.tally.counts.find(([name]) => name === guard) ?? [];
    return refusal(`model_guarded.${what}`, { guard, count });
  }
}

/** `personal 3, names 1`: which found something, and how often. */
export function guardsTold({ counts }: GuardTally, most: number): string {
  return counts
    .map(([name, count]) => `${name} ${count}`)
    .join(', ')
    .slice(0, most);
}
