import { AnswerEar, Losses } from '@signet/ai';
import { elapsed, refusal, type SteadyClock } from '@signet/contracts';
import { Denial } from '../denial.ts';
import type { HeldBytes } from '../described/held-bytes.ts';
import { clientClosed } from '../forwarding/client-closed.ts';
import type { Journey } from '../journey.ts';
import type { CallCache } from '../model-cache/call-cache.ts';
import type { KeptModelAnswer } from '../model-cache/model-answers.ts';
import { keptCall } from '../model-keeping/keep-call.ts';
import type { Recorder } from '../ports/index.ts';
import type { KnownPrompts } from '../prompts/known-prompts.ts';
import type { Seats } from '../seats.ts';
import type { SpendingServices } from '../spending/spending.ts';
import type { AskedModel } from './asked-model.ts';
import { billOf } from './bill-of.ts';
import type { Verdict } from './choosing/after-failure.ts';
import { AttemptWatch } from './choosing/attempt-watch.ts';
import { conversationOf } from './choosing/conversation.ts';
import { expectedTokens, type Needs, needsOf } from './choosing/needs.ts';
import { type Candidate, Round, type Spent } from './choosing/round.ts';
import { verdictOf } from './choosing/verdict-of.ts';
import type { ChoosableTarget, CompiledModel, CompiledTarget } from './compiled-llm.ts';
import { ModelAnswer } from './model-answer.ts';
import { ModelExchange } from './model-exchange.ts';
import { costAt, type ModelTrace } from './model-trace.ts';
import { offerOf } from './offer-of.ts';
import type { Outcome } from './outcome.ts';
import type { Payer } from './payer.ts';

export interface ModelServices {
  readonly seats: Seats;
  readonly steady: SteadyClock;
  readonly bodies: HeldBytes;
  readonly spending: SpendingServices;
  readonly prompts: KnownPrompts;
  readonly recorder: Pick<Recorder, 'keep'>;
}

interface CallParts {
  /** Of the route. */
  readonly route: string;
  /** Undefined: nothing is kept of it. */
  readonly cache: CallCache | undefined;
  readonly payer: Payer;
}

/** Tokens of an answer of which nobody has said how long it may be, for who is the cheapest. */
const usualAnswer = 500;

/** The question to those who have the model, one after the other. */
export class ModelCall {
  readonly #journey: Journey;
  readonly #asked: AskedModel;
  readonly #services: ModelServices;
  readonly #cache: CallCache | undefined;
  readonly #stop = new AbortController();
  readonly #trace: ModelTrace;
  readonly #answer: ModelAnswer;
  readonly #payer: Payer;
  readonly #needs: Needs;
  #wake: (() => void) | undefined;
  readonly #route: string;
  #exchange: ModelExchange | undefined;
  /** Of the last who was asked; undefined where nothing is kept. */
  #ear: AnswerEar | undefined;
  #left = false;

  constructor(
    journey: Journey,
    asked: AskedModel,
    { cache, payer, route, ...services }: ModelServices & CallParts,
  ) {
    this.#payer = payer;
    this.#route = route;
    this.#journey = journey;
    this.#asked = asked;
    this.#services = services;
    this.#cache = cache;
    this.#trace = traceOf(asked);
    this.#needs = needsOf(asked.request);
    const hidesLosses = asked.llm.losses === 'dangerouslyHideLosses';
    this.#answer = new ModelAnswer(journey, this.#trace, hidesLosses, (piece) => cache?.take(piece));
  }

