/** ECMAScript 2026; absent in older runtimes, as is the way back. */
const { fromBase64 }: Partial<Pick<Uint8ArrayConstructor, 'fromBase64'>> = Uint8Array;
const { toBase64 }: Partial<Pick<Uint8Array, 'toBase64'>> = Uint8Array.prototype;

/**
 * The quick way for nearly every text, by the runtime: undefined where anything departs from the canonical form, and
 * where the runtime has no such way. It reads more than that form (white space, padding, stray bits): what it read
 * counts only when it writes the same text again.
 */
export function decodeAtOnce(text: string): Uint8Array<ArrayBuffer> | undefined {
  if (fromBase64 === undefined || toBase64 === undefined) return undefined;
  try {
    const bytes = fromBase64(text, { alphabet: 'base64url' });
    const again = Reflect.apply(toBase64, bytes, [{ alphabet: 'base64url', omitPadding: true }]);
    return again === text ? bytes : undefined;
  } catch (error) {
    // It has exactly one way to say "not base64".
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
