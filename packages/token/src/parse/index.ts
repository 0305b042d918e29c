export { decodeUtf8 } from './decode-text.ts';
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
export { withPayload } from './with-payload.ts';