  async ask(model: CompiledModel): Promise<Denial | undefined> {
    const { answer, trace } = this.#journey;
    if (answer.over) return clientClosed();
    answer.watch({ readerMoves: () => this.#readerMoves(), closed: () => this.#closed() });
    trace.tell(this.#trace);
    try {
      const kept = await this.#kept();
      if (kept instanceof Denial) return kept;
      return kept === undefined ? await this.#askAll(model) : this.#again(kept);
    } finally {
      // Others that wait for its answer must not wait for nothing, whatever has happened.
      this.#cache?.drop(this.#left ? 'left' : 'failed');
      await this.#payer.spending.end();
    }
  }

  /** What is kept for the same question, perhaps once somebody else has it. */
  async #kept(): Promise<KeptModelAnswer | Denial | undefined> {
    if (this.#cache === undefined) return undefined;
    let interrupted: Denial | undefined;
    this.#journey.interrupt = (denial) => {
      interrupted = denial;
      this.#stop.abort();
    };
    const kept = await this.#cache.find(this.#stop.signal);
    this.#journey.interrupt = undefined;
    return this.#left ? clientClosed() : (interrupted ?? kept);
  }

  #again(kept: KeptModelAnswer): undefined {
    const { target, upstream, losses, usage, cost } = kept;
    this.#journey.answeredAt = this.#services.steady();
    this.#trace.target = target;
    this.#trace.upstream = upstream;
    this.#trace.losses = losses;
    if (usage !== undefined) this.#trace.usage = { ...usage, provenance: 'cached' };
    if (cost !== undefined) this.#trace.saved = cost;
    const currency = cost?.kind === 'known' ? cost.currency : 'USD';
    this.#trace.cost = { kind: 'known', micros: 0, currency, parts: [], rows: [] };
    this.#answer.again(kept);
    this.#answer.close();
    return undefined;
  }

  async #askAll(model: CompiledModel): Promise<Denial | undefined> {
    await this.#readAway(model);
    const round = this.#round(model);
    const outcome = await this.#goRound(round);
    this.#trace.passedOver = round.told;
    this.#journey.interrupt = undefined;
    this.#answer.close();
    if (this.#left || outcome.kind === 'left') return clientClosed();
    if (outcome.kind !== 'answered') return this.#failed(outcome);
    this.#keepBodies();
    if (outcome.sound) this.#cache?.keep(this.#trace, this.#asked.request.stream);
    else this.#cache?.drop('not-kept');
    return undefined;
  }

  /** Where the route says so: for who tries another model with the same questions. */
  #keepBodies(): void {
    const { keep } = this.#asked.llm;
    const answer = this.#ear?.answer;
    if (keep === undefined || answer === undefined) return;
    const { reference, at, startedAt } = this.#journey;
    const { recorder, steady } = this.#services;
    const kept = keptCall(keep, {
      ...{ asked: this.#asked, trace: this.#trace, answer, reference, at, route: this.#route },
      took: elapsed(startedAt, steady()),
    });
    if (kept !== undefined) recorder.keep(kept);
  }

  async #goRound(round: Round): Promise<Outcome> {
    let last: Outcome | undefined;
    for (let number = 1; !this.#left; number += 1) {
      const next = round.next();
      if ('kind' in next) return last ?? { kind: 'failed', denial: this.#nobody(next), another: false };
      const interrupted = await this.#pause(next.pause);
      if (interrupted !== undefined) return { kind: 'failed', denial: interrupted, another: false };
      if (this.#left) break;
      last = await this.#askOne(next, number);
      if (last.kind !== 'failed') return last;
      const verdict = verdictOf(last);
      round.failed(verdict, last.failure?.retryAfter);
      if (saysOfKey(verdict)) last = withoutFailure(last);
    }
    return { kind: 'left' };
  }

  #round(model: CompiledModel): Round {
    const { live, at, trace } = this.#journey;
    const { steady } = this.#services;
    const token = trace.last('verify-token')?.token;
    const subject = `${token?.issuer ?? ''} ${token?.subject ?? token?.clientId ?? ''}`;
    const upstreamOf = ({ upstream }: ChoosableTarget) => live.upstream(upstream);
    return new Round({
      ...{ model, at, steady, needs: this.#needs, standings: live.standings },
      conversation: conversationOf(this.#asked.request, subject),
      restOf: (target) => upstreamOf(target).breaker?.rest(steady()) ?? 0,
      mayRepeat: (target) => upstreamOf(target).retries.take(steady()),
      priceOf: (target) => this.#priceOf(target),
      random: Math.random,
    });
  }

  #priceOf(target: ChoosableTarget): number | undefined {
    const { input, output } = this.#needs;
    const usage = { provenance: 'estimated', input, output: output === 0 ? usualAnswer : output } as const;
    const cost = costAt(target, usage, this.#journey.at);
    return cost.kind === 'known' ? cost.micros : undefined;
  }

  /** A key that was replaced is not left alone for what the one before it was. */
  async #readAway({ targets }: CompiledModel): Promise<void> {
    const { live, at } = this.#journey;
    const now = this.#services.steady();
    for (const { provider, model, keys } of targets) {
      for (const { reference, rules } of keys) {
        const standing = live.standings.key(provider, reference, model);
        if (standing.away(rules, at, now)?.restsFor === undefined) continue;
        const value = await live.providerKeys.get(reference);
        if (value !== undefined) standing.read(value);
      }
    }
  }

  /** Ends at once where the caller leaves, or the gateway does: the latter refuses then. */
  async #pause(milliseconds: number): Promise<Denial | undefined> {
    if (milliseconds === 0) return undefined;
    let interrupted: Denial | undefined;
    await new Promise<void>((resume) => {
      const timer = setTimeout(resume, milliseconds);
      this.#wake = () => {
        clearTimeout(timer);
        resume();
      };
      this.#journey.interrupt = (denial) => {
        interrupted = denial;
        this.#wake?.();
      };
    });
    this.#wake = undefined;
    this.#journey.interrupt = undefined;
    return interrupted;
  }

  async #askOne({ target: chosen, key: by, pause }: Candidate, number: number): Promise<Outcome> {
    const reference = by?.reference;
    const target: CompiledTarget = { ...chosen, key: reference };
    const { live, at } = this.#journey;
    const { providerKeys, accessTokens, standings } = live;
    const held = reference === undefined ? undefined : await providerKeys.get(reference);
    const key = held !== undefined && target.kind === 'vertex' ? await accessTokens.get(held) : held;
    if (this.#left) return { kind: 'left' };
    if (reference !== undefined && key === undefined) {
      this.#trace.target = target;
      return { kind: 'failed', denial: noKey(), another: true, verdict: keyUnknown };
    }
    const { spending, facts } = this.#payer;
    const denial = await spending.reserve(offerOf(this.#asked, target, facts, at));
    if (this.#left) return { kind: 'left' };
    if (denial !== undefined) return { kind: 'failed', denial, another: true, verdict: noBudget };
    spending.asked();
    const { provider, model } = chosen;
    const standing = reference === undefined ? undefined : standings.key(provider, reference, model);
    if (held !== undefined) standing?.read(held);
    const { breaker, retries } = live.upstream(chosen.upstream);
    if (pause === 0) retries.asked();
    const watch = new AttemptWatch({
      ...{ key: standing, reading: standings.target(provider, model), breaker, at },
      ...{ steady: this.#services.steady, tokens: expectedTokens(this.#needs) },
    });
    const outcome = await new Promise<Outcome>((settle) => {
      const { seats, steady } = this.#services;
      this.#ear = this.#asked.llm.keep === undefined ? undefined : new AnswerEar();
      const parts = {
        ...{ target, key, number, seats, steady, watch, ear: this.#ear },
        ...{ trace: this.#trace, answer: this.#answer },
      };
      const exchange = new ModelExchange({ ...parts, journey: this.#journey, asked: this.#asked }, settle);
      this.#exchange = exchange;
      this.#journey.interrupt = (denial) => exchange.interrupt(denial);
      exchange.start();
    });
    // While it is booked, who has the answer may ask again.
    if (outcome.kind === 'answered') this.#services.seats.vacate(this.#journey);
    if (this.#exchange !== undefined) await spending.close(billOf(this.#exchange.seen, target, at));
    const verdict = outcome.kind === 'failed' ? verdictOf(outcome) : undefined;
    watch.over(outcome.kind, verdict, outcome.kind === 'failed' ? outcome.failure?.retryAfter : undefined);
    if (reference !== undefined && isRefusedKey(outcome, verdict)) providerKeys.forget(reference);
    if (held !== undefined && isRefusedKey(outcome, verdict)) accessTokens.forget(held);
    return outcome;
  }

  #nobody({ because }: Spent): Denial {
    if (because === 'keys') return new Denial('forward', refusal('model_unavailable.keys_off'));
    return new Denial(
      'check-request',
      refusal('model_request_invalid.lacks', { needs: neededWords(this.#needs) }),
    );
  }

  /** Nobody is left to ask, or a word has gone out. */
  async #failed({
    failure,
    denial,
    written,
  }: Extract<Outcome, { kind: 'failed' }>): Promise<Denial | undefined> {
    const { protocol } = this.#asked;
    if (this.#answer.begun) {
      await this.#answer.fail(written ?? '');
      return denial;
    }
    // What a provider says of a prompt is for who wrote it, and not for who asks it.
    if (failure === undefined || this.#asked.own !== undefined) return lastOne(denial);
    this.#answer.failure(protocol, failure, true);
    return undefined;
  }

  #readerMoves(): void {
    this.#answer.readerMoves();
    this.#exchange?.resume();
  }

  #closed(): void {
    this.#answer.close();
    if (this.#journey.answer.finished) return;
    this.#left = true;
    this.#stop.abort();
    this.#wake?.();
    this.#exchange?.leave();
  }
}

function traceOf({ request, protocol, own, guards }: AskedModel): ModelTrace {
  return {
    guards: guards.tally,
    ...{ step: 'forward', asked: own?.asked ?? request.model, caller: protocol, losses: new Losses() },
    ...(own === undefined ? {} : { prompt: own.asked }),
    ...{ target: undefined, upstream: undefined, usage: undefined, cost: undefined, passedOver: [] },
  };
}

const noBudget: Verdict = { next: 'next-target', because: 'has no budget left' };

const keyUnknown: Verdict = { next: 'next-key', because: 'has no key that is known here' };

function isRefusedKey(outcome: Outcome, verdict: Verdict | undefined): boolean {
  if (verdict !== undefined && saysOfKey(verdict)) return true;
  return outcome.kind === 'failed' && outcome.denial.refusal.variant === 'refused';
}

function saysOfKey({ blow }: Verdict): boolean {
  return blow === 'dead' || blow === 'expired';
}

/** What a provider says of our key is for nobody but us. */
function withoutFailure({ failure: _, ...rest }: Extract<Outcome, { kind: 'failed' }>): Outcome {
  return { ...rest, denial: new Denial('forward', refusal('model_unavailable.refused')) };
}

function neededWords({ abilities, input, output }: Needs): string {
  return [...abilities, `room for ${input + output} tokens`].join(', ');
}

/** Others have been asked where there are any: the client need not. */
function lastOne({ step, refusal: told, details }: Denial): Denial {
  return new Denial(step, told, {
    ...details,
    headers: [...(details.headers ?? []), 'x-should-retry', 'false'],
  });
}

function noKey(): Denial {
  return new Denial('forward', refusal('model_unavailable.no_key'));
}
