import { usageFailure } from '../failure.ts';

/**
 * The text behind bytes, without a byte order mark.
 * @param what Where they come from, at the start of a sentence.
 * @throws CommandFailure when they are not UTF-8: nothing is read as another text than it is
 */
export function decodeText(bytes: Uint8Array, what: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw usageFailure({
      sentence: `${what} is not UTF-8 text.`,
      expected: 'text in UTF-8',
      actual: 'other bytes',
      fix: 'Save it as UTF-8.',
    });
  }
}
