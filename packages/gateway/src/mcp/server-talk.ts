import { Readable } from 'node:stream';
import { EventReader, type ServerEvent } from '@signet/ai';
import { refusal, type SteadyClock } from '@signet/contracts';
import { Denial } from '../denial.ts';
import { Attempt } from '../forwarding/attempt.ts';
import type { ResponseHandler } from '../http1/exchange.ts';
import type { ResponseHead } from '../http1/response-head.ts';
import { UpstreamFailure } from '../http1/upstream-failure.ts';
import type { Journey } from '../journey.ts';
import { valuesOf } from '../request/values-of.ts';
import type { AttemptTrace } from '../trace.ts';
import { isEventStream } from '../upstream/event-stream.ts';
import { failureDenial } from '../upstream/failure-denial.ts';
import type { CompiledMcp } from './compiled-mcp.ts';
import { type RpcMessage, readRpc } from './rpc-message.ts';

export interface TalkParts {
  readonly journey: Journey;
  readonly mcp: CompiledMcp;
  readonly steady: SteadyClock;
  /** The first of a request is 1. */
  readonly number: number;
  readonly method: 'POST' | 'GET' | 'DELETE';
  /** Name, value, name, value …: nothing of the caller's own. */
  readonly headers: readonly string[];
  readonly body: string | undefined;
  /** The id of the question, as it is written; undefined where nothing is answered. */
  readonly expects: string | undefined;
  /** It lasts for as long as somebody listens. */
  readonly lasts: boolean;
  /** A message on the way, and the answer last. False asks for a pause. */
  readonly hears: (message: RpcMessage) => boolean;
  /** Events come, one by one. What it answers ends the talk. */
  readonly streams: () => Denial | undefined;
}

export type TalkEnd =
  | { readonly kind: 'ended'; readonly status: number; readonly rawHeaders: readonly string[] }
  | { readonly kind: 'failed'; readonly denial: Denial }
  | { readonly kind: 'left' };

/** Of an answer that comes whole, and of one event. */
const mostBytes = 8 * 1024 * 1024;

/** One request to a server of tools, and the messages that come back. */
export class ServerTalk implements ResponseHandler {
  readonly #parts: TalkParts;
  readonly #settle: (end: TalkEnd) => void;
  readonly #events: EventReader = new EventReader({ mostOfOne: mostBytes });
  readonly #pieces: Buffer[] = [];
  #attempt: Attempt | undefined;
  #told: AttemptTrace | undefined;
  #head: ResponseHead | undefined;
  #bytes = 0;
  #streams = false;
  #over = false;
  #silence: NodeJS.Timeout | undefined;
  #deadline: NodeJS.Timeout | undefined;

  constructor(parts: TalkParts, settle: (end: TalkEnd) => void) {
    this.#parts = parts;
    this.#settle = settle;
  }

