import { guardedKinds } from '@signet/contracts';
import { detectorsOf, type Guard } from './guard.ts';
import { guardJson, holdsBytes } from './guard-json.ts';
import { GuardedWay } from './guarded-way.ts';
import { GuardTally } from './tally.ts';
import { Veil } from './veil.ts';

/** Who is behind a caller, and what his program calls him: no model needs it to answer the same. */
const ofPeople: ReadonlySet<string> = new Set([
  ...['user', 'metadata', 'safety_identifier', 'prompt_cache_key', 'labels'],
]);

/** Masks what is to be kept: whatever a guard could find, whether the route looks for it or not. */
export class KeptMask {
  readonly #guard: Guard;

  /** @param terms that guards of the route look for */
  constructor(terms: readonly string[]) {
    this.#guard = {
      ...{ name: 'kept', detectors: detectorsOf([...guardedKinds], terms), longest: undefined },
      ...{ act: 'mask', ofQuestions: true, ofAnswers: true },
    };
  }

  /** JSON of a question; undefined where something in it cannot be looked into, such as an image: then nothing of it is kept. */
  question(value: unknown): string | undefined {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
    const members = Object.entries(value).filter(([name]) => !ofPeople.has(name));
    return this.json(JSON.stringify(Object.fromEntries(members)));
  }

  text(text: string): string {
    return this.#way().whole(text);
  }

  /** Undefined for what is no JSON, and for what holds bytes. */
  json(text: string): string | undefined {
    const masked = guardJson(text, this.#way());
    return masked === undefined || holdsBytes(masked) ? undefined : masked;
  }

  #way(): GuardedWay {
    return GuardedWay.ofQuestion({
      guards: [this.#guard],
      veil: new Veil(''),
      tally: new GuardTally(),
    });
  }
}
