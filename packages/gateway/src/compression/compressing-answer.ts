import type { Transform } from 'node:stream';
import {
  brotliCompressSync,
  constants,
  createBrotliCompress,
  createGzip,
  createZstdCompress,
  gzipSync,
  zstdCompressSync,
} from 'node:zlib';
import type { Answer, AnswerWatcher } from '../call/call.ts';
import { valuesOf } from '../request/values-of.ts';
import { type CompiledCompression, mayCompress, smallerHeaders } from './compile-compression.ts';
import type { Encoding } from './negotiate.ts';

type Compressor = Transform & { flush(): void };

const brotli = {
  params: {
    [constants.BROTLI_PARAM_QUALITY]: 4,
    [constants.BROTLI_PARAM_LGWIN]: 18,
  },
};
const zstd = {
  params: {
    [constants.ZSTD_c_compressionLevel]: 3,
    [constants.ZSTD_c_windowLog]: 18,
  },
};

const streams: Readonly<Record<Encoding, () => Compressor>> = {
  gzip: () => createGzip({ level: 6 }),
  br: () => createBrotliCompress(brotli),
  zstd: () => createZstdCompress(zstd),
};

const atOnce: Readonly<Record<Encoding, (whole: Buffer) => Buffer>> = {
  gzip: (whole) => gzipSync(whole, { level: 6 }),
  br: (whole) => brotliCompressSync(whole, brotli),
  zstd: (whole) => zstdCompressSync(whole, zstd),
};

/** Each holds up to a few megabytes outside the heap; the answers beyond them go as they are. */
const mostStreams = 128;
let running = 0;

type Held = readonly [status: number, headers: readonly string[], reason: string | undefined];

export interface CompressingOptions {
  readonly rules: CompiledCompression;
  /** What the client would rather have; undefined: the bytes as they are, and only told that it could choose. */
  readonly encoding: Encoding | undefined;
  readonly isHead: boolean;
}

/** The way back to a client that takes answers smaller: in pieces, as they come and as it reads. */
export class CompressingAnswer implements Answer {
  readonly #answer: Answer;
  readonly #options: CompressingOptions;
  #watcher: AnswerWatcher | undefined;
  /** Begun with what it is told, once it is known whether the body comes in one piece. */
  #held: Held | undefined;
  #stream: Compressor | undefined;
  #flushing = false;
  #ended = false;

  constructor(answer: Answer, options: CompressingOptions) {
    this.#answer = answer;
    this.#options = options;
  }

  get status(): number {
    return this.#held?.[0] ?? this.#answer.status;
  }

  get over(): boolean {
    return this.#answer.over;
  }

  get finished(): boolean {
    return this.#answer.finished;
  }

  watch(watcher: AnswerWatcher): void {
    this.#watcher = watcher;
    this.#answer.watch({
      readerMoves: () => {
        this.#stream?.resume();
        watcher.readerMoves();
      },
      closed: () => {
        this.#letGo();
        watcher.closed();
      },
    });
  }

  continue(): void {
    this.#answer.continue();
  }

  early(links: readonly string[]): void {
    this.#answer.early(links);
  }

  begin(status: number, headers: readonly string[], reason?: string, isWhole?: boolean): void {
    const { rules, encoding, isHead } = this.#options;
    if (!mayCompress(rules, status, headers)) {
      this.#answer.begin(status, headers, reason, isWhole);
      return;
    }
    const told = [...headers, 'vary', 'Accept-Encoding'];
    const isEmpty = isWhole === true && !isHead && status !== 304;
    if (encoding === undefined || isEmpty) this.#answer.begin(status, told, reason, isWhole);
    else if (status === 304) this.#answer.begin(status, smallerHeaders(told, undefined), reason, isWhole);
    else if (isHead) this.#answer.begin(status, smallerHeaders(told, encoding), reason, isWhole);
    else this.#hold([status, told, reason]);
  }

  write(piece: Buffer): boolean {
    if (this.#held !== undefined) this.#beginStream(this.#held);
    const stream = this.#stream;
    if (stream === undefined) return this.#answer.write(piece);
    if (this.#ended || this.over) return true;
    // The piece is its owner's again after this call, and the compressor reads it later.
    const roomLeft = stream.write(Buffer.from(piece));
    this.#flushSoon(stream);
    return roomLeft && !stream.isPaused();
  }

  end(rest?: Buffer | string, trailers: readonly string[] = []): void {
    if (this.#ended) return;
    const held = this.#held;
    if (held !== undefined && trailers.length === 0) {
      this.#held = undefined;
      this.#ended = true;
      this.#sendWhole(held, rest);
      return;
    }
    if (held !== undefined) this.#beginStream(held);
    this.#ended = true;
    const stream = this.#stream;
    if (stream === undefined) {
      this.#answer.end(rest, trailers);
      return;
    }
    stream.once('end', () => this.#answer.end(undefined, trailers));
    stream.end(rest);
  }

  cutOff(): void {
    this.#held = undefined;
    this.#letGo();
    this.#answer.cutOff();
  }

  /** A body that comes in this turn may be all of it; who waits longer for one sees the head meanwhile. */
  #hold(told: Held): void {
    this.#held = told;
    setImmediate(() => {
      if (this.#held === told && !this.over) this.#beginStream(told);
    });
  }

  #sendWhole([status, headers, reason]: Held, rest: Buffer | string = ''): void {
    const whole = Buffer.from(rest);
    const { encoding, rules } = this.#options;
    if (encoding === undefined || whole.length < Math.max(1, rules.minBytes)) {
      this.#answer.begin(status, headers, reason);
      this.#answer.end(whole);
      return;
    }
    const small = atOnce[encoding](whole);
    const length = ['content-length', String(small.length)];
    this.#answer.begin(status, [...smallerHeaders(headers, encoding), ...length], reason);
    this.#answer.end(small);
  }

  #beginStream([status, headers, reason]: Held): void {
    this.#held = undefined;
    const { encoding } = this.#options;
    if (encoding === undefined || running >= mostStreams || this.over) {
      this.#answer.begin(status, headers, reason);
      return;
    }
    running += 1;
    const stream = streams[encoding]();
    this.#stream = stream;
    this.#answer.begin(status, smallerHeaders(headers, encoding), reason);
    stream.on('data', (piece: Buffer) => {
      if (!this.#answer.write(piece)) stream.pause();
    });
    stream.on('drain', () => this.#watcher?.readerMoves());
    stream.once('error', () => this.cutOff());
    stream.once('close', () => {
      running -= 1;
    });
  }

  /** What has come in this turn goes on in the next one: whoever waits for it would wait for more otherwise. */
  #flushSoon(stream: Compressor): void {
    if (this.#flushing) return;
    this.#flushing = true;
    setImmediate(() => {
      this.#flushing = false;
      if (!this.#ended && !stream.destroyed) stream.flush();
    });
  }

  #letGo(): void {
    this.#stream?.destroy();
  }
}

/** Whether browsers send a request with what says who calls, wherever the page that asks comes from. */
export function isAmbient(headers: readonly string[], hasCertificate: boolean): boolean {
  if (hasCertificate || valuesOf('cookie', headers).length > 0) return true;
  return valuesOf('authorization', headers).some((value) => !/^(?:bearer|dpop) /i.test(value));
}
