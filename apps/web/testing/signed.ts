import { decoded } from './tokens.ts';
import { until } from './until.ts';

/** The token of the signing desk, once its header or payload, as text, holds all of this. */
export function tokenWith(segment: 0 | 1, ...parts: readonly string[]): Promise<string> {
  return until(
    () => {
      const token = document.querySelector('[data-testid=signed-token]')?.textContent ?? '';
      const text = partOf(token, segment);
      return parts.every((part) => text.includes(part)) && token;
    },
    () => `a token with ${parts.join(', ')}`,
  );
}

/** The header or the payload as text. */
export function partOf(token: string, segment: 0 | 1): string {
  return decoded(token.split('.')[segment] ?? '');
}
