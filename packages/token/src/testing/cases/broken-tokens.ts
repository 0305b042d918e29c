import { createHash, sign } from 'node:crypto';
import { encodeBase64url } from '../../base64url/encode-base64url.ts';
import type { Case } from './case.ts';
import type { MadeKey } from './made-key.ts';
import { goodClaims, signedText } from './signed-text.ts';

const noMatch = { answer: 'signature_invalid', says: 'The signature does not match the token.' } as const;
const inSet = {
  key: ({ ec }: { readonly ec: MadeKey }) => JSON.stringify({ keys: [ec.jwk()] }),
  inspect: 'P-256 public key',
} as const;

/** Tokens with a fault that has a name. */
export const brokenTokens: readonly Case[] = [
  {
    name: 'a token of an AWS load balancer, signed with its padding',
    token: ({ ec }) => paddedToken(ec),
    ...inSet,
    answer: 'token_malformed',
    says: 'adding (=) is left out in base64url',
    diagnose: 'AWS load balancers sign so',
    gateway: 'token',
  },
  {
    name: 'the same with its padding taken out, which nothing makes verify',
    token: ({ ec }) => paddedToken(ec).replaceAll('=', ''),
    ...inSet,
    ...noMatch,
    diagnose: 'AWS load balancers sign so',
  },
  {
    name: 'a token of Microsoft Graph, signed over the hash of its nonce',
    token: ({ ec }) => graphToken(ec),
    ...inSet,
    ...noMatch,
    diagnose: 'a header whose nonce is hashed',
  },
  ...['…', '...'].map(
    (mark): Case => ({
      name: `a token cut off by ${mark}`,
      token: ({ ec }) => ec.token('ES256').replace(/\.(.{20}).*/, `.$1${mark}`),
      ...inSet,
      answer: 'token_malformed',
      says: 'shortened for showing',
      diagnose: 'shortened for showing',
      decode: 'shortened for showing',
      but: { gateway: null },
    }),
  ),
  {
    name: 'two tokens one behind the other, which a line cannot choose from',
    token: ({ ec }) => ec.token('ES256') + ec.token('ES256'),
    ...inSet,
    answer: 'token_malformed',
    says: 'Two tokens stand one behind the other',
    but: { verify: null, diagnose: null, page: null },
  },
  ...['exp', 'nbf', 'iat'].map(
    (time): Case => ({
      name: `${time} in milliseconds, long gone as such`,
      token: ({ ec }) => ec.token('ES256', {}, { ...goodClaims, [time]: 1_750_000_300_000 }),
      ...inSet,
      answer: 'claim_invalid',
      says: `The claim ${time} is in milliseconds.`,
      decode: `${time} is in milliseconds, where seconds must stand`,
      but: { diagnose: 'verified' },
    }),
  ),
  ...['{"d":', '['].map(
    (opening): Case => ({
      name: `claims nested deeper than 64 levels by ${opening}`,
      token: ({ ec }) => ec.token('ES256', {}, nested(opening, 65)),
      ...inSet,
      answer: 'token_malformed',
      says: 'nests deeper than is read here',
      decode: 'nests deeper than 64 levels',
      // It explains signatures, and this one is right.
      but: { diagnose: 'verified' },
    }),
  ),
  {
    name: 'claims nested by 64 levels, which are read',
    token: ({ ec }) => ec.token('ES256', {}, nested('[', 63)),
    ...inSet,
    answer: 'verified',
  },
  {
    name: 'a header nested deeper than 64 levels',
    token: ({ ec }) => ec.token('ES256', { d: deep(65) }),
    ...inSet,
    answer: 'token_malformed',
    says: 'nests deeper than',
    decode: 'nests deeper than 64 levels',
  },
  {
    name: 'two tokens in one paste, of which one must be chosen',
    token: ({ ec }) => `first ${ec.token('ES256')} second ${ec.token('ES256')}`,
    key: ({ ec }) => JSON.stringify({ keys: [ec.jwk()] }),
    answer: 'usage',
    says: 'Several tokens came.',
    diagnose: 'Several tokens came.',
    but: { lines: null, inspect: null, gateway: null, page: null },
  },
  {
    name: 'exp in the year 9999, which is meant',
    token: ({ ec }) => ec.token('ES256', {}, { ...goodClaims, exp: 253_402_300_799 }),
    ...inSet,
    answer: 'verified',
  },
];

/** The claims of every token, and one that is nested by so many levels more. */
function nested(opening: string, levels: number): string {
  const inner =
    opening.repeat(levels) + (opening === '[' ? '' : '1') + (opening === '[' ? ']' : '}').repeat(levels);
  return `${JSON.stringify(goodClaims).slice(0, -1)},"nested":${inner}}`;
}

function deep(levels: number): unknown {
  return JSON.parse('['.repeat(levels) + ']'.repeat(levels));
}

function paddedToken(key: MadeKey): string {
  const text = [JSON.stringify({ alg: 'ES256' }), JSON.stringify(goodClaims)];
  const input = text
    .map((part) => Buffer.from(part).toString('base64').replaceAll('+', '-').replaceAll('/', '_'))
    .join('.');
  return `${input}.${signed(key, input).toString('base64').replaceAll('+', '-').replaceAll('/', '_')}`;
}

function graphToken(key: MadeKey): string {
  const nonce = 'kV1r-q';
  return signedText({ typ: 'JWT', nonce, alg: 'ES256' }, goodClaims, (input) => {
    const hashed = encodeBase64url(
      JSON.stringify({
        typ: 'JWT',
        nonce: createHash('sha256').update(nonce).digest('base64url'),
        alg: 'ES256',
      }),
    );
    return signed(key, `${hashed}.${input.split('.')[1]}`);
  });
}

function signed(key: MadeKey, input: string): Buffer {
  return sign('sha256', Buffer.from(input), { key: key.privatePem, dsaEncoding: 'ieee-p1363' });
}
