import { expectedOn, type MadeCase, makeCases } from '@signet/token/testing/cases';

/** A case of the table as it comes into the browser. */
export interface PageCase {
  readonly subject: string;
  readonly name: string;
  readonly token: string;
  /** Text to paste; the bytes of a file as base64. */
  readonly key: { readonly text: string } | { readonly base64: string };
  readonly verifies: boolean;
  readonly words: readonly string[];
  /** No refusal may stand anywhere in the page. */
  readonly isGood: boolean;
  /** What is told in the profile panel; no more than the case is about. */
  readonly told: Readonly<Record<string, string>>;
}

/** The cases that the page must answer. */
export function casesOfPage(): readonly PageCase[] {
  return makeCases().flatMap((of) => {
    const expected = expectedOn('page', of);
    if (expected === undefined) return [];
    const { subject, name, token, key, isGood = false, expects, request } = of;
    const given = typeof key === 'string' ? { text: key } : { base64: Buffer.from(key).toString('base64') };
    const words = [...expected.words, ...expected.digits];
    return [
      {
        subject,
        name,
        token,
        key: given,
        verifies: expected.code === 'verified',
        words,
        isGood,
        told: isGood ? {} : { ...toldOf(expects), ...requestOf(request) },
      },
    ];
  });
}

/** The audience of every token of the table, unless its case is about another. */
const usualAudience = 'https://api.example';

/** Only what the case is about: whoever chooses a profile asks for all of its rules. */
function toldOf(expects: MadeCase['expects']): PageCase['told'] {
  if (expects === undefined || expects.audience === usualAudience) return {};
  return {
    'Hold it against': 'access-token',
    Audience: expects.audience,
    'Claim that names it': expects.audienceClaim ?? 'aud',
  };
}

/** The request that a proof is held against. */
function requestOf({ method, url }: NonNullable<MadeCase['request']> = {}): PageCase['told'] {
  return {
    ...(method !== undefined && { 'Method of the request': method }),
    ...(url !== undefined && { 'Address of the request': url }),
  };
}
