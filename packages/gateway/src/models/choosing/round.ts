import type { SteadyClock, WallTime } from '@signet/contracts';
import type { ChoosableTarget, CompiledModel } from '../compiled-llm.ts';
import { mostPatience, pauseBefore, type Verdict } from './after-failure.ts';
import type { CompiledKey } from './compiled-key.ts';
import { lot } from './conversation.ts';
import type { KeyAtModel } from './key-at-model.ts';
import { expectedTokens, lackOf, type Needs } from './needs.ts';
import type { Standings } from './standings.ts';
import { bidOf, type Contender, inOrder } from './strategy.ts';

/** Whom to ask, and by which key. */
export interface Candidate {
  readonly target: ChoosableTarget;
  /** Undefined where the provider needs none. */
  readonly key: CompiledKey | undefined;
  /** Milliseconds before it is asked. */
  readonly pause: number;
}

/** Nobody is left to ask. */
export interface Spent {
  readonly kind: 'spent';
  /** Why nobody was asked at all; undefined where somebody was. */
  readonly because: 'lacks' | 'keys' | undefined;
}

/** Asked by where nobody else could be. */
interface Resting {
  readonly target: ChoosableTarget;
  readonly key: CompiledKey;
  readonly restsFor: number;
}

export interface RoundParts {
  readonly model: CompiledModel;
  readonly needs: Needs;
  readonly conversation: string;
  readonly standings: Standings;
  readonly at: WallTime;
  readonly steady: SteadyClock;
  /** Milliseconds for which the provider is left alone by its breaker. */
  readonly restOf: (target: ChoosableTarget) => number;
  /** Whether the same may be sent again: not where too much is sent again already. */
  readonly mayRepeat: (target: ChoosableTarget) => boolean;
  readonly priceOf: (target: ChoosableTarget) => number | undefined;
  readonly random: () => number;
}

/** Whatever is configured, one question becomes no more than so many. */
const mostAttempts = 12;
/** Of what is told in a record. */
const mostTold = 32;

/** Who is asked one question, one after the other, and why not the others. */
export class Round {
  readonly #parts: RoundParts;
  readonly #waiting: ChoosableTarget[];
  /** Left alone by their breakers: asked where nobody else could be. */
  readonly #resting: ChoosableTarget[] = [];
  readonly #restingKeys: Resting[] = [];
  /** By which it was asked in vain, or is not to be: not again for this question. */
  readonly #spentKeys = new Set<string>();
  readonly #told: string[] = [];
  #current: Candidate | undefined;
  #verdict: Verdict | undefined;
  #toldPause: number | undefined;
  #repeated = 0;
  #attempts = 0;
  #keysAway = false;

  constructor(parts: RoundParts) {
    this.#parts = parts;
    this.#waiting = [...ordered(parts)];
  }

  /** Who was passed over or left, and why, in words of ours alone. */
  get told(): readonly string[] {
    return this.#told;
  }

