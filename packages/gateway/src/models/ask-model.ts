import { type Guard, Losses } from '@signet/ai';
import { refusal, type SignetRefusal, type SteadyClock } from '@signet/contracts';
import { Denial } from '../denial.ts';
import type { HeldBytes } from '../described/held-bytes.ts';
import { holdBody } from '../described/hold-body.ts';
import { clientClosed } from '../forwarding/client-closed.ts';
import { withoutSegments } from '../forwarding/upstream-request.ts';
import type { Journey } from '../journey.ts';
import { CallCache } from '../model-cache/call-cache.ts';
import { keyOf } from '../model-cache/key-of.ts';
import type { KeptModelAnswer } from '../model-cache/model-answers.ts';
import { guardsFor } from '../model-guards/compile-guards.ts';
import { ModelGuards } from '../model-guards/model-guards.ts';
import type { KnownPrompts } from '../prompts/known-prompts.ts';
import { promptDoorOf } from '../prompts/prompt-door.ts';
import { promptReader } from '../prompts/read-prompt.ts';
import type { RequestHead } from '../request/request-head.ts';
import { valuesOf } from '../request/values-of.ts';
import type { Seats } from '../seats.ts';
import type { SpendingServices } from '../spending/spending.ts';
import type { Admitted } from '../steps/passage.ts';
import { notNeeded } from '../trace.ts';
import type { AskedModel } from './asked-model.ts';
import { billOf } from './bill-of.ts';
import { type CompiledLlm, type CompiledTarget, targetsFor } from './compiled-llm.ts';
import { doorOf, type ModelDoor } from './door-of.ts';
import { listModels } from './list-models.ts';
import { ModelAnswer } from './model-answer.ts';
import { ModelExchange } from './model-exchange.ts';
import type { ModelTrace } from './model-trace.ts';
import { offerOf } from './offer-of.ts';
import type { Outcome } from './outcome.ts';
import { type Payer, payerOf } from './payer.ts';
import { askPlain } from './plain/ask-plain.ts';
import { pointsElsewhere } from './points-elsewhere.ts';
import { memberOf, readQuestion } from './question.ts';
import { spoken } from './spoken.ts';

export interface ModelServices {
  readonly seats: Seats;
  readonly steady: SteadyClock;
  readonly bodies: HeldBytes;
  readonly spending: SpendingServices;
  readonly prompts: KnownPrompts;
}

const answeredHere = notNeeded('answered-here', 'forward');

/** Asks a model in place of an upstream: those who have it in their order, until one answers. */
export async function askModel(
  journey: Journey,
  head: RequestHead,
  admitted: Admitted,
  llm: CompiledLlm,
  services: ModelServices,
): Promise<Denial | undefined> {
  const { route, path } = admitted;
  const { call, live } = journey;
  const rest = withoutSegments(path, route.strip);
  const door =
    llm.prompts === undefined ? doorOf(head.method, rest, head.query) : promptDoorOf(head.method, rest);
  if (door === undefined || call.onlyAsked === true) return notHere(route.id);
  if (door.kind === 'list') return answerList(journey, head, llm, door);
  const claims = 'token' in admitted ? admitted.token.claims : {};
  const guards = guardsFor(llm.guards, claims, journey.at);
  const asking =
    door.kind === 'prompt'
      ? await promptReader(door, { journey, head, admitted, llm, guards, prompts: services.prompts })
      : door;
  if (asking instanceof Denial) return asking;
  if (head.body.kind === 'none') return refuse(refusal('model_request_invalid.body', { found: 'no body' }));
  if (head.expectsContinue) call.answer.continue();
  const bytes = await holdBody(call.body, {
    maxBytes: live.snapshot.gateway.maxBodyBytes,
    patience: live.snapshot.gateway.requestTimeout,
    room: services.bodies,
    interruptible: (interrupt) => {
      journey.interrupt = interrupt;
    },
  });
  if (bytes instanceof Denial) return bytes;
  journey.held.push({ givenBack: () => services.bodies.give(bytes.length) });
  const payer = payerOf(journey, admitted, head, services.spending);
  const { headers } = head;
  const { steady } = services;
  const isPrompt = typeof asking === 'function';
  if (!isPrompt && asking.kind === 'plain')
    return askPlain(journey, { door: asking, bytes, llm, guards, headers, steady, payer });
  const asked = isPrompt
    ? asking(bytes)
    : readAsked(bytes, { door: asking, head, llm, guards, reference: journey.reference });
  if (!('request' in asked)) return refuse(asked);
  const targets = targetsFor(llm, asked.request.model);
  if (targets.length === 0) return noTarget(asked);
  const cache = cacheFor(journey, head, admitted, asked);
  return new ModelCall(journey, asked, { ...services, cache, payer }).ask(targets);
}

