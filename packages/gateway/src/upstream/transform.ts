import type { RouteConfiguration, TemplatePart } from '@signet/contracts';
import { rewriting } from '../answers/own-answer.ts';
import { claimAt, claimText } from '../token/claim-at.ts';
import { headerValue } from './header-value.ts';

/** What is filled in, of a request that was admitted. */
export interface Filling {
  /** Canonical. */
  readonly path: string;
  readonly token?: { readonly claims: Readonly<Record<string, unknown>> };
}

type Fill = (admitted: Filling) => string | undefined;

/** What a route changes of a request before its upstream gets it. */
export interface CompiledTransform {
  /** It changes requests, and not only answers. */
  readonly changesRequests: boolean;
  readonly path: ((path: string) => string) | undefined;
  /** Those of a client that go on. @param headers name, value, name, value … */
  readonly kept: (headers: readonly string[]) => string[];
  /** Those that are written: name, value, name, value … */
  readonly written: (admitted: Filling) => readonly string[];
  /** @param query with its `?`, or empty */
  readonly query: (query: string, admitted: Filling) => string;
}

export function compileTransform({ transform, match }: RouteConfiguration): CompiledTransform | undefined {
  if (transform === undefined) return undefined;
  const { path, headers = {}, query = {} } = transform;
  const { set = {}, add = {}, remove = [] } = headers;
  const gone = new Set([...Object.keys(set), ...remove]);
  const written = [...Object.entries(set), ...Object.entries(add)].map(
    ([name, parts]) => [name, filling(parts, match.path, headerValue, (text) => text)] as const,
  );
  const parameters = Object.entries(query.set ?? {}).map(
    ([name, parts]) => [name, filling(parts, match.path, asParameter, undone)] as const,
  );
  const unnamed = new Set([...Object.keys(query.set ?? {}), ...(query.remove ?? [])].map(folded));
  const changesRequests =
    path !== undefined || transform.headers !== undefined || transform.query !== undefined;
  return Object.freeze({
    changesRequests,
    path: path === undefined ? undefined : rewriting(path, match.path),
    kept: (given: readonly string[]) => (gone.size === 0 ? given.slice() : without(given, gone)),
    written: (admitted: Filling) => filled(written, admitted).flat(),
    query: (given: string, admitted: Filling) => {
      if (transform.query === undefined) return given;
      const pieces = unnamed.size === 0 ? given.slice(1) : withoutParameters(given.slice(1), unnamed);
      const own = filled(parameters, admitted).map(([name, value]) => `${name}=${value}`);
      const all = [...(pieces === '' ? [] : [pieces]), ...own];
      return all.length === 0 ? '' : `?${all.join('&')}`;
    },
  });
}

/** What lacks a claim of its own is not written at all: half of it could be taken for another whole. */
function filled(
  lines: readonly (readonly [name: string, fill: Fill])[],
  admitted: Filling,
): (readonly [string, string])[] {
  return lines.flatMap(([name, fill]) => {
    const value = fill(admitted);
    return value === undefined ? [] : [[name, value] as const];
  });
}

/** @param segment makes of a segment of the path, in its canonical spelling, what is written */
function filling(
  parts: readonly TemplatePart[],
  pattern: string,
  text: (text: string) => string | undefined,
  segment: (segment: string) => string,
): Fill {
  const fills = parts.map((part): Fill => {
    if (typeof part === 'string') {
      const fixed = text(part);
      return () => fixed;
    }
    if ('parameter' in part) {
      const isRest = pattern.endsWith(`{${part.parameter}*}`);
      const find = rewriting(`{${part.parameter}${isRest ? '*' : ''}}`, pattern);
      return ({ path }) => text(segment(find(path)));
    }
    return (admitted) => {
      const value = claimText(claimAt(admitted.token?.claims ?? {}, part.claim));
      return value === undefined || value === '' ? undefined : text(value);
    };
  });
  return (admitted) => {
    let whole = '';
    for (const fill of fills) {
      const piece = fill(admitted);
      if (piece === undefined) return undefined;
      whole += piece;
    }
    return whole;
  };
}

/** Nothing of a value ends it, or begins another; what has no UTF-8 is none, as two values must not become one. */
function asParameter(text: string): string | undefined {
  return text.isWellFormed() ? encodeURIComponent(text) : undefined;
}

function undone(segment: string): string {
  return decodeURIComponent(segment);
}

/** By what servers take for the same name: some read `x.tenant` as `x-tenant`. */
function without(headers: readonly string[], names: ReadonlySet<string>): string[] {
  const kept: string[] = [];
  for (let at = 0; at + 1 < headers.length; at += 2) {
    const [name = '', value = ''] = [headers[at], headers[at + 1]];
    if (!names.has(name.toLowerCase().replace(/[^a-z0-9-]/g, '-'))) kept.push(name, value);
  }
  return kept;
}

/** However a name is escaped, in whatever case, and behind a `;` as well: whoever reads it otherwise must not find it. */
function withoutParameters(query: string, names: ReadonlySet<string>): string {
  const isGone = (part: string) =>
    [...new URLSearchParams(part).keys()].some((name) => names.has(folded(name)));
  return query
    .split('&')
    .filter((piece) => !(isGone(piece) || piece.split(';').some(isGone)))
    .join('&');
}

/** PHP reads dots and blanks in names as `_`, and cuts them off at `[`. */
function folded(name: string): string {
  return (name.trim().toLowerCase().split('[', 1)[0] ?? '').replace(/[. ]/g, '_');
}
