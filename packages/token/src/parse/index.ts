/**
 * A text taken apart as far as it goes, for people to look at. Nothing in it is believed.
 *
 * @example
 * ```ts
 * import { parseToken } from '@signet/token/parse';
 *
 * const token = parseToken('Bearer eyJhbGciOiJub25lIn0.eyJzdWIiOiJhZGEifQ.');
 * token.kind; // → 'signed'
 * token.removed; // → ['the word Bearer']
 * token.segments.map(({ role }) => role); // → ['header', 'payload', 'signature']
 * ```
 */

export { decodeUtf8 } from './decode-text.ts';
export type { FoundToken } from './find-tokens.ts';
export type { CompactJws } from './parse-compact-jws.ts';
export { defaultTokenBytes, parseCompactJws, parseJsonObject } from './parse-compact-jws.ts';
export type { ParseOptions } from './parse-token.ts';
export { parseToken } from './parse-token.ts';
export type {
  ParsedToken,
  Segment,
  SegmentContent,
  SegmentRole,
  TokenProblem,
} from './parsed-token.ts';
export { type Unwrapped, unwrapToken } from './unwrap-token.ts';
export { withPayload } from './with-payload.ts';
