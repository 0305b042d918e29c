import { safeText } from './safe-text.ts';

/** JSON over several lines, with a line end. What is not seen stands in it as JSON escapes, the same value. */
export function jsonText(value: unknown): string {
  return `${safeText(JSON.stringify(value, null, 2))}\n`;
}
