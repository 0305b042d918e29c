import { apiKeyPrefix } from '../api-keys/api-key.ts';

/** What a compact JWS or JWE is made of. */
const tokenRuns = /[\w.-]+/g;
const tokenStart = 'eyJ';
const shortestSegment = 9;
const mostFurtherSegments = 4;

/** An API key, or the beginning of one: eight digits are more than chance. */
const apiKeys = new RegExp(`${apiKeyPrefix}[0-9a-f]{8,}`, 'gi');

/**
 * Hides anything of the shape of a compact JWS or JWE or of an API key, wherever it may have stood: a link to confirm an
 * address has one in its path. In linear time.
 */
export function hideTokens(text: string): string {
  const shown = text.includes(tokenStart) ? text.replace(tokenRuns, withoutTokens) : text;
  return shown.replace(apiKeys, '(an API key)');
}

/**
 * Segment by segment, as one expression for the whole begins anew at each `eyJ` of a long word: quadratic work.
 */
function withoutTokens(run: string): string {
  const segments = run.split('.');
  const shown: string[] = [];
  for (let index = 0; index < segments.length; index += 1) {
    const segment = segments[index] ?? '';
    const start = segment.indexOf(tokenStart);
    const isToken = start !== -1 && segment.length - start >= shortestSegment && index < segments.length - 1;
    shown.push(isToken ? `${segment.slice(0, start)}(a token)` : segment);
    if (isToken) index += mostFurtherSegments;
  }
  return shown.join('.');
}
