import type { Protocol } from '@signet/ai';

/** All that seal anything. */
export const sealing: readonly Protocol[] = ['responses', 'anthropic', 'gemini'];

/** Where a client is pointed to, and what it holds for its key. */
export interface Site {
  /** Before the version that the protocol says: an SDK is given it, or it with that version. */
  readonly url: string;
  readonly token: string;
}

export interface Question {
  readonly model: string;
  readonly text: string;
  /** A PNG in base64. */
  readonly picture?: string;
  readonly tool?: Tool;
  /** Asked to think, in the words of the client. */
  readonly thinks?: boolean;
  readonly signal?: AbortSignal;
}

export interface Tool {
  readonly name: string;
  readonly description: string;
  readonly schema: Schema;
}

export type Schema = Readonly<Record<string, unknown>>;

export interface Said {
  readonly text: string;
  readonly calls: readonly { readonly name: string; readonly input: unknown }[];
  /** The next turn, as the client's own guide builds it: all so far, and the result of each call. */
  readonly goOn: (result: string) => Promise<Said>;
}

/** An official client as its users write it, unchanged: it is given an address and a key. */
export interface OfficialClient {
  readonly name: string;
  readonly speaks: Protocol;
  /** The ways in which it reads a stream. */
  readonly streams: readonly string[];
  readonly open: (site: Site) => Conversing;
}

export interface Conversing {
  ask(question: Question): Promise<Said>;
  /** What it makes of an answer that must be of this form. */
  fill(question: Question, schema: Schema): Promise<unknown>;
  stream(way: string, question: Question): AsyncIterable<string>;
  /** The status in an error of the client's own class; undefined in any other. */
  statusIn(error: unknown): number | undefined;
}

/** For clients whose types tell a signal from none. */
export function bySignal({ signal }: Question): { readonly signal?: AbortSignal } {
  return signal === undefined ? {} : { signal };
}

export function dataUrl(picture: string): string {
  return `data:image/png;base64,${picture}`;
}

/** Where a client gave nothing, that is a fault of the test at hand. */
export function given<T>(value: T | null | undefined, what: string): T {
  if (value === null || value === undefined) throw new TypeError(`The client gave no ${what}`);
  return value;
}

export function noWay(way: string): TypeError {
  return new TypeError(`The client reads no stream by ${way}`);
}