/** Undefined where nothing is kept, of this question or at all. */
function cacheFor(
  journey: Journey,
  { headers }: RequestHead,
  admitted: Admitted,
  asked: AskedModel,
): CallCache | undefined {
  const { cache } = asked.llm;
  const said = valuesOf('cache-control', headers).join().toLowerCase();
  if (cache === undefined || said.includes('no-store')) return undefined;
  const key = keyOf(asked, admitted, cache);
  if (key === undefined) return undefined;
  const { models: answers } = journey.live.answers;
  return new CallCache({
    answers,
    cache,
    key,
    route: admitted.route.id,
    takesKept: !said.includes('no-cache'),
  });
}

interface CallParts {
  /** Undefined: nothing is kept of it. */
  readonly cache: CallCache | undefined;
  readonly payer: Payer;
}

/** The question to all who have the model, one after the other. */
class ModelCall {
  readonly #journey: Journey;
  readonly #asked: AskedModel;
  readonly #services: ModelServices;
  readonly #cache: CallCache | undefined;
  readonly #stop = new AbortController();
  readonly #trace: ModelTrace;
  readonly #answer: ModelAnswer;
  readonly #payer: Payer;
  #exchange: ModelExchange | undefined;
  #left = false;

  constructor(journey: Journey, asked: AskedModel, { cache, payer, ...services }: ModelServices & CallParts) {
    this.#payer = payer;
    this.#journey = journey;
    this.#asked = asked;
    this.#services = services;
    this.#cache = cache;
    this.#trace = traceOf(asked);
    const hidesLosses = asked.llm.losses === 'dangerouslyHideLosses';
    this.#answer = new ModelAnswer(journey, this.#trace, hidesLosses, (piece) => cache?.take(piece));
  }

