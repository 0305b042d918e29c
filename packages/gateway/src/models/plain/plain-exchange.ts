import { Readable } from 'node:stream';
import { Losses, type ModelFailure, type Usage } from '@signet/ai';
import { refusal, type SteadyClock } from '@signet/contracts';
import { Denial } from '../../denial.ts';
import { Attempt } from '../../forwarding/attempt.ts';
import { cameNowhere } from '../../http1/came-nowhere.ts';
import type { ResponseHandler } from '../../http1/exchange.ts';
import type { ResponseHead } from '../../http1/response-head.ts';
import { UpstreamFailure } from '../../http1/upstream-failure.ts';
import type { Journey } from '../../journey.ts';
import { valuesOf } from '../../request/values-of.ts';
import type { AttemptTrace } from '../../trace.ts';
import { failureDenial } from '../../upstream/failure-denial.ts';
import type { Seen } from '../bill-of.ts';
import { afterFailure } from '../choosing/after-failure.ts';
import type { CompiledTarget } from '../compiled-llm.ts';
import type { ModelAnswer } from '../model-answer.ts';
import { costAt, type ModelTrace } from '../model-trace.ts';
import type { Outcome } from '../outcome.ts';
import { type Caller, headersTo } from '../provider-wire.ts';
import { spokenByProviders } from '../spoken.ts';
import type { PlainDoor } from './plain-door.ts';
import { guardPlainAnswer, sayableTo } from './plain-guards.ts';
import type { PlainQuestion } from './plain-question.ts';
import { plainUsage } from './plain-usage.ts';

export interface PlainParts {
  readonly journey: Journey;
  readonly door: PlainDoor;
  readonly question: PlainQuestion;
  readonly caller: Caller;
  readonly target: CompiledTarget;
  /** Behind the address of the provider. */
  readonly path: string;
  readonly key: string | undefined;
  readonly trace: ModelTrace;
  readonly answer: ModelAnswer;
  readonly steady: SteadyClock;
  /** The first is 1. */
  readonly number: number;
  /** How it is asked where nothing is sent along. */
  readonly bare?: 'GET' | 'DELETE' | 'POST';
  /** The answer as its caller is told it. */
  readonly told?: (text: string, answer: object) => string;
}

/** Of an answer: pictures and vectors are large. */
const mostBytes = 32 * 1024 * 1024;

/** One question that goes on as it came to one provider, and its answer, which comes whole and goes back byte by byte. */
export class PlainExchange implements ResponseHandler {
  readonly #parts: PlainParts;
  readonly #settle: (outcome: Outcome) => void;
  readonly #pieces: Buffer[] = [];
  #attempt: Attempt | undefined;
  #told: AttemptTrace | undefined;
  #head: ResponseHead | undefined;
  #bytes = 0;
  #over = false;
  #wasSent = false;
  #wasRefused = false;
  #ended = false;
  #sentBytes = 0;
  #deadline: NodeJS.Timeout | undefined;

  constructor(parts: PlainParts, settle: (outcome: Outcome) => void) {
    this.#parts = parts;
    this.#settle = settle;
    const { trace, target, door } = parts;
    trace.target = target;
    trace.upstream = door.protocol;
    trace.losses = new Losses();
    // What another one said is not of this one.
    trace.usage = undefined;
    trace.cost = undefined;
  }

