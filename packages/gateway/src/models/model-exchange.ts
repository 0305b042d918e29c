import { Readable } from 'node:stream';
import {
  type AnswerEar,
  AnswerGuard,
  commits,
  cutAnswer,
  EventReader,
  FrameReader,
  failureIn,
  Losses,
  type ModelEvent,
  type ModelFailure,
  Notes,
  type ProviderProtocol,
  SealCarrier,
  type ServerEvent,
  writeEvent,
} from '@signet/ai';
import { type AttemptFailure, elapsed, refusal, type SteadyClock } from '@signet/contracts';
import { Denial } from '../denial.ts';
import { Attempt } from '../forwarding/attempt.ts';
import { cameNowhere } from '../http1/came-nowhere.ts';
import type { ResponseHandler } from '../http1/exchange.ts';
import type { ResponseHead } from '../http1/response-head.ts';
import { UpstreamFailure } from '../http1/upstream-failure.ts';
import type { Journey } from '../journey.ts';
import { spoilsKeeping } from '../model-cache/keepable.ts';
import { valuesOf } from '../request/values-of.ts';
import type { Seats } from '../seats.ts';
import type { AttemptTrace } from '../trace.ts';
import { isEventStream } from '../upstream/event-stream.ts';
import { failureDenial } from '../upstream/failure-denial.ts';
import { type AskedModel, hidesUsage, sameQuestion, wasSent } from './asked-model.ts';
import { bedrockCredential } from './bedrock/bedrock-credential.ts';
import { type AnswerName, NamedReader, named } from './bedrock/named-answer.ts';
import type { Seen } from './bill-of.ts';
import { afterFailure, type Verdict } from './choosing/after-failure.ts';
import type { AttemptWatch } from './choosing/attempt-watch.ts';
import type { CompiledTarget } from './compiled-llm.ts';
import { withoutUsage } from './hidden-usage.ts';
import type { AnswerIds } from './kept/answer-ids.ts';
import type { ModelAnswer } from './model-answer.ts';
import { costAt, lossesTold, type ModelTrace } from './model-trace.ts';
import { failureOf, type Outcome } from './outcome.ts';
import { pathOf } from './provider-address.ts';
import { dialectOf, headersTo, placedQuestion, protocolWith, streamOf } from './provider-wire.ts';
import { type StreamReader, type StreamWriter, spoken, spokenByProviders } from './spoken.ts';
import { translateQuestion } from './translate-question.ts';
import { WholeEvents } from './whole-events.ts';

export interface ExchangeParts {
  readonly journey: Journey;
  readonly asked: AskedModel;
  readonly target: CompiledTarget;
  readonly key: string | undefined;
  readonly trace: ModelTrace;
  readonly answer: ModelAnswer;
  readonly seats: Seats;
  readonly steady: SteadyClock;
  readonly watch: AttemptWatch;
  /** The first is 1. */
  readonly number: number;
  /** Hears all that is answered; absent where nobody does. */
  readonly ear?: AnswerEar | undefined;
}

/** Of an answer that comes whole. */
const mostBytes = 32 * 1024 * 1024;
/** Of what is held back of a stream before its first word. */
const mostHeld = 1024 * 1024;

/** One question to one provider, and its way back to the caller. */
export class ModelExchange implements ResponseHandler {
  readonly #parts: ExchangeParts;
  readonly #settle: (outcome: Outcome) => void;
  readonly #upstream: ProviderProtocol;
  readonly #isSame: boolean;
  /** Undefined: nothing is looked for in its answer. */
  readonly #guard: AnswerGuard | undefined;
  /** Undefined: what is sealed has its place in the caller's protocol. */
  readonly #carrier: SealCarrier | undefined;
  /** Of a kept answer the ids as its caller is told them. */
  readonly #ids: AnswerIds | undefined;
  /** The answer goes on as it came. */
  readonly #passes: boolean;
  readonly #hides: boolean;
  readonly #answerNotes: Notes;
  readonly #events: EventReader | FrameReader;
  readonly #whole: WholeEvents = new WholeEvents();
  readonly #reader: StreamReader;
  readonly #writer: StreamWriter;
  readonly #pieces: Buffer[] = [];
  #attempt: Attempt | undefined;
  #told: AttemptTrace | undefined;
  #bytes = 0;
  #head: ResponseHead | undefined;
  #streams = false;
  #committed = false;
  #begun = false;
  #ended = false;
  #finished = false;
  #spoilt = false;
  #over = false;
  /** Its caller has left, and its provider bills it to its end anyway. */
  #drains = false;
  #wasSent = false;
  #wasRefused = false;
  #sentBytes = 0;
  #heardBytes = 0;
  #silence: NodeJS.Timeout | undefined;
  #deadline: NodeJS.Timeout | undefined;

