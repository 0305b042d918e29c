import { parseCompactJws, parseJsonObject } from '@signet/token/parse';

type Members = Readonly<Record<string, unknown>>;

export interface ClaimedToken {
  readonly header: Members;
  readonly claims: Members;
}

/** Of header and claims each: enough to be recognised by, and no work for a stranger's sake beyond that. */
const maxValues = 1_000;

/** What a token that was refused says of itself, so that its owner can recognise it; nothing when it cannot be read. */
export function claimedToken(compact: string): ClaimedToken | undefined {
  const parsed = parseCompactJws(compact, { maxBytes: compact.length, maxValues });
  if (parsed.verdict === 'refused') return undefined;
  const claims = parseJsonObject(parsed.token.payload, 'payload', { maxValues });
  return { header: parsed.token.header, claims: claims.verdict === 'refused' ? {} : claims.token };
}
