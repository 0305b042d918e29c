/** What is known of a request where a condition is asked. */
export interface AskedRequest {
  /** Upper case. */
  readonly method: string;
  /** Canonical, without the query. */
  readonly path: string;
  /** In lower case, without a port. */
  readonly host: string;
  /** As it came; with or without its `?`. */
  readonly query: string;
  /** Name, value, name, value … */
  readonly headers: readonly string[];
  /** A header says that the request is to be taken for one of another method, which some servers believe. */
  readonly overridesMethod: () => boolean;
}

const mostParameters = 64;

/**
 * Each parameter by its name.
 * @throws Error where one stands there twice, or the query can be read in two ways: servers differ in which one they take
 */
export function queryParameters(query: string): Readonly<Record<string, string>> {
  if (query.includes(';')) throw new Error('A query that can be split in two ways');
  const values = new Map<string, string>();
  for (const [name, value] of new URLSearchParams(query)) {
    if (values.has(name) || values.size >= mostParameters) throw new Error('A parameter that came twice');
    values.set(name, value);
  }
  return Object.fromEntries(values);
}

/** What lets somebody in, and what is of a connection and not of the request (RFC 9110 §7.6.1): for no condition to read. */
const unread: ReadonlySet<string> = new Set([
  ...['authorization', 'proxy-authorization', 'cookie', 'x-csrf-token'],
  ...[
    'host',
    'connection',
    'keep-alive',
    'proxy-connection',
    'te',
    'trailer',
    'transfer-encoding',
    'upgrade',
  ],
  ...['content-length', 'expect', 'via'],
]);

/** Each header by its name in lower case; several of a name are joined with commas (RFC 9110 §5.3). */
export function headerValues(headers: readonly string[]): Readonly<Record<string, string>> {
  const values = new Map<string, string>();
  for (let at = 0; at + 1 < headers.length; at += 2) {
    const name = (headers[at] ?? '').toLowerCase();
    if (unread.has(name)) continue;
    const before = values.get(name);
    const value = headers[at + 1] ?? '';
    values.set(name, before === undefined ? value : `${before}, ${value}`);
  }
  return Object.fromEntries(values);
}
