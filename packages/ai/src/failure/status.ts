/** What providers call their errors, wherever no status of HTTP comes with it: inside a stream, or inside a 200. */
const byWord: readonly (readonly [RegExp, number])[] = [
  [/insufficient_quota|rate_limit|too_many_requests|resource_exhausted|^(?:requests|tokens)$/i, 429],
  [/overloaded/i, 529],
  [/authentication|unauthenticated|invalid_api_key/i, 401],
  [/billing|payment/i, 402],
  [/permission|forbidden/i, 403],
  [/not_found/i, 404],
  [/too_large/i, 413],
  [/timeout|deadline_exceeded/i, 504],
  [/invalid|unsupported|context_length|content_policy|content_filter|bad_request/i, 400],
  [/unavailable/i, 503],
  [/server_error|api_error|internal/i, 500],
];

/** The status that an error would have had; 502 for one whose words nobody knows. */
export function statusOf(words: readonly (string | undefined)[]): number {
  for (const word of words) {
    const found = word === undefined ? undefined : byWord.find(([pattern]) => pattern.test(word));
    if (found !== undefined) return found[1];
  }
  return 502;
}

/** A number that can be the status of an error. */
export function isErrorStatus(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 400 && value <= 599;
}
