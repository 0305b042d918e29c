import { valuesOf } from '../request/values-of.ts';
import { readHttpDate } from './http-date.ts';

/** Which part of a whole answer its client gets. */
export type Part =
  | { readonly kind: 'whole' }
  /** The client has it already. */
  | { readonly kind: 'unchanged' }
  | { readonly kind: 'range'; readonly from: number; readonly to: number }
  | { readonly kind: 'unsatisfiable' };

/**
 * What a client that has a part already, or wants one, is answered (RFC 9110 §13.2.2). Several ranges at once are answered by the
 * whole, as everyone may.
 * @param asked headers of the request @param kept those of the answer
 */
export function partOf(
  asked: readonly string[],
  kept: readonly string[],
  { status, bytes }: { readonly status: number; readonly bytes: number },
): Part {
  if (status !== 200) return { kind: 'whole' };
  const [etag] = valuesOf('etag', kept);
  const [modified] = valuesOf('last-modified', kept);
  const tags = valuesOf('if-none-match', asked);
  if (tags.length > 0) {
    if (namesTag(tags.join(','), etag)) return { kind: 'unchanged' };
  } else if (notModified(valuesOf('if-modified-since', asked), modified)) return { kind: 'unchanged' };
  const [range, ...more] = valuesOf('range', asked);
  if (range === undefined || more.length > 0 || !stillHolds(valuesOf('if-range', asked), etag, modified))
    return { kind: 'whole' };
  return rangeOf(range, bytes);
}

/** By weak comparison (RFC 9110 §8.8.3.2). */
function namesTag(list: string, etag: string | undefined): boolean {
  if (list.trim() === '*') return true;
  if (etag === undefined) return false;
  return list.split(',').some((tag) => opaque(tag.trim()) === opaque(etag));
}

function opaque(tag: string): string {
  return tag.replace(/^W\//, '');
}

function notModified(values: readonly string[], modified: string | undefined): boolean {
  const [since, ...more] = values.map(readHttpDate);
  const at = readHttpDate(modified);
  return more.length === 0 && since !== undefined && at !== undefined && at <= since;
}

/** By strong comparison: a part of another version must not be put behind what the client has (RFC 9110 §13.1.5). */
function stillHolds(
  values: readonly string[],
  etag: string | undefined,
  modified: string | undefined,
): boolean {
  const [held, ...more] = values;
  if (held === undefined) return true;
  if (more.length > 0) return false;
  if (held.startsWith('"')) return held === etag;
  return !held.startsWith('W/') && held === modified;
}

function rangeOf(text: string, bytes: number): Part {
  const [, first, last] = /^bytes=(\d{0,15})-(\d{0,15})$/i.exec(text.trim()) ?? [];
  if (first === undefined || last === undefined || (first === '' && last === '')) return { kind: 'whole' };
  if (first === '') {
    const length = Math.min(Number(last), bytes);
    return length === 0 ? { kind: 'unsatisfiable' } : { kind: 'range', from: bytes - length, to: bytes };
  }
  const from = Number(first);
  if (last !== '' && Number(last) < from) return { kind: 'whole' };
  if (from >= bytes) return { kind: 'unsatisfiable' };
  return { kind: 'range', from, to: last === '' ? bytes : Math.min(Number(last) + 1, bytes) };
}
