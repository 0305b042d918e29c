import type { Case } from './case.ts';
import { goodClaims } from './signed-text.ts';

/** Numbers that many programs round, in tokens that are good otherwise. */
export const numbers: readonly Case[] = [
  { ...saying({ sub: '100002348117421473' }), name: 'a subject of 18 digits' },
  { ...saying({ sub: '1e309' }), name: 'a subject beyond every double' },
  { ...saying({ sub: '-0', fine: '-0.000' }), name: 'a subject of zero below zero' },
  {
    ...saying({ account: '{"n":[-0.12345678901234567890,9007199254740993]}' }),
    name: 'numbers inside a claim',
  },
  ...['40000000000000000000', '1e309'].map((exp) => ({
    ...saying({ exp }),
    name: `an end at ${exp}`,
    answer: 'claim_invalid',
    says: 'The claim exp is not a time',
    // It explains signatures, and this one is right.
    but: { diagnose: 'verified' },
  })),
];

/** Claims written as JSON, over those of the other cases. */
function saying(claims: Readonly<Record<string, string>>): Omit<Case, 'name'> {
  return {
    token: ({ ec }) => ec.token('ES256', { kid: 'a' }, written(claims)),
    key: ({ ec }) => JSON.stringify({ keys: [ec.jwk({ kid: 'a' })] }),
    answer: 'verified',
    inspect: 'P-256 public key',
    digits: Object.values(claims).flatMap((text) => text.match(/-?\d[\d.e]*/g) ?? []),
  };
}

function written(claims: Readonly<Record<string, string>>): string {
  const usual = Object.entries(goodClaims).filter(([name]) => claims[name] === undefined);
  const members = [
    ...usual.map(([name, value]) => `"${name}":${JSON.stringify(value)}`),
    ...Object.entries(claims).map(([name, text]) => `"${name}":${text}`),
  ];
  return `{${members.join()}}`;
}