  async ask(targets: readonly CompiledTarget[]): Promise<Denial | undefined> {
    const { answer, trace } = this.#journey;
    if (answer.over) return clientClosed();
    answer.watch({ readerMoves: () => this.#readerMoves(), closed: () => this.#closed() });
    trace.tell(this.#trace);
    try {
      const kept = await this.#kept();
      if (kept instanceof Denial) return kept;
      return kept === undefined ? await this.#askAll(targets) : this.#again(kept);
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

  async #askAll(targets: readonly CompiledTarget[]): Promise<Denial | undefined> {
    let outcome: Outcome = { kind: 'left' };
    for (const [at, target] of targets.entries()) {
      outcome = await this.#askOne(target, at + 1);
      if (this.#left || outcome.kind !== 'failed' || !outcome.another) break;
    }
    this.#journey.interrupt = undefined;
    this.#answer.close();
    if (this.#left || outcome.kind === 'left') return clientClosed();
    if (outcome.kind !== 'answered') return this.#failed(outcome);
    if (outcome.sound) this.#cache?.keep(this.#trace, this.#asked.request.stream);
    else this.#cache?.drop('not-kept');
    return undefined;
  }

  async #askOne(target: CompiledTarget, number: number): Promise<Outcome> {
    const { key: reference } = target;
    const { providerKeys, accessTokens } = this.#journey.live;
    const held = reference === undefined ? undefined : await providerKeys.get(reference);
    const key = held !== undefined && target.kind === 'vertex' ? await accessTokens.get(held) : held;
    if (this.#left) return { kind: 'left' };
    if (reference !== undefined && key === undefined) {
      this.#trace.target = target;
      return { kind: 'failed', denial: noKey(), another: true };
    }
    const { spending, facts } = this.#payer;
    const { at } = this.#journey;
    const denial = await spending.reserve(offerOf(this.#asked, target, facts, at));
    if (this.#left) return { kind: 'left' };
    if (denial !== undefined) return { kind: 'failed', denial, another: true };
    spending.asked();
    const outcome = await new Promise<Outcome>((settle) => {
      const { seats, steady } = this.#services;
      const parts = { target, key, number, seats, steady, trace: this.#trace, answer: this.#answer };
      const exchange = new ModelExchange({ ...parts, journey: this.#journey, asked: this.#asked }, settle);
      this.#exchange = exchange;
      this.#journey.interrupt = (denial) => exchange.interrupt(denial);
      exchange.start();
    });
    if (this.#exchange !== undefined) await spending.close(billOf(this.#exchange.seen, target, at));
    if (reference !== undefined && isRefusedKey(outcome)) providerKeys.forget(reference);
    if (held !== undefined && isRefusedKey(outcome)) accessTokens.forget(held);
    return outcome;
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
    this.#exchange?.leave();
  }
}

interface Reading {
  readonly door: Extract<ModelDoor, { kind: 'ask' }>;
  readonly head: RequestHead;
  readonly llm: CompiledLlm;
  readonly guards: readonly Guard[];
  readonly reference: string;
}

function readAsked(bytes: Buffer, reading: Reading): AskedModel | SignetRefusal {
  const { door, head, llm, reference } = reading;
  const { protocol, address } = door;
  if (address?.stream === true && !address.events)
    return refusal('model_request_invalid.reading', {
      reason: 'A stream is given as events alone: ask with alt=sse.',
    });
  const came = readQuestion(bytes);
  if (!('root' in came)) return came;
  const guards = new ModelGuards(reading.guards, came.text);
  const question = guards.guard(came);
  if (!('root' in question)) return question;
  if (address !== undefined && memberOf(question.root, 'model') !== undefined)
    return refusal('model_request_invalid.reading', { reason: 'The model stands in the address alone.' });
  const unread = new Losses();
  const read = spoken[protocol].readRequest(question.value, unread, address);
  if ('failure' in read) return refusal('model_request_invalid.reading', { reason: read.failure.message });
  const field = pointsElsewhere(question.value);
  if (field !== undefined) return refusal('model_request_invalid.elsewhere', { field });
  const { request } = read;
  const [version] = valuesOf('anthropic-version', head.headers);
  const [beta] = valuesOf('anthropic-beta', head.headers);
  const ownWords = protocol === 'anthropic';
  const caller = {
    ...{ stream: request.stream, reference },
    ...{ version: ownWords ? version : undefined, beta: ownWords ? beta : undefined },
  };
  return { llm, protocol, request, unread, came, question, guards, caller };
}

function answerList(
  journey: Journey,
  { headers }: RequestHead,
  llm: CompiledLlm,
  door: Extract<ModelDoor, { kind: 'list' }>,
): undefined {
  journey.trace.tell(answeredHere);
  const nobody: ModelTrace = {
    ...{ step: 'forward', asked: '', caller: door.protocol, losses: new Losses() },
    ...{ target: undefined, upstream: undefined, usage: undefined, cost: undefined },
  };
  const isAnthropic = valuesOf('anthropic-version', headers).length > 0;
  new ModelAnswer(journey, nobody, true).whole(200, JSON.stringify(listModels(llm, door, isAnthropic)));
}

function traceOf({ request, protocol, own, guards }: AskedModel): ModelTrace {
  return {
    guards: guards.tally,
    ...{ step: 'forward', asked: own?.asked ?? request.model, caller: protocol, losses: new Losses() },
    ...(own === undefined ? {} : { prompt: own.asked }),
    ...{ target: undefined, upstream: undefined, usage: undefined, cost: undefined },
  };
}

function isRefusedKey(outcome: Outcome): boolean {
  return outcome.kind === 'failed' && outcome.denial.refusal.variant === 'refused';
}

/** Others have been asked where there are any: the client need not. */
function lastOne({ step, refusal: told, details }: Denial): Denial {
  return new Denial(step, told, {
    ...details,
    headers: [...(details.headers ?? []), 'x-should-retry', 'false'],
  });
}

/** Which model a prompt has is not for who asks it. */
function noTarget({ request: { model }, own }: AskedModel): Denial {
  if (own === undefined) return refuse(refusal('model_unknown', { model }));
  const note = `The model ${model} of the prompt is none of \`llm.models\``;
  return new Denial('check-request', refusal('prompt_unknown', { prompt: own.asked }), { note });
}

function noKey(): Denial {
  return new Denial('forward', refusal('model_unavailable.no_key'));
}

function refuse(told: SignetRefusal): Denial {
  return new Denial('check-request', told);
}

function notHere(route: string): Denial {
  const note = `Nothing is asked of a model at this address of route ${route}`;
  return new Denial('forward', refusal('route_not_found'), { note });
}