  next(): Candidate | Spent {
    const found = this.#attempts >= mostAttempts ? undefined : this.#find();
    if (found === undefined) {
      const nobody = this.#keysAway ? 'keys' : 'lacks';
      return { kind: 'spent', because: this.#attempts === 0 ? nobody : undefined };
    }
    this.#current = found;
    this.#verdict = undefined;
    this.#attempts += 1;
    return found;
  }

  /** The last one has not answered. @param pause milliseconds, where its provider asks for one */
  failed(verdict: Verdict, pause: number | undefined): void {
    if (this.#current === undefined) return;
    const { target, key } = this.#current;
    this.#verdict = verdict;
    this.#toldPause = pause;
    if (verdict.next === 'next-key' && key !== undefined) this.#spentKeys.add(keyName(target, key));
    const by = target.keys.length > 1 && key !== undefined ? ` by ${key.name}` : '';
    this.#tell(target, `${by} ${verdict.because}`);
  }

  #find(): Candidate | undefined {
    switch (this.#verdict?.next) {
      case 'nobody':
        return undefined;
      case 'same-key':
        return this.#again() ?? this.#another();
      case 'next-key':
        return this.#otherKey() ?? this.#another();
      default:
        return this.#another();
    }
  }

  #again(): Candidate | undefined {
    const { model, mayRepeat, random } = this.#parts;
    if (this.#current === undefined || this.#repeated >= model.retries) return undefined;
    const pause = pauseBefore(this.#repeated, this.#toldPause, random);
    if (pause > mostPatience || !mayRepeat(this.#current.target)) return undefined;
    this.#repeated += 1;
    return { ...this.#current, pause };
  }

  #otherKey(): Candidate | undefined {
    return this.#current === undefined ? undefined : this.#askable(this.#current.target);
  }

  #another(): Candidate | undefined {
    this.#repeated = 0;
    for (let target = this.#waiting.shift(); target !== undefined; target = this.#waiting.shift()) {
      const lack = lackOf(this.#parts.needs, target);
      if (lack !== undefined) {
        this.#tell(target, ` ${lack}`);
        continue;
      }
      if (this.#parts.restOf(target) > 0) {
        this.#tell(target, ' is left alone, since too many have failed there');
        this.#resting.push(target);
        continue;
      }
      const found = this.#askable(target);
      if (found !== undefined) return found;
    }
    return this.#attempts === 0 ? this.#resigned() : undefined;
  }

  /** One that may answer is better than nobody; and what the provider says then, it says itself. */
  #resigned(): Candidate | undefined {
    for (const target of this.#resting.splice(0)) {
      const found = this.#askable(target);
      if (found !== undefined) return found;
    }
    const [soonest] = this.#restingKeys.toSorted((one, other) => one.restsFor - other.restsFor);
    return soonest === undefined ? undefined : { target: soonest.target, key: soonest.key, pause: 0 };
  }

  #askable(target: ChoosableTarget): Candidate | undefined {
    if (target.keys.length === 0)
      return this.#current?.target === target ? undefined : { target, key: undefined, pause: 0 };
    const { conversation, needs, steady } = this.#parts;
    const now = steady();
    const tokens = expectedTokens(needs);
    const [best] = target.keys
      .filter((key) => this.#isUsable(target, key))
      .map((key) => ({
        key,
        wait: this.#standing(target, key).wait(tokens, now),
        bid: bidOf({ weight: key.weight, lot: lot(conversation, key.reference) }),
      }))
      .toSorted((one, other) => one.wait - other.wait || other.bid - one.bid);
    return best === undefined ? undefined : { target, key: best.key, pause: 0 };
  }

  #isUsable(target: ChoosableTarget, key: CompiledKey): boolean {
    if (this.#spentKeys.has(keyName(target, key))) return false;
    const { at, steady } = this.#parts;
    const away = this.#standing(target, key).away(key.rules, at, steady());
    if (away === undefined) return true;
    this.#keysAway = true;
    this.#spentKeys.add(keyName(target, key));
    this.#tell(target, ` is not asked by ${key.name}: ${away.reason ?? away.state}`);
    if (away.restsFor !== undefined) this.#restingKeys.push({ target, key, restsFor: away.restsFor });
    return false;
  }

  #standing({ provider, model }: ChoosableTarget, { reference }: CompiledKey): KeyAtModel {
    return this.#parts.standings.key(provider, reference, model);
  }

  #tell({ provider, model }: ChoosableTarget, words: string): void {
    if (this.#told.length < mostTold) this.#told.push(`${provider}/${model}${words}`);
  }
}

function ordered({
  model,
  conversation,
  standings,
  steady,
  priceOf,
}: RoundParts): readonly ChoosableTarget[] {
  const [only, second] = model.targets;
  if (only !== undefined && second === undefined) return [only];
  const now = steady();
  const contenders = model.targets.map((target): Contender & { readonly target: ChoosableTarget } => {
    const reading = standings.target(target.provider, target.model);
    return {
      target,
      weight: target.weight,
      lot: lot(conversation, `${target.provider}/${target.model}`),
      inFlight: reading.inFlight,
      firstWord: reading.firstWord(now),
      price: model.strategy === 'cheapest' ? priceOf(target) : undefined,
    };
  });
  return inOrder(model.strategy, contenders).map(({ target }) => target);
}

function keyName({ provider, model }: ChoosableTarget, { reference }: CompiledKey): string {
  return JSON.stringify([provider, model, reference]);
}
