import type { StepRecord, TokenSummary } from './decision-record.ts';
import type { ExplanationWords } from './explanation-words.ts';

/** A line of a table: a name for people and a value. */
export interface Fact {
  readonly name: string;
  readonly value: string;
}

/**
 * What may be said of a token, as facts. The first says whether the others can be believed.
 *
 * @param steps What was done with it: of what has no signature they say what it was.
 */
export function describeToken(
  token: TokenSummary,
  steps: readonly StepRecord[],
  words: ExplanationWords,
): readonly Fact[] {
  const { facts } = words;
  return [
    { name: facts.signature, value: signatureOf(token, steps, words) },
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

function signatureOf(
  { verified, alg }: TokenSummary,
  steps: readonly StepRecord[],
  words: ExplanationWords,
): string {
  if (!verified) return words.notVerified;
  if (alg !== undefined) return words.verified;
  const facts = steps.find(({ step }) => step === 'verify-token')?.facts;
  if (facts?.machine !== undefined) return words.shownPassword;
  if (facts?.apiKey !== undefined) return words.shownKey;
  // What was verified without an algorithm was answered by the issuer.
  return words.vouchedFor;
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
