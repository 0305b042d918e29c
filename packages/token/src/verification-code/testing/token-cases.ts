import type { CodeRequest } from '../code-request.ts';
import { type IssuerKey, newKey, signatureOf } from './node-signature.ts';

export interface TokenCase {
  readonly name: string;
  readonly token: string;
  readonly answer: 'accepted' | 'refused';
}

type Json = Readonly<Record<string, unknown>>;

/** Good and bad tokens for a program that was written for `request` and holds the public half of `key`. */
export function tokenCases(request: CodeRequest, key: IssuerKey): readonly TokenCase[] {
  const { algorithm: alg, issuer, audience, type } = request;
  const now = Math.floor(Date.now() / 1000);
  const header = { alg, typ: type, kid: 'k1' };
  const claims = { iss: issuer, aud: audience, sub: 'usr_1', iat: now, exp: now + 3600 };
  const token = (changes: Json, headerChanges: Json = {}, signing: IssuerKey = key): string =>
    compact({ ...header, ...headerChanges }, { ...claims, ...changes }, signing);
  const good = token({});
  const accepted = {
    'a good one': good,
    'one for several audiences': token({ aud: ['https://other.example', audience] }),
    'one that has just expired, within the skew': token({ exp: now - 10 }),
    'one whose type is spelt out': token({}, { typ: `application/${type}` }),
  };
  const refused = {
    'an expired one': token({ exp: now - 900 }),
    'one without exp': token({ exp: undefined }),
    'one that does not hold yet': token({ nbf: now + 1200 }),
    'one for another audience': token({ aud: 'https://other.example' }),
    'one without audience': token({ aud: undefined }),
    'one of another issuer': token({ iss: 'https://other.example' }),
    'one without issuer': token({ iss: undefined }),
    'one of another type': token({}, { typ: 'JWT' }),
    'one without type': token({}, { typ: undefined }),
    'one with an unknown extension': token({}, { crit: ['urn:unknown'], 'urn:unknown': true }),
    'one of another key': token({}, {}, newKey(alg, true)),
    'one that was changed': changed(good, { ...claims, sub: 'usr_2' }),
    'one that was cut off': good.slice(0, good.lastIndexOf('.') + 1),
    ...attacks(header, claims, key),
    'no token at all': 'a.b.c',
  };
  return [...casesOf(accepted, 'accepted'), ...casesOf(refused, 'refused')];
}

/** What a token tries that wants to choose how it is verified. */
function attacks(
  header: { readonly alg: string },
  claims: Json,
  key: IssuerKey,
): Readonly<Record<string, string>> {
  const { alg } = header;
  const [sibling = ''] =
    siblings.find((family) => family.includes(alg))?.filter((each) => each !== alg) ?? [];
  const none = `${encoded({ ...header, alg: 'none' })}.${encoded(claims)}.`;
  const pem = key.publicKey?.export({ format: 'pem', type: 'spki' });
  return {
    'one with alg none': none,
    'one with alg none and the signature of a good one': none + compact(header, claims, key).split('.')[2],
    ...(sibling === ''
      ? {}
      : { 'one of another algorithm with the same key': compact({ ...header, alg: sibling }, claims, key) }),
    ...(pem === undefined
      ? {}
      : {
          'one whose secret is the public key': compact({ ...header, alg: 'HS256' }, claims, {
            sign: Buffer.from(pem),
          }),
        }),
  };
}

const siblings = [
  ['HS256', 'HS384', 'HS512'],
  ['RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512'],
];

function casesOf(
  tokens: Readonly<Record<string, string>>,
  answer: TokenCase['answer'],
): readonly TokenCase[] {
  return Object.entries(tokens).map(([name, token]) => ({ name, token, answer }));
}

function compact(header: { readonly alg: string }, claims: Json, { sign }: IssuerKey): string {
  const input = `${encoded(header)}.${encoded(claims)}`;
  return `${input}.${signatureOf(header.alg, sign, input).toString('base64url')}`;
}

function changed(token: string, claims: Json): string {
  const [header, , signature] = token.split('.');
  return `${header}.${encoded(claims)}.${signature}`;
}

function encoded(value: Json): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}
