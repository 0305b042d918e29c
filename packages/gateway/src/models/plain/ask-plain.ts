import { type Guard, Losses } from '@signet/ai';
import { refusal, type SignetRefusal, type SteadyClock, type SteadyTime } from '@signet/contracts';
import { Denial } from '../../denial.ts';
import { clientClosed } from '../../forwarding/client-closed.ts';
import type { Journey } from '../../journey.ts';
import { valuesOf } from '../../request/values-of.ts';
import type { Seats } from '../../seats.ts';
import { billOf } from '../bill-of.ts';
import {
  type ChoosableTarget,
  type CompiledLlm,
  type CompiledTarget,
  keyedBy,
  modelFor,
} from '../compiled-llm.ts';
import { ModelAnswer } from '../model-answer.ts';
import type { ModelTrace } from '../model-trace.ts';
import type { Outcome } from '../outcome.ts';
import type { Payer } from '../payer.ts';
import type { Caller } from '../provider-wire.ts';
import type { PlainDoor } from './plain-door.ts';
import { PlainExchange, type PlainParts } from './plain-exchange.ts';
import { plainOffer } from './plain-offer.ts';
import { plainPathOf } from './plain-path.ts';
import type { PlainQuestion } from './plain-question.ts';
import { readPlainQuestion } from './read-plain-question.ts';

export interface PlainAsking {
  readonly door: PlainDoor;
  readonly bytes: Buffer;
  readonly llm: CompiledLlm;
  /** That look at what this caller asks. */
  readonly guards: readonly Guard[];
  /** Of the caller: name, value, name, value … */
  readonly headers: readonly string[];
  readonly steady: SteadyClock;
  readonly seats: Seats;
  readonly payer: Payer;
}

interface Asked extends Omit<PlainParts, 'target' | 'path' | 'key' | 'number'> {
  readonly seats: Seats;
  readonly payer: Payer;
  /** Of the question as it came. */
  readonly bytes: number;
}

export interface Reachable {
  readonly target: CompiledTarget;
  readonly path: string;
}

/** Asks those who have the model and speak this, in their order, until one answers. */
export async function askPlain(journey: Journey, asking: PlainAsking): Promise<Denial | undefined> {
  const { door, bytes, llm, guards, headers, steady, seats, payer } = asking;
  const [type] = valuesOf('content-type', headers);
  const question = readPlainQuestion(bytes, door, guards, type);
  if (!('bodyFor' in question)) return refuse(question);
  const model = modelFor(llm, question.model);
  if (model === undefined || model.targets.length === 0)
    return refuse(refusal('model_unknown', { model: question.model }));
  const speaking = model.targets.flatMap((target) => {
    const path = plainPathOf(target, door.wish);
    return path === undefined ? [] : [{ target, path }];
  });
  if (speaking.length === 0) return refuse(nobody);
  const reachable = speaking.flatMap(({ target, path }) => {
    const keyed = keyedNow(target, journey, steady());
    return keyed === undefined ? [] : [{ target: keyed, path }];
  });
  if (reachable.length === 0) return new Denial('forward', refusal('model_unavailable.keys_off'));
  const asked = { door, question, headers, steady, seats, payer, bytes: bytes.length };
  return askReachable(journey, reachable, asked);
}

interface Reached extends Omit<Asked, 'journey' | 'caller' | 'trace' | 'answer'> {
  readonly headers: readonly string[];
}

/** The same where it is known already who may be asked, and where. */
export async function askReachable(
  journey: Journey,
  reachable: readonly Reachable[],
  { headers, ...reached }: Reached,
): Promise<Denial | undefined> {
  if (journey.answer.over) return clientClosed();
  const { door, question } = reached;
  const trace = traceOf(question, door);
  journey.trace.tell(trace);
  const answer = new ModelAnswer(journey, trace, true);
  const caller = callerOf(journey, door, headers);
  return new PlainCall({ ...reached, journey, caller, trace, answer }).ask(reachable);
}

const nobody: SignetRefusal = refusal('model_request_invalid.reading', {
  reason: 'Nobody who has this model is asked this.',
});

/** By a key that is rested, or else by the first; undefined where none may be used. */
export function keyedNow(
  target: ChoosableTarget,
  { live, at }: Journey,
  now: SteadyTime,
): CompiledTarget | undefined {
  const { provider, model } = target;
  return keyedBy(target, at, ({ reference, rules }) => {
    return live.standings.key(provider, reference, model).away(rules, at, now) === undefined;
  });
}

class PlainCall {
  readonly #asked: Asked;
  #exchange: PlainExchange | undefined;
  #left = false;