  /** What its bill is made of, once it is over. */
  get seen(): Seen {
    return {
      ...{ wasSent: this.#wasSent, wasRefused: this.#wasRefused, ended: this.#ended, streams: false },
      ...{ usage: this.#parts.trace.usage, sentBytes: this.#sentBytes, heardBytes: 0 },
    };
  }

  start(): void {
    const { journey, question, target, key, number, path, caller, bare } = this.#parts;
    const body = Buffer.from(question.bodyFor(target.model));
    const { target: chosen, leftOut } = journey.live
      .upstream(target.upstream)
      .choose(this.#parts.steady(), 0);
    const told: AttemptTrace = {
      ...{ step: 'forward', attempt: number, upstream: target.provider, target: chosen.name },
      ...{ status: undefined, failure: undefined, keptBackCookie: false, leftOut, retriesSpent: false },
      ...{ contextGiven: false, token: undefined },
    };
    this.#told = told;
    journey.trace.tell(told);
    this.#attempt = new Attempt(chosen, told, this);
    this.#deadline = setTimeout(() => this.#tooSlow(target.whole), target.whole);
    this.#wasSent = true;
    this.#sentBytes = body.length;
    this.#attempt.send({
      method: bare ?? 'POST',
      target: `${chosen.basePath}${path}`,
      host: chosen.host,
      headers: withType(headersTo(target, key, caller), question.type),
      body:
        bare === undefined
          ? { kind: 'length', bytes: body.length, stream: Readable.from(body) }
          : { kind: 'none' },
    });
  }

  /** The provider is told at once. */
  leave(): void {
    if (this.#over) return;
    this.#close();
    this.#settle({ kind: 'left' });
  }

  interrupt(denial: Denial): void {
    this.#fail({ denial, another: false });
  }

  early(): void {}

  switched(): void {
    this.#malformed('answers with another protocol');
  }

  head(head: ResponseHead): void {
    const { journey, steady } = this.#parts;
    this.#head = head;
    this.#attempt?.target.standing.answered();
    journey.answeredAt = steady();
    const [coding = 'identity'] = valuesOf('content-encoding', head.rawHeaders);
    if (coding.toLowerCase() !== 'identity') this.#malformed('is encoded though that was not asked for');
  }

  body(piece: Buffer): boolean {
    if (this.#over) return true;
    this.#bytes += piece.length;
    if (this.#bytes > mostBytes) this.#malformed(`has more than ${mostBytes} bytes`);
    else this.#pieces.push(Buffer.from(piece));
    return true;
  }

  end(): void {
    if (this.#over) return;
    const bytes = Buffer.concat(this.#pieces);
    const status = this.#head?.status ?? 0;
    const body = parsed(bytes);
    if (status >= 400) this.#refused(status, body);
    else if (status !== 200) this.#malformed(`has the status ${status}`);
    else if (typeof body !== 'object' || body === null || isError(body)) this.#malformed('is no answer');
    else this.#answered(bytes, body);
  }

  failed(failure: UpstreamFailure): void {
    if (this.#over) return;
    this.#wasSent = !cameNowhere(failure);
    if (failure.kind !== 'busy' && failure.kind !== 'waited')
      this.#attempt?.target.standing.failed(this.#parts.steady());
    this.#fail({ denial: failureDenial(failure), another: true });
  }

  #answered(bytes: Buffer, body: object): void {
    const { answer, door, question } = this.#parts;
    this.#ended = true;
    this.#count(plainUsage(door.wish, question.value, body));
    const guarded = guardPlainAnswer(bytes, door.wish, question.guards);
    if (guarded === undefined) {
      this.#malformed('is more than can be looked into');
      return;
    }
    if ('refused' in guarded) {
      this.#fail({ denial: new Denial('forward', guarded.refused), another: false });
      return;
    }
    this.#close();
    answer.whole(200, this.#named(guarded.bytes, body));
    this.#settle({ kind: 'answered', sound: true });
  }

  #named(bytes: Buffer, body: object): Buffer {
    const { told } = this.#parts;
    return told === undefined ? bytes : Buffer.from(told(bytes.toString('utf8'), body));
  }

  #count(usage: Usage | undefined): void {
    if (usage === undefined) return;
    const { trace, target, journey } = this.#parts;
    trace.usage = usage;
    trace.cost = costAt(target, usage, journey.at);
  }

  /** By its status, whatever it says beside. What it says of our key is for nobody but us. */
  #refused(status: number, body: unknown): void {
    this.#wasRefused = true;
    if (status === 401 || status === 402 || status === 403) {
      const denial = new Denial('forward', refusal('model_unavailable.refused'), {
        note: `It answered ${status}`,
      });
      this.#fail({ denial, another: true });
      return;
    }
    const [seconds = ''] = valuesOf('retry-after', this.#head?.rawHeaders ?? []);
    const read = spokenByProviders[this.#parts.door.protocol].readError(body, status);
    const told = sayableTo(this.#parts.question.guards, read);
    const failure: ModelFailure = /^\d{1,5}$/.test(seconds)
      ? { ...told, retryAfter: Number(seconds) * 1000 }
      : told;
    const { next } = afterFailure({ status, failure: read, tooSlow: false });
    this.#fail({ failure, denial: unread(`has the status ${status}`), another: next !== 'nobody' });
  }

  #malformed(note: string): void {
    const failure = new UpstreamFailure('malformed', { untouched: false, note });
    if (this.#told !== undefined) this.#told.failure = failure;
    this.#fail({ denial: unread(note), another: true });
  }

  #tooSlow(waitedMs: number): void {
    const failure = new UpstreamFailure('timeout', { untouched: false, waitedMs });
    if (this.#told !== undefined) this.#told.failure = failure;
    this.#attempt?.target.standing.failed(this.#parts.steady());
    this.#fail({ denial: failureDenial(failure), another: true });
  }

  #fail(failed: Omit<Extract<Outcome, { kind: 'failed' }>, 'kind' | 'written'>): void {
    if (this.#over) return;
    this.#close();
    this.#settle({ ...failed, kind: 'failed' });
  }

  #close(): void {
    this.#over = true;
    clearTimeout(this.#deadline);
    this.#attempt?.abort();
    this.#attempt = undefined;
  }
}

function withType(headers: readonly string[], type: string | undefined): readonly string[] {
  if (type === undefined) return headers;
  const at = headers.indexOf('content-type');
  return headers.with(at + 1, type);
}

/** Some say of an answer that there is no error. */
function isError(body: object): boolean {
  return 'error' in body && body.error !== null;
}

function unread(note: string): Denial {
  return new Denial('forward', refusal('model_unavailable.answer'), { note: `The answer ${note}` });
}

function parsed(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString('utf8'));
  } catch {
    return undefined;
  }
}
