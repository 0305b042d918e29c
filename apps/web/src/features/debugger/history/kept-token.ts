import type { Dissection } from '../../../parts/token-view/model/inspection.ts';

/** One entry of the history: a token that was looked at. A key never becomes part of it. */
export interface KeptToken {
  readonly token: string;
  /** What kind of token it is, in the token room's English. */
  readonly kind: string;
  readonly subject?: string;
  readonly issuer?: string;
  /** When it was looked at, in milliseconds since 1970. */
  readonly at: number;
}

/** Longer ones would fill the browser's storage, in characters. */
const longest = 64 * 1024;
const longestName = 120;

/**
 * What the history keeps of what stands in the token field; undefined for what is no readable token, so that
 * a key that was pasted there by mistake is not kept.
 */
export function keepableToken({ parsed, described }: Dissection, at: number): KeptToken | undefined {
  const isToken = parsed.kind === 'signed' || parsed.kind === 'encrypted';
  const { token } = parsed;
  if (!isToken || described.header.length === 0 || token.length > longest) return undefined;
  // What was decrypted stays in the page: the token alone is kept, as unreadable as it came.
  const claims = parsed.kind === 'encrypted' ? undefined : described.claimSet;
  const subject = nameIn(claims?.['sub']);
  const issuer = nameIn(claims?.['iss']);
  return {
    token,
    kind: described.kind.name,
    ...(subject !== undefined && { subject }),
    ...(issuer !== undefined && { issuer }),
    at,
  };
}

function nameIn(value: unknown): string | undefined {
  if (typeof value !== 'string' || value === '') return undefined;
  return value.length > longestName ? `${value.slice(0, longestName - 1)}…` : value;
}

/** Reads an entry back; what is not one, as after a change by hand, is left out. */
export function readKept(value: unknown): KeptToken | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const { token, kind, subject, issuer, at } = value as Readonly<Record<string, unknown>>;
  if (typeof token !== 'string' || typeof kind !== 'string' || typeof at !== 'number') return undefined;
  if (token.length > longest || !Number.isFinite(new Date(at).getTime())) return undefined;
  return {
    token,
    kind,
    ...(typeof subject === 'string' && { subject }),
    ...(typeof issuer === 'string' && { issuer }),
    at,
  };
}