  constructor(asked: Asked) {
    this.#asked = asked;
  }

  async ask(reachable: readonly Reachable[]): Promise<Denial | undefined> {
    const { journey, answer, payer } = this.#asked;
    journey.answer.watch({ readerMoves: () => answer.readerMoves(), closed: () => this.#closed() });
    try {
      return await this.#askAll(reachable);
    } finally {
      await payer.spending.end();
    }
  }

  async #askAll(reachable: readonly Reachable[]): Promise<Denial | undefined> {
    const { journey, answer, door } = this.#asked;
    let outcome: Outcome = { kind: 'left' };
    for (const [at, each] of reachable.entries()) {
      outcome = await this.#askOne(each, at + 1);
      if (this.#left || outcome.kind !== 'failed' || !outcome.another) break;
    }
    journey.interrupt = undefined;
    answer.close();
    if (this.#left || outcome.kind === 'left') return clientClosed();
    if (outcome.kind === 'answered') return undefined;
    if (outcome.failure === undefined) return lastOne(outcome.denial);
    answer.failure(door.protocol, outcome.failure, true);
    return undefined;
  }

  async #askOne({ target, path }: Reachable, number: number): Promise<Outcome> {
    const { journey, trace } = this.#asked;
    const { providerKeys, accessTokens } = journey.live;
    const { key: reference } = target;
    const held = reference === undefined ? undefined : await providerKeys.get(reference);
    const key = held !== undefined && target.kind === 'vertex' ? await accessTokens.get(held) : held;
    if (this.#left) return { kind: 'left' };
    if (reference !== undefined && key === undefined) {
      trace.target = target;
      const denial = new Denial('forward', refusal('model_unavailable.no_key'));
      return { kind: 'failed', denial, another: true };
    }
    const refused = await this.#reserve(target);
    if (this.#left) return { kind: 'left' };
    if (refused !== undefined) return { kind: 'failed', denial: refused, another: true };
    const outcome = await new Promise<Outcome>((settle) => {
      const exchange = new PlainExchange({ ...this.#asked, target, path, key, number }, settle);
      this.#exchange = exchange;
      journey.interrupt = (denial) => exchange.interrupt(denial);
      exchange.start();
    });
    // While it is booked, who has the answer may ask again.
    if (outcome.kind === 'answered') this.#asked.seats.vacate(journey);
    await this.#close(target);
    if (isRefusedKey(outcome) && reference !== undefined) {
      providerKeys.forget(reference);
      if (held !== undefined) accessTokens.forget(held);
    }
    return outcome;
  }

  /** Where something is charged for it. */
  async #reserve(target: CompiledTarget): Promise<Denial | undefined> {
    const { payer, door, question, bytes, journey } = this.#asked;
    const offer = plainOffer({ wish: door.wish, question, bytes }, target, payer.facts, journey.at);
    if (offer === undefined) return undefined;
    const denial = await payer.spending.reserve(offer);
    if (denial === undefined && !this.#left) payer.spending.asked();
    return denial;
  }

  async #close(target: CompiledTarget): Promise<void> {
    const { payer, journey } = this.#asked;
    if (this.#exchange !== undefined)
      await payer.spending.close(billOf(this.#exchange.seen, target, journey.at));
  }

  #closed(): void {
    const { journey, answer } = this.#asked;
    answer.close();
    if (journey.answer.finished) return;
    this.#left = true;
    this.#exchange?.leave();
  }
}

function callerOf({ reference }: Journey, { protocol }: PlainDoor, headers: readonly string[]): Caller {
  const [version] = protocol === 'anthropic' ? valuesOf('anthropic-version', headers) : [];
  const [beta] = protocol === 'anthropic' ? valuesOf('anthropic-beta', headers) : [];
  return { stream: false, reference, version, beta };
}

function traceOf({ model, guards }: PlainQuestion, { protocol, wish }: PlainDoor): ModelTrace {
  return {
    ...{ guards: guards.tally, wish },
    ...{ step: 'forward', asked: model, caller: protocol, losses: new Losses() },
    ...{ target: undefined, upstream: undefined, usage: undefined, cost: undefined, passedOver: [] },
  };
}

function isRefusedKey(outcome: Outcome): boolean {
  return outcome.kind === 'failed' && outcome.denial.refusal.variant === 'refused';
}

/** Others have been asked where there are any: the client need not. */
function lastOne({ step, refusal: told, details }: Denial): Denial {
  const headers = [...(details.headers ?? []), 'x-should-retry', 'false'];
  return new Denial(step, told, { ...details, headers });
}

function refuse(told: SignetRefusal): Denial {
  return new Denial('check-request', told);
}
