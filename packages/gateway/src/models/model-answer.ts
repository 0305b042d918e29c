import { heartbeat, type ModelFailure, type Protocol } from '@signet/ai';
import { cacheStatus } from '../cache/cache-status.ts';
import type { Journey } from '../journey.ts';
import { rateLimitFields } from '../limits/rate-limit-fields.ts';
import type { KeptModelAnswer } from '../model-cache/model-answers.ts';
import { budgetFields } from '../spending/budget-fields.ts';
import { lossesTold, type ModelTrace } from './model-trace.ts';
import { spoken } from './spoken.ts';
import { StreamLife } from './stream-life.ts';

/** Of the headers that tell of losses. */
const mostHeader = 1_024;

/** The way back to a caller of a model: whole, or event by event. */
export class ModelAnswer {
  readonly #journey: Journey;
  readonly #trace: ModelTrace;
  readonly #hidesLosses: boolean;
  /** Is told all of a good answer but for the signs of life. */
  readonly #record: (piece: Buffer) => void;
  readonly #life: StreamLife;

  constructor(
    journey: Journey,
    trace: ModelTrace,
    hidesLosses: boolean,
    record: (piece: Buffer) => void = () => undefined,
  ) {
    this.#journey = journey;
    this.#trace = trace;
    this.#hidesLosses = hidesLosses;
    this.#record = record;
    this.#life = new StreamLife({
      beat: () => void this.#write(heartbeat),
      cutOff: () => this.#journey.answer.cutOff(),
    });
  }

  get begun(): boolean {
    return this.#journey.answer.status !== 0;
  }

  whole(status: number, body: Buffer | string, more: readonly string[] = []): void {
    const bytes = typeof body === 'string' ? Buffer.from(body) : body;
    const headers = ['content-type', 'application/json', 'content-length', String(bytes.length)];
    this.#begin(status, [...headers, ...this.#costTold(), ...more]);
    if (status === 200) this.#record(bytes);
    this.#journey.answer.end(bytes);
  }

  /** What was recorded of an answer before, as it came then: a stream is one again. */
  again({ isStream, body }: KeptModelAnswer): void {
    const type = isStream ? 'text/event-stream; charset=utf-8' : 'application/json';
    const headers = ['content-type', type, 'content-length', String(body.length)];
    this.#begin(200, [...headers, ...this.#costTold(), 'cache-status', cacheStatus({})]);
    this.#journey.answer.end(body);
  }

  /** The provider's error, or what became of its answer, as the caller's protocol says it. @param isLast nobody else is asked */
  failure(caller: Protocol, failure: ModelFailure, isLast: boolean): void {
    const { status } = failure;
    const sound = status >= 400 && status <= 599 ? failure : { ...failure, status: 502 };
    const retry =
      failure.retryAfter === undefined ? [] : ['retry-after', String(Math.ceil(failure.retryAfter / 1000))];
    const body = JSON.stringify(spoken[caller].writeError(sound));
    this.whole(spoken[caller].status(sound), body, [
      ...retry,
      ...(isLast ? ['x-should-retry', 'false'] : []),
    ]);
  }

  /** From now on a stream may be silent for long, and is kept alive. */
  watch(): void {
    this.#life.begin();
  }

  /** False when the caller has enough to read for now. */
  stream(piece: Buffer | string): boolean {
    if (piece.length > 0) this.#record(Buffer.from(piece));
    return this.#write(piece);
  }

  #write(piece: Buffer | string): boolean {
    const { answer } = this.#journey;
    if (piece.length === 0 || answer.over) return true;
    if (!this.begun) this.#begin(200, ['content-type', 'text/event-stream; charset=utf-8']);
    this.#life.spoke();
    const roomLeft = answer.write(typeof piece === 'string' ? Buffer.from(piece) : piece);
    if (!roomLeft) this.#life.awaitReader(this.#journey.live.snapshot.gateway.requestTimeout);
    return roomLeft;
  }

  end(): void {
    this.#journey.answer.end();
  }

  /**
   * Whoever reads a stream must see that this is no end: an error in its protocol, and then no connection any more. Resolves when
   * the error is on its way, so that the connection may be cut off.
   */
  fail(error: string): Promise<void> {
    this.stream(error);
    this.close();
    // What is written in one turn of the loop goes at its end.
    return new Promise((gone) => setImmediate(() => setImmediate(gone)));
  }

  readerMoves(): void {
    this.#life.readerMoves();
  }

  close(): void {
    this.#life.end();
  }

  #begin(status: number, own: readonly string[]): void {
    const journey = this.#journey;
    const { reference, trace, shape } = journey;
    const lost = this.#hidesLosses ? '' : lossesTold(this.#trace.losses, mostHeader);
    const headers = [
      ...['signet-reference', reference, 'cache-control', 'no-store', 'x-content-type-options', 'nosniff'],
      ...own,
      ...this.#targetTold(),
      ...(lost === '' ? [] : ['signet-losses', lost]),
      ...rateLimitFields(trace.told),
      ...budgetFields(trace.told, journey.at),
    ];
    journey.status = status;
    journey.answer.begin(status, shape?.shape(headers, 'answer') ?? headers);
  }

  #targetTold(): readonly string[] {
    const { target, prompt } = this.#trace;
    // Whoever asks a prompt is told its version, and knows of no model.
    if (prompt !== undefined) return ['signet-prompt', prompt];
    return target === undefined ? [] : ['signet-model', `${target.provider}/${target.model}`];
  }

  #costTold(): readonly string[] {
    const { cost } = this.#trace;
    if (cost === undefined) return [];
    const told =
      cost.kind === 'known' ? `${(cost.micros / 1_000_000).toFixed(6)} ${cost.currency}` : 'unknown';
    return ['signet-cost', told];
  }
}
