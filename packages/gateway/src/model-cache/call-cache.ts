import type { Fill, FillEnd } from '../cache/fill.ts';
import type { CompiledModelCache } from './compile-model-cache.ts';
import type { AnswerFacts, KeptModelAnswer, ModelAnswers } from './model-answers.ts';

export interface CallCacheParts {
  readonly answers: ModelAnswers;
  readonly cache: CompiledModelCache;
  readonly key: string;
  readonly route: string;
  /** The caller takes what is kept; otherwise it asks anew, and its answer is kept in place of that. */
  readonly takesKept: boolean;
}

/** How long a caller waits for the answer to the same question of another, and how often, before it asks for itself. */
const longestWait = 60_000;
const mostWaits = 3;

/** What one call has to do with the answers that are kept. */
export class CallCache {
  readonly #parts: CallCacheParts;
  #fill: Fill | undefined;
  #pieces: Buffer[] = [];
  #bytes = 0;
  #tooLong = false;

  constructor(parts: CallCacheParts) {
    this.#parts = parts;
  }

  /**
   * The answer that is kept, perhaps once another call has it. Where there is none this call is to ask, and others may wait
   * for its answer.
   * @param stop nobody waits any more
   */
  async find(stop: AbortSignal): Promise<KeptModelAnswer | undefined> {
    const { answers, cache, key, route, takesKept } = this.#parts;
    for (let waits = 0; takesKept && !stop.aborted; waits += 1) {
      const kept = answers.find(key, cache.keepFor);
      if (kept !== undefined) return kept;
      const underWay = waits < mostWaits ? answers.flightOf(key) : undefined;
      const end = underWay === undefined ? undefined : await waitFor(underWay, stop);
      if (end !== 'kept' && end !== 'left') break;
    }
    if (!stop.aborted) this.#fill = answers.begin(key, route);
    return undefined;
  }

  /** What its caller gets of the answer. */
  take(piece: Buffer): void {
    const { answers, cache } = this.#parts;
    if (this.#fill === undefined || this.#tooLong) return;
    if (this.#bytes + piece.length > cache.maxBodyBytes || !answers.hold(piece.length)) {
      this.#tooLong = true;
      this.#letGo();
      return;
    }
    this.#bytes += piece.length;
    this.#pieces.push(Buffer.from(piece));
  }

  /** It is whole, and nothing speaks against giving it again. */
  keep({ target, upstream, usage, cost, losses }: AnswerFacts, isStream: boolean): void {
    const { answers, cache, route } = this.#parts;
    const fill = this.#fill;
    if (fill === undefined) return;
    const body = Buffer.concat(this.#pieces);
    const facts = { target, upstream, usage, cost, losses };
    const isKept =
      body.length > 0 && answers.keep(fill, { ...facts, route, epoch: cache.epoch, isStream, body });
    this.drop(isKept ? 'kept' : 'not-kept');
  }

  /** Does nothing where it has ended. */
  drop(end: FillEnd): void {
    const fill = this.#fill;
    if (fill === undefined) return;
    this.#fill = undefined;
    this.#letGo();
    this.#parts.answers.close(fill);
    fill.end(end);
  }

  #letGo(): void {
    this.#parts.answers.release(this.#bytes);
    this.#bytes = 0;
    this.#pieces = [];
  }
}

function waitFor(fill: Fill, stop: AbortSignal): Promise<FillEnd | 'too-long'> {
  return new Promise((heard) => {
    let takeBack: () => void = () => undefined;
    const end = (what: FillEnd | 'too-long') => {
      clearTimeout(timer);
      stop.removeEventListener('abort', giveUp);
      takeBack();
      heard(what);
    };
    const giveUp = () => end('too-long');
    const timer = setTimeout(giveUp, longestWait);
    stop.addEventListener('abort', giveUp);
    takeBack = fill.wait(end);
  });
}
