import type { TokenSummary } from './decision-record.ts';
import type { ExplanationWords } from './explanation-words.ts';

/** A line of a table: a name for people and a value. */
export interface Fact {
  readonly name: string;
  readonly value: string;
}

/** What may be said of a token, as facts. The first says whether the others can be believed. */
export function describeToken(token: TokenSummary, words: ExplanationWords): readonly Fact[] {
  const { facts } = words;
  return [
    { name: facts.signature, value: signatureOf(token, words) },
    ...fact(facts.issuer, token.issuer),
    ...fact(facts.subject, token.subject),
    ...fact(facts.client, token.clientId),
    ...fact(facts.jti, token.jti),
    ...fact(facts.session, token.sid),
    ...fact(facts.kid, token.kid),
    ...fact(facts.alg, token.alg),
    ...fact(facts.issued, instant(token.issuedAt, words)),
    ...fact(facts.expires, instant(token.expiresAt, words)),
  ];
}

/** What was verified without an algorithm was answered by the issuer. */
function signatureOf({ verified, alg }: TokenSummary, words: ExplanationWords): string {
  if (!verified) return words.notVerified;
  return alg === undefined ? words.vouchedFor : words.verified;
}

function fact(name: string, value: string | undefined): readonly Fact[] {
  return value === undefined ? [] : [{ name, value }];
}

/** `seconds` since the epoch come from a token that may be a forgery: they need not be a date. */
function instant(seconds: number | undefined, { noDate }: ExplanationWords): string | undefined {
  if (seconds === undefined) return undefined;
  const date = new Date(seconds * 1000);
  return Number.isNaN(date.getTime()) ? noDate : date.toISOString();
}
