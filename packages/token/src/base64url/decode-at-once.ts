/** ECMAScript 2026; absent in older runtimes, as is the way back. */
const { fromBase64 }: Partial<Pick<Uint8ArrayConstructor, 'fromBase64'>> = Uint8Array;

/**
 * The quick way for nearly every text, by the runtime: undefined where anything departs from the canonical form, and
 * where the runtime has no such way. It reads more than that form (white space, padding, stray bits): what it read
 * counts only when it writes the same text again.
 */
export function decodeAtOnce(text: string): Uint8Array<ArrayBuffer> | undefined {
  try {
    const bytes = fromBase64?.(text, { alphabet: 'base64url' });
    return bytes?.toBase64({ alphabet: 'base64url', omitPadding: true }) === text ? bytes : undefined;
  } catch (error) {
    // It has exactly one way to say "not base64".
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
