import { parseCompactJws, parseJsonObject } from '@signet/token';

type Members = Readonly<Record<string, unknown>>;

export interface ClaimedToken {
  readonly header: Members;
  readonly claims: Members;
}

/** What a token that was refused says of itself, so that its owner can recognise it; nothing when it cannot be read. */
export function claimedToken(compact: string): ClaimedToken | undefined {
  const parsed = parseCompactJws(compact, { maxBytes: compact.length });
  if (parsed.verdict === 'refused') return undefined;
  const claims = parseJsonObject(parsed.token.payload, 'payload');
  return { header: parsed.token.header, claims: claims.verdict === 'refused' ? {} : claims.token };
}