  start(): void {
    const { journey, mcp, steady, number, method, headers, body, lasts } = this.#parts;
    const { target: chosen, leftOut } = journey.live.upstream(mcp.upstream).choose(steady(), 0);
    const told: AttemptTrace = {
      ...{ step: 'forward', attempt: number, upstream: mcp.server, target: chosen.name },
      ...{ status: undefined, failure: undefined, keptBackCookie: false, leftOut, retriesSpent: false },
      ...{ contextGiven: false, token: undefined },
    };
    this.#told = told;
    journey.trace.tell(told);
    this.#attempt = new Attempt(chosen, told, this);
    this.#listen();
    if (!lasts) this.#deadline = setTimeout(() => this.#tooSlow(mcp.whole), mcp.whole);
    const bytes = body === undefined ? undefined : Buffer.from(body);
    this.#attempt.send({
      ...{ method, headers, target: chosen.basePath === '' ? '/' : chosen.basePath, host: chosen.host },
      body:
        bytes === undefined
          ? { kind: 'none' }
          : { kind: 'length', bytes: bytes.length, stream: Readable.from(bytes) },
    });
  }

  resume(): void {
    if (this.#over) return;
    this.#listen();
    this.#attempt?.resume();
  }

  /** The server is told at once. */
  leave(): void {
    this.#end({ kind: 'left' });
  }

  interrupt(denial: Denial): void {
    this.#end({ kind: 'failed', denial });
  }

  early(): void {}

  switched(): void {
    this.#malformed('changes the protocol');
  }

  head(head: ResponseHead): void {
    const { journey, steady, streams } = this.#parts;
    this.#head = head;
    this.#attempt?.target.standing.answered();
    journey.answeredAt ??= steady();
    const [coding = 'identity'] = valuesOf('content-encoding', head.rawHeaders);
    if (coding.toLowerCase() !== 'identity') {
      this.#malformed('is encoded though that was not asked for');
      return;
    }
    this.#streams = head.status === 200 && isEventStream(head.rawHeaders);
    if (!this.#streams) return;
    this.#attempt?.standApart();
    const denial = streams();
    if (denial !== undefined) this.#end({ kind: 'failed', denial });
  }

  body(piece: Buffer): boolean {
    if (this.#over) return true;
    this.#listen();
    if (this.#streams) {
      const roomLeft = this.#take(piece);
      // While the caller does not read, nobody is to blame that nothing comes.
      if (!roomLeft) clearTimeout(this.#silence);
      return roomLeft;
    }
    this.#bytes += piece.length;
    if (this.#bytes > mostBytes) this.#malformed(`has more than ${mostBytes} bytes`);
    else this.#pieces.push(Buffer.from(piece));
    return true;
  }

  end(): void {
    if (this.#over) return;
    const { expects } = this.#parts;
    if (!this.#streams) this.#answerWhole(Buffer.concat(this.#pieces));
    else if (this.#events.unfinished) this.#malformed('ended within an event');
    else if (expects !== undefined) this.#malformed('ended before the answer');
    else this.#ended();
  }

  failed(failure: UpstreamFailure): void {
    if (failure.kind !== 'busy' && failure.kind !== 'waited')
      this.#attempt?.target.standing.failed(this.#parts.steady());
    this.#end({ kind: 'failed', denial: failureDenial(failure) });
  }

  /** By status and body: what a server says to who has no right to ask is for nobody but us. */
  #answerWhole(bytes: Buffer): void {
    const status = this.#head?.status ?? 0;
    if (status === 401 || status === 403) {
      this.#end({ kind: 'failed', denial: refusedHere(status) });
      return;
    }
    const { expects, method } = this.#parts;
    if (expects === undefined) {
      // Whether there is such a session still, the status says.
      const isTold = [200, 202, 204, 404].includes(status);
      const isTaken = isTold || (method !== 'POST' && status < 500);
      if (isTaken) this.#ended();
      else this.#malformed(`has the status ${status}`);
      return;
    }
    if (status === 404 && bytes.length === 0) {
      this.#ended();
      return;
    }
    const text = textOf(bytes);
    const isAnswer = status === 200 || (status >= 400 && status < 600);
    if (text === undefined || !isAnswer) this.#malformed(`has the status ${status} and no text`);
    // A server that knows a session no longer says so by its status alone.
    else if (status === 404 && typeof readRpc(text) === 'string') this.#ended();
    else this.#message(text);
  }

  #take(piece: Buffer): boolean {
    let events: readonly ServerEvent[];
    try {
      events = this.#events.read(piece);
    } catch {
      this.#malformed('has an event that is too long, or no text');
      return true;
    }
    let roomLeft = true;
    for (const { data } of events) {
      if (this.#over) return true;
      // By an empty one a server says where a stream could be taken up again.
      if (data !== '') roomLeft = this.#message(data) && roomLeft;
    }
    return roomLeft;
  }

  /** An answer to another question, such as one that was asked in the name of somebody else, is none here. */
  #message(text: string): boolean {
    const message = readRpc(text);
    if (typeof message === 'string') return this.#malformed(`has ${message}`);
    const { expects, hears } = this.#parts;
    if (message.kind !== 'response') return hears(message);
    if (expects === undefined || (message.id !== expects && message.id !== undefined))
      return this.#malformed('answers what was not asked');
    if (message.id === undefined && this.#streams) return this.#malformed('answers nobody');
    const roomLeft = hears(message);
    this.#ended();
    return roomLeft;
  }

  #malformed(note: string): boolean {
    const failure = new UpstreamFailure('malformed', { untouched: false, note });
    if (this.#told !== undefined) this.#told.failure = failure;
    this.#end({ kind: 'failed', denial: unreadable(note) });
    return true;
  }

  #tooSlow(waitedMs: number): void {
    const failure = new UpstreamFailure('timeout', { untouched: false, waitedMs });
    if (this.#told !== undefined) this.#told.failure = failure;
    this.#attempt?.target.standing.failed(this.#parts.steady());
    this.#end({ kind: 'failed', denial: failureDenial(failure) });
  }

  /** From now on so much silence is too much; whoever only listens may hear nothing for long. */
  #listen(): void {
    const { mcp, lasts } = this.#parts;
    clearTimeout(this.#silence);
    if (lasts && this.#head !== undefined) return;
    this.#silence = setTimeout(() => this.#tooSlow(mcp.idle), mcp.idle);
  }

  #ended(): void {
    const status = this.#head?.status ?? 0;
    if (!this.#over && this.#told !== undefined && status < 400) this.#told.complete = true;
    this.#end({
      kind: 'ended',
      status,
      rawHeaders: this.#head?.rawHeaders ?? [],
    });
  }

  #end(end: TalkEnd): void {
    if (this.#over) return;
    this.#over = true;
    clearTimeout(this.#silence);
    clearTimeout(this.#deadline);
    this.#attempt?.abort();
    this.#attempt = undefined;
    this.#settle(end);
  }
}

export function unreadable(note: string): Denial {
  return new Denial('forward', refusal('mcp_unavailable.answer'), { note: `The answer ${note}` });
}

function refusedHere(status: number): Denial {
  return new Denial('forward', refusal('mcp_unavailable.refused'), { note: `It answered ${status}` });
}

function textOf(bytes: Buffer): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
