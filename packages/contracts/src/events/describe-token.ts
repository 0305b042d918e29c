import type { TokenSummary } from './decision-record.ts';

/** A line of a table: a name for people and a value. */
export interface Fact {
  readonly name: string;
  readonly value: string;
}

/** What may be said of a token, as facts. The first says whether the others can be believed. */
export function describeToken(token: TokenSummary): readonly Fact[] {
  const believed = token.verified ? 'verified' : 'not verified: what follows is only what it says of itself';
  return [
    { name: 'Signature', value: believed },
    ...fact('Issuer', token.issuer),
    ...fact('Subject', token.subject),
    ...fact('Client', token.clientId),
    ...fact('Token id', token.jti),
    ...fact('Session', token.sid),
    ...fact('Key id', token.kid),
    ...fact('Algorithm', token.alg),
    ...fact('Issued', instant(token.issuedAt)),
    ...fact('Expires', instant(token.expiresAt)),
  ];
}

function fact(name: string, value: string | undefined): readonly Fact[] {
  return value === undefined ? [] : [{ name, value }];
}

/** `seconds` since the epoch come from a token that may be a forgery: they need not be a date. */
function instant(seconds: number | undefined): string | undefined {
  if (seconds === undefined) return undefined;
  const date = new Date(seconds * 1000);
  return Number.isNaN(date.getTime()) ? 'not a date' : date.toISOString();
}
