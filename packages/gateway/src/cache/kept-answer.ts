import { valuesOf } from '../request/values-of.ts';
import { responseHeaders } from '../upstream/response-headers.ts';
import type { Freshness } from './freshness.ts';
import { readHttpDate } from './http-date.ts';

/** An answer as it is kept: whole, and rid of what concerned the connection it came on. */
export interface KeptAnswer {
  readonly key: string;
  readonly route: string;
  readonly epoch: string;
  readonly resource: string;
  readonly path: string;
  readonly status: number;
  readonly reason: string;
  /** Name, value, name, value …, without `Age` and `Content-Length`. */
  readonly headers: readonly string[];
  readonly body: Buffer;
  /** What of the request it depends on: names in lower case, each with the value there was. */
  readonly vary: ReadonlyMap<string, string>;
  readonly freshness: Freshness;
}

const notKept: ReadonlySet<string> = new Set(['signet-reference', 'age', 'content-length', 'cache-status']);

/** @param wall milliseconds since the epoch, for an answer that does not say when it was made */
export function keptHeaders(status: number, raw: readonly string[], wall: number): readonly string[] {
  const { headers } = responseHeaders(status, raw, '');
  const kept = headers.filter((_, at) => !notKept.has((headers[at - (at % 2)] ?? '').toLowerCase()));
  if (valuesOf('date', kept).length === 0) kept.push('date', new Date(wall).toUTCString());
  return kept;
}

/** What of a request an answer depends on; undefined where it depends on everything. */
export function varyOf(
  headers: readonly string[],
  outgoing: readonly string[],
): ReadonlyMap<string, string> | undefined {
  const names = valuesOf('vary', headers)
    .flatMap((value) => value.split(','))
    .map((name) => name.trim().toLowerCase())
    .filter((name) => name !== '');
  if (names.includes('*')) return undefined;
  // Who lets one origin read an answer and says nothing of it would let a page of another read nothing.
  const allowed = valuesOf('access-control-allow-origin', headers);
  if (allowed.some((origin) => origin.trim() !== '*')) names.push('origin');
  return new Map(names.map((name) => [name, said(outgoing, name)]));
}

export function suits({ vary }: Pick<KeptAnswer, 'vary'>, outgoing: readonly string[]): boolean {
  for (const [name, value] of vary) if (said(outgoing, name) !== value) return false;
  return true;
}

/** In one spelling of blanks; that a header is missing is not the same as that it is empty. */
function said(headers: readonly string[], name: string): string {
  const values = valuesOf(name, headers);
  if (values.length === 0) return '';
  return `=${values
    .flatMap((value) => value.split(','))
    .map((part) => part.trim())
    .join(',')}`;
}

/** The headers of a `304` in place of those that are kept (RFC 9111 §3.2). */
export function freshened(headers: readonly string[], said: readonly string[]): readonly string[] {
  const names = new Set(said.filter((_, at) => at % 2 === 0).map((name) => name.toLowerCase()));
  const stays = (name: string) => !names.has(name) || ofBody.test(name);
  return [
    ...headers.filter((_, at) => stays((headers[at - (at % 2)] ?? '').toLowerCase())),
    ...said.filter((_, at) => !ofBody.test((said[at - (at % 2)] ?? '').toLowerCase())),
  ];
}

const ofBody = /^content-(?:length|encoding|range|type)$/;

export interface Validators {
  readonly etag: string | undefined;
  readonly lastModified: string | undefined;
}

/** Undefined where it has none by which its upstream could be asked whether it has changed. */
export function validatorsOf(headers: readonly string[]): Validators | undefined {
  const [etag, ...more] = valuesOf('etag', headers);
  const [lastModified] = valuesOf('last-modified', headers);
  const sound =
    more.length === 0 && etag !== undefined && /^(?:W\/)?"[\x21\x23-\x7e]*"$/.test(etag) ? etag : undefined;
  const dated = readHttpDate(lastModified) === undefined ? undefined : lastModified;
  return sound === undefined && dated === undefined ? undefined : { etag: sound, lastModified: dated };
}
