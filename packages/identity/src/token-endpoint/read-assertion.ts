import { parseCompactJws, parseJsonObject } from '@signet/token/parse';

/** An assertion as it came, with what it says of itself: not believed before its signature stands. */
export interface ClientAssertion {
  readonly assertion: string;
  /** Its `sub`: which client it says that it comes from. */
  readonly id: string;
  readonly kid?: string;
}

/** RFC 7523 §2.2. */
export const assertionType = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer';

const limits = { maxBytes: 8192, maxValues: 100 };

/** `undefined` for what is no JWS, or names nobody. */
export function readAssertion(assertion: string): ClientAssertion | undefined {
  const parsed = parseCompactJws(assertion, limits);
  if (parsed.verdict === 'refused') return undefined;
  const { header, payload } = parsed.token;
  const claims = parseJsonObject(payload, 'payload', limits);
  if (claims.verdict === 'refused') return undefined;
  const { sub } = claims.token;
  const { kid } = header;
  if (typeof sub !== 'string' || sub === '') return undefined;
  return { assertion, id: sub, ...(typeof kid === 'string' ? { kid } : {}) };
}
