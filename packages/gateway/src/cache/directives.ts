/** The most seconds that a directive may say (RFC 9111 §1.2.2). */
const mostSeconds = 2_147_483_647;

const timed: ReadonlySet<string> = new Set([
  'max-age',
  's-maxage',
  'stale-while-revalidate',
  'stale-if-error',
  'min-fresh',
  'max-stale',
]);

/** Of an answer or a request, by name in lower case; empty where a directive has no value. */
export type Directives = ReadonlyMap<string, string>;

/**
 * Reads `Cache-Control` in one way only: names in any case, values with or without quotes, the shorter of two times, and a time
 * that is no number as none at all. A quote without an end could hide anything, so that nothing is stored then.
 * @param values of all its lines
 */
export function readDirectives(values: readonly string[]): Directives {
  const found = new Map<string, string>();
  for (const part of partsOf(values.join(','))) {
    const equals = part.indexOf('=');
    const name = (equals === -1 ? part : part.slice(0, equals)).trim().toLowerCase();
    const value = equals === -1 ? undefined : part.slice(equals + 1).trim();
    if (name !== '') found.set(name, joined(name, found.get(name), value));
  }
  if (values.join(',').split('"').length % 2 === 0) found.set('no-store', '');
  return found;
}

/** Seconds; undefined where it is not said. */
export function secondsOf(directives: Directives, name: string): number | undefined {
  const value = directives.get(name);
  return value === undefined || value === '' ? undefined : Number(value);
}

/** In the words that the library reads. */
export function writeDirectives(directives: Directives): string {
  return [...directives].map(([name, value]) => (value === '' ? name : `${name}=${value}`)).join(', ');
}

function joined(name: string, before: string | undefined, value: string | undefined): string {
  // Which fields `private` and `no-cache` name does not matter: the whole answer is taken for what they say.
  if (!timed.has(name)) return '';
  if (value === undefined) return name === 'max-stale' ? (before ?? '') : '0';
  const bare = value.replace(/^"(.*)"$/, '$1');
  const seconds = /^\d+$/.test(bare) ? Math.min(Number(bare), mostSeconds) : 0;
  return String(before === undefined || before === '' ? seconds : Math.min(seconds, Number(before)));
}

function partsOf(text: string): readonly string[] {
  const parts: string[] = [];
  let from = 0;
  let quoted = false;
  for (let at = 0; at < text.length; at += 1) {
    if (text[at] === '"') quoted = !quoted;
    if (text[at] !== ',' || quoted) continue;
    parts.push(text.slice(from, at));
    from = at + 1;
  }
  return [...parts, text.slice(from)];
}
