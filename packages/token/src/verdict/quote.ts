const usualLongest = 200;

/**
 * Text of a token made fit for a sentence, a log line or a terminal: at most `longest` characters (200), with control,
 * direction-changing and invisible characters written as escapes (CWE-117).
 */
export function quote(text: string, longest: number = usualLongest): string {
  const clipped = text.length > longest ? `${text.slice(0, longest - 1)}…` : text;
  return clipped.replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\u115f\u1160\u3164\uffa0]/gu, escapeCharacter);
}

/** Any JSON value of a token, made fit for a sentence. */
export function quoteValue(value: unknown): string {
  if (typeof value === 'string') return quote(value);
  try {
    return quote(JSON.stringify(value) ?? String(value));
  } catch (error) {
    // The one thing that JSON from outside can do to this: nest deeper than the stack.
    if (error instanceof RangeError) return 'a value that is nested too deep to be shown';
    throw error;
  }
}

/** `a`, `b` or `c`: a bounded list for sentences. */
export function quoteList(texts: readonly string[]): string {
  const shown = texts.slice(0, 5).join(', ');
  return quote(texts.length > 5 ? `${shown} and ${texts.length - 5} more` : shown);
}

function escapeCharacter(character: string): string {
  return `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`;
}
