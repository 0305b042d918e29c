import type { Validators } from './kept-answer.ts';

const conditional: ReadonlySet<string> = new Set(['if-none-match', 'if-modified-since', 'if-range', 'range']);

/** Whether a request asks for less than the whole answer. */
export function hasConditions(headers: readonly string[]): boolean {
  return headers.some((name, at) => at % 2 === 0 && conditional.has(name.toLowerCase()));
}

/** The request for the whole answer, whatever its client has. */
export function withoutConditions(headers: readonly string[]): readonly string[] {
  return headers.filter((_, at) => !conditional.has((headers[at - (at % 2)] ?? '').toLowerCase()));
}

/** The question whether what is kept has changed (RFC 9111 §4.3.1). */
export function withValidators(
  headers: readonly string[],
  { etag, lastModified }: Validators,
): readonly string[] {
  return [
    ...withoutConditions(headers),
    ...(etag === undefined ? [] : ['if-none-match', etag]),
    ...(lastModified === undefined ? [] : ['if-modified-since', lastModified]),
  ];
}