  constructor(parts: ExchangeParts, settle: (outcome: Outcome) => void) {
    const { asked, target, trace } = parts;
    this.#parts = parts;
    this.#settle = settle;
    this.#upstream = protocolWith(target, asked.protocol);
    this.#isSame = asked.own === undefined && this.#upstream === asked.protocol;
    this.#events = target.kind === 'bedrock' ? new FrameReader() : new EventReader();
    trace.target = target;
    trace.upstream = this.#upstream;
    trace.losses = new Losses();
    // What another one said is not of this one.
    trace.usage = undefined;
    trace.cost = undefined;
    const way = asked.guards.answer();
    const isForm = asked.request.format !== undefined;
    const dropped = (path: string) => this.#cannotGuard(path);
    this.#guard = way.isOpen ? undefined : new AnswerGuard(way, { dropped, isForm });
    this.#passes = this.#isSame && this.#guard === undefined;
    this.#carrier = carrierOf(asked);
    const { keeping } = asked;
    this.#ids = this.#passes ? keeping?.answers.idsOf(target, keeping.before) : undefined;
    this.#hides = this.#passes && hidesUsage(asked, dialectOf(target));
    // Of an answer that goes on as it came nothing is lost.
    const losses = this.#passes ? new Losses() : trace.losses;
    this.#answerNotes = new Notes({ from: this.#upstream, to: asked.protocol, losses });
    const reader = spokenByProviders[this.#upstream].reader(losses, dialectOf(target).terminator ?? 'done');
    this.#reader = target.kind === 'bedrock' ? new NamedReader(reader, this.#name()) : reader;
    this.#writer =
      asked.own?.writer() ?? spoken[asked.protocol].writer(this.#answerNotes, asked.request.streamUsage);
  }

  /** What its bill is made of, once it is over. */
  get seen(): Seen {
    return {
      ...{ wasSent: this.#wasSent, wasRefused: this.#wasRefused, ended: this.#ended },
      ...{ sentBytes: this.#sentBytes, heardBytes: this.#heardBytes },
      streams: this.#parts.asked.request.stream,
      usage: this.#parts.trace.usage,
    };
  }

  start(): void {
    const { journey, asked, target, key, number } = this.#parts;
    const body = this.#body();
    if (body === undefined) return;
    const upstream = journey.live.upstream(target.upstream);
    const { target: chosen, leftOut } = upstream.choose(this.#parts.steady(), 0);
    const told: AttemptTrace = {
      ...{ step: 'forward', attempt: number, upstream: target.provider, target: chosen.name },
      ...{ status: undefined, failure: undefined, keptBackCookie: false, leftOut, retriesSpent: false },
      ...{ contextGiven: false, token: undefined },
    };
    this.#told = told;
    journey.trace.tell(told);
    const path = `${chosen.basePath}${pathOf(target, this.#upstream, asked.request.stream)}`;
    const proof = this.#proof(chosen.host, path, body);
    if (proof === undefined) {
      const denial = new Denial('forward', refusal('model_unavailable.no_key'));
      this.#fail({ denial, another: true, verdict: noKeyAtAll });
      return;
    }
    this.#attempt = new Attempt(chosen, told, this);
    // The first word of an answer that comes whole is there with the last.
    const patience = asked.request.stream ? target.firstEvent : target.whole;
    this.#silence = setTimeout(() => this.#tooSlow(patience), patience);
    this.#deadline = setTimeout(() => this.#tooSlow(target.whole), target.whole);
    this.#wasSent = true;
    this.#sentBytes = body.length;
    this.#attempt.send({
      method: 'POST',
      target: path,
      host: chosen.host,
      headers: [...headersTo(target, key, asked.caller), ...proof],
      body: { kind: 'length', bytes: body.length, stream: Readable.from(body) },
    });
  }

  resume(): void {
    if (this.#over) return;
    if (this.#begun) this.#listen();
    this.#attempt?.resume();
  }

  /** The provider is told at once, or is heard out for as long as its configuration says. */
  leave(): void {
    if (this.#over || this.#drains) return;
    const { drain } = this.#parts.target;
    if (drain === undefined || !this.#wasSent) {
      this.#left();
      return;
    }
    this.#drains = true;
    clearTimeout(this.#deadline);
    this.#deadline = setTimeout(() => this.#left(), drain);
    this.resume();
  }

  interrupt(denial: Denial): void {
    this.#fail({ denial, another: false });
  }

  early(): void {}

  switched(): void {
    this.#malformed('answers with another protocol');
  }

  head(head: ResponseHead): void {
    const { journey, asked, answer, seats, steady } = this.#parts;
    this.#head = head;
    this.#attempt?.target.standing.answered();
    this.#parts.watch.heard(head);
    journey.answeredAt = steady();
    const [coding = 'identity'] = valuesOf('content-encoding', head.rawHeaders);
    if (coding.toLowerCase() !== 'identity') {
      this.#malformed('is encoded though that was not asked for');
      return;
    }
    const { kind } = this.#parts.target;
    this.#streams = asked.request.stream && head.status === 200 && isStreamOf(kind, head.rawHeaders);
    if (!this.#streams) return;
    const noSeat = seats.moveToStreams(journey);
    if (noSeat === undefined) {
      this.#attempt?.standApart();
      answer.watch();
    } else this.#fail({ denial: noSeat, another: false });
  }

  body(piece: Buffer): boolean {
    if (this.#over) return true;
    if (this.#streams) {
      const roomLeft = this.#take(piece);
      // While the caller does not read, nobody is to blame that nothing comes.
      if (!roomLeft) clearTimeout(this.#silence);
      else if (this.#begun && !this.#over) this.#listen();
      return roomLeft;
    }
    this.#bytes += piece.length;
    if (this.#bytes > mostBytes) this.#malformed(`has more than ${mostBytes} bytes`);
    else this.#pieces.push(Buffer.from(piece));
    return true;
  }

  end(): void {
    if (this.#over) return;
    if (!this.#streams) {
      this.#answerWhole(Buffer.concat(this.#pieces));
      return;
    }
    // Some protocols end with their connection: what is told of it then is the caller's as well.
    const told = this.#reader.end();
    const failure = this.#isCut() ? cutAnswer : this.#note(told);
    if (failure !== undefined) {
      this.#streamFailed(failure);
      return;
    }
    const { answer } = this.#parts;
    const rest = this.#rewrites ? '' : this.#passes ? this.#whole.rest() : this.#translated(told);
    if (rest === undefined) return;
    this.#committed = true;
    this.#pass(rest);
    this.#answered();
    if (!this.#drains) answer.end();
  }

  /** Half of a frame is never an end, whatever was said before it. */
  #isCut(): boolean {
    return this.#events instanceof FrameReader && this.#events.unfinished;
  }

  failed(failure: UpstreamFailure): void {
    if (this.#over) return;
    this.#wasSent = !cameNowhere(failure);
    if (failure.kind !== 'busy' && failure.kind !== 'waited')
      this.#attempt?.target.standing.failed(this.#parts.steady());
    const verdict = verdicts[failure.kind] ?? broken;
    this.#fail({ denial: failureDenial(failure), another: true, verdict });
  }

  #name(): AnswerName {
    const { journey, target } = this.#parts;
    return { id: journey.reference, model: target.model };
  }

  /** What proves who asks where that depends on what is asked; undefined where the key is none. */
  #proof(host: string, path: string, body: Buffer): readonly string[] | undefined {
    const { journey, target, key, steady } = this.#parts;
    const { kind, region = '' } = target;
    if (kind !== 'bedrock' || key === undefined) return [];
    const at = journey.at + elapsed(journey.startedAt, steady());
    return bedrockCredential(key, { host, path, body, region, at });
  }

  /** Undefined where the provider cannot be asked this, as the route wants it. */
  #body(): Buffer | undefined {
    const { asked, target, trace } = this.#parts;
    if (this.#isSame)
      return Buffer.from(
        placedQuestion(asked.question, target) ?? sameQuestion(asked, target.model, dialectOf(target)),
      );
    const { losses } = trace;
    const way = { to: this.#upstream, losses };
    const written = Buffer.from(JSON.stringify(translateQuestion(asked, target, way)));
    const lost = losses.told.filter((loss) => loss.fate !== 'moved' && wasSent(asked, loss));
    if (asked.llm.losses !== 'strict' || lost.length === 0) return written;
    const named = new Losses();
    for (const loss of lost) named.note(loss);
    const told = refusal('model_request_invalid.losses', { fields: lossesTold(named, 400) });
    this.#fail({ denial: new Denial('check-request', told), another: true, verdict: notInFull });
    return undefined;
  }

  #take(piece: Buffer): boolean {
    let events: readonly ServerEvent[];
    try {
      events = this.#events.read(piece);
    } catch {
      return this.#malformed('has an event that is too long, or no text');
    }
    let written = '';
    for (const event of events) {
      const told = this.#reader.read(event);
      const failure = this.#note(told);
      if (failure !== undefined) {
        this.#saidNo();
        // What was good before it is not kept from the caller.
        if (this.#committed) this.#pass(written);
        return this.#streamFailed(failure);
      }
      if (this.#rewrites) written += this.#rewritten(event);
      else if (!this.#passes) {
        const translated = this.#translated(told);
        if (translated === undefined) return true;
        written += translated;
      }
    }
    return this.#pass(this.#passes && !this.#rewrites ? this.#whole.take(piece) : written);
  }

  get #rewrites(): boolean {
    return this.#hides || this.#ids !== undefined;
  }

  #rewritten(event: ServerEvent): string {
    if (this.#ids === undefined) return withoutUsage(event);
    return writeEvent({ ...event, data: this.#ids.inEvent(event.data) });
  }

  /** As the caller reads it; undefined where a guard refuses it, and nothing goes on. */
  #translated(told: readonly ModelEvent[]): string | undefined {
    return this.#sayable(told)
      ?.map((each) => this.#writer.write(each))
      .join('');
  }

  /** Undefined where a guard refuses it. */
  #sayable(told: readonly ModelEvent[]): readonly ModelEvent[] | undefined {
    const guarded = this.#guarded(told);
    const carrier = this.#carrier;
    return carrier === undefined ? guarded : guarded?.flatMap((event) => carrier.take(event));
  }

  #guarded(told: readonly ModelEvent[]): readonly ModelEvent[] | undefined {
    const guard = this.#guard;
    if (guard === undefined) return told;
    const guarded = told.flatMap((event) => guard.take(event));
    const refused = this.#parts.asked.guards.refused('answer');
    if (refused !== undefined) {
      this.#fail({ denial: new Denial('forward', refused), another: false });
      return undefined;
    }
    if (this.#parts.asked.request.stream && guarded.some(commits)) this.#committed = true;
    const failure = failureIn(guarded);
    if (failure === undefined) return guarded;
    this.#fail({ failure, denial: unread('is more than can be looked into'), another: false });
    return undefined;
  }

  #cannotGuard(path: string): void {
    const reason = 'no guard can look into a part of it';
    this.#parts.trace.losses.note({ path, of: 'answer', fate: 'dropped', reason });
  }

  /** A provider may say in its error what was asked, or what it would have answered. */
  #guardedFailure(failure: ModelFailure): ModelFailure {
    const [told] = this.#guard?.take({ kind: 'failed', failure }) ?? [];
    return told?.kind === 'failed' ? told.failure : failure;
  }

  /** What comes before the first word is held: until then somebody else may answer. */
  #pass(out: Buffer | string): boolean {
    const { answer } = this.#parts;
    if (!this.#committed) {
      this.#bytes += out.length;
      if (out.length > 0) this.#pieces.push(Buffer.from(out));
      if (this.#bytes <= mostHeld) return true;
      this.#committed = true;
      return this.#pass('');
    }
    const held = this.#pieces.splice(0);
    if (held.length === 0) return answer.stream(out);
    return answer.stream(Buffer.concat([...held, Buffer.from(out)]));
  }

  /** What the events say that must be known here; a failure, where they are no answer. */
  #note(events: readonly ModelEvent[]): ModelFailure | undefined {
    const { asked, trace, ear } = this.#parts;
    for (const event of events) {
      ear?.take(event);
      if (event.kind === 'usage') trace.usage = event.usage;
      if (event.kind === 'end') this.#ended = true;
      this.#heardBytes += bytesIn(event);
      if (event.kind === 'finish') this.#finished = true;
      if (spoilsKeeping(event)) this.#spoilt = true;
      // Of a whole answer nothing goes out before all of it is known; what a guard holds back has not gone out.
      if (asked.request.stream && this.#guard === undefined && commits(event)) this.#committed = true;
    }
    if (events.some(({ kind }) => kind !== 'ping')) this.#begun = true;
    if (this.#begun && this.#streams) this.#parts.watch.spoke();
    return failureIn(events);
  }

  /** From now on so much silence is too much. */
  #listen(): void {
    const { idle } = this.#parts.target;
    clearTimeout(this.#silence);
    this.#silence = setTimeout(() => this.#tooSlow(idle), idle);
  }

  #answerWhole(bytes: Buffer): void {
    const { asked, answer, trace } = this.#parts;
    const status = this.#head?.status ?? 0;
    const body = parsed(bytes);
    if (status >= 400) {
      this.#refused(status, body);
      return;
    }
    if (status !== 200 || asked.request.stream) {
      this.#malformed(
        asked.request.stream ? 'is no stream though one was asked for' : `has the status ${status}`,
      );
      return;
    }
    if (body === undefined) {
      this.#malformed('is no JSON');
      return;
    }
    const read = spokenByProviders[this.#upstream].readAnswer(
      body,
      this.#passes ? new Losses() : trace.losses,
    );
    const events = this.#upstream === 'bedrock' ? named(read, this.#name()) : read;
    const failure = this.#note(events);
    if (failure !== undefined || !this.#ended) {
      if (failure === undefined) this.#malformed('does not say that it is whole');
      else {
        this.#saidNo();
        this.#fail({ failure, denial: unread('is an error'), another: true });
      }
      return;
    }
    const sayable = this.#sayable(events);
    if (sayable === undefined) return;
    const fault = asked.own?.fault(sayable);
    if (fault !== undefined) {
      this.#malformed(fault);
      return;
    }
    const words = asked.own ?? spoken[asked.protocol];
    const written = this.#passes ? undefined : words.writeAnswer(sayable, this.#answerNotes);
    this.#answered();
    if (this.#drains) return;
    if (written === undefined) answer.whole(200, this.#ids?.inAnswer(bytes.toString('utf8'), body) ?? bytes);
    else answer.whole(written.status, JSON.stringify(written.body));
  }

  /** By its status, whatever it says beside. What it says of our key is for nobody but us. */
  #refused(status: number, body: unknown): void {
    this.#wasRefused = true;
    if (status === 401 || status === 402 || status === 403) {
      const denial = new Denial('forward', refusal('model_unavailable.refused'), {
        note: `It answered ${status}`,
      });
      this.#fail({ denial, status, another: true });
      return;
    }
    const [seconds = ''] = valuesOf('retry-after', this.#head?.rawHeaders ?? []);
    const read = spokenByProviders[this.#upstream].readError(body, status);
    const failure = /^\d{1,5}$/.test(seconds) ? { ...read, retryAfter: Number(seconds) * 1000 } : read;
    this.#fail({ failure, denial: unread(`has the status ${status}`), status, another: true });
  }

  /** An error in place of an answer: of what was counted or said before it, there is a bill. */
  #saidNo(): void {
    this.#wasRefused = !this.#committed && this.#parts.trace.usage === undefined;
  }

  #streamFailed(failure: ModelFailure): boolean {
    this.#fail({ failure, denial: unread('ended with an error, or before its end'), another: true });
    return true;
  }

  #malformed(note: string): boolean {
    const failure = new UpstreamFailure('malformed', { untouched: false, note });
    if (this.#told !== undefined) this.#told.failure = failure;
    this.#fail({ denial: unread(note), another: true, verdict: unreadable });
    return true;
  }

  #tooSlow(waitedMs: number): void {
    const failure = new UpstreamFailure('timeout', { untouched: false, waitedMs });
    if (this.#told !== undefined) this.#told.failure = failure;
    this.#attempt?.target.standing.failed(this.#parts.steady());
    this.#fail({ denial: failureDenial(failure), another: true, verdict: tooSlow });
  }

  #fail(failed: Omit<Extract<Outcome, { kind: 'failed' }>, 'kind'>): void {
    if (this.#over) return;
    if (this.#drains) {
      this.#left();
      return;
    }
    this.#close();
    this.#count();
    const failure = failed.failure && this.#guardedFailure(failed.failure);
    const written = this.#writer.write({ kind: 'failed', failure: failure ?? failureOf(failed.denial) });
    const another = failed.another && !this.#committed;
    this.#settle({
      ...failed,
      ...(failure === undefined ? {} : { failure }),
      kind: 'failed',
      written,
      another,
    });
  }

  #left(): void {
    this.#close();
    this.#count();
    this.#settle({ kind: 'left' });
  }

  #answered(): void {
    if (this.#drains) {
      this.#left();
      return;
    }
    this.#close();
    this.#count();
    this.#settle({ kind: 'answered', sound: this.#finished && !this.#spoilt });
  }

  #close(): void {
    this.#over = true;
    clearTimeout(this.#silence);
    clearTimeout(this.#deadline);
    this.#attempt?.abort();
    this.#attempt = undefined;
  }

  /** What was counted until now counts, and is told as a part where the answer is one. */
  #count(): void {
    const { trace, target, journey } = this.#parts;
    const { usage } = trace;
    if (usage === undefined) return;
    if (!this.#ended) trace.usage = { ...usage, provenance: 'aborted-partial' };
    trace.cost = costAt(target, usage, journey.at);
  }
}

/** In a call of Chat Completions most clients drop what they do not know; in one of Responses there is no place for a seal. */
function carrierOf({ seals, protocol }: AskedModel): SealCarrier | undefined {
  if (seals === undefined) return undefined;
  return new SealCarrier((carried) => seals.idOf(carried), { thoughts: protocol === 'chat' });
}

function isStreamOf(kind: CompiledTarget['kind'], rawHeaders: readonly string[]): boolean {
  if (kind !== 'bedrock') return isEventStream(rawHeaders);
  return valuesOf('content-type', rawHeaders).some((value) => value.toLowerCase() === streamOf(kind));
}
const tooSlow = afterFailure({ status: undefined, failure: undefined, tooSlow: true });
const broken = afterFailure({ status: undefined, failure: undefined, tooSlow: false });
const noRoom: Verdict = { next: 'next-target', because: 'has no connection left' };
/** It was paid for, and would be as unreadable once more. */
const unreadable: Verdict = { next: 'next-target', because: 'answers what cannot be read' };
const noKeyAtAll: Verdict = { next: 'next-key', because: 'has a key that is none' };
const notInFull: Verdict = { next: 'next-target', because: 'cannot be asked this in full' };

/** What becomes of a question whose sending has failed in another way than by a connection that broke. */
const verdicts: Readonly<Partial<Record<AttemptFailure, Verdict>>> = {
  timeout: tooSlow,
  busy: noRoom,
  waited: noRoom,
};

function unread(note: string): Denial {
  return new Denial('forward', refusal('model_unavailable.answer'), { note: `The answer ${note}` });
}

function bytesIn(event: ModelEvent): number {
  if (event.kind === 'text' || event.kind === 'refusal') return Buffer.byteLength(event.text);
  return event.kind === 'arguments' ? Buffer.byteLength(event.json) : 0;
}

function parsed(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString('utf8'));
  } catch {
    return undefined;
  }
}
