import { createHmac } from 'node:crypto';
import { accessCookieName, type ProtectedRoute } from '@signet/contracts';
import type { CrookedRequest } from '../crooked/crooked-request.ts';
import type { DoctorKeys } from '../doctor-keys.ts';
import { type Sample, withHeaders, withParameter, writeRequest } from '../sample.ts';
import type { Mint } from './mint.ts';

const aDay = 86_400;
const somebodyElse = 'https://other.example';

export interface TokenMeans {
  readonly mint: Mint;
  readonly keys: DoctorKeys;
  /** Revokes a token of the mint by its name. */
  readonly revoke: (jti: string) => void;
}

/** What comes in the place of a good token. */
export function crookedTokens(
  { mint, keys: { stranger, published }, revoke }: TokenMeans,
  { optional, tokenParameter, credentials }: ProtectedRoute['auth'],
): readonly CrookedRequest[] {
  return [
    {
      ...refused('none', 'no token at all', (sample) => writeRequest(sample)),
      ...(optional === true ? { allowedBy: 'auth.optional' } : {}),
    },
    ofToken('stale', 'a token that was over a day ago', () => mint({ age: aDay })),
    ofToken('revoked', 'a token that was revoked', () => {
      const jti = crypto.randomUUID();
      revoke(jti);
      return mint({ jti });
    }),
    ofToken('tampered', 'a token whose claims were changed', async () => tampered(await mint())),
    ofToken('alg-none', 'a token without a signature (`alg: none`)', async () => unsigned(await mint())),
    ofToken('other-key', 'a token by another key of the same name', () => mint({ key: stranger.signing })),
    ofToken('hmac', 'a token signed with the public key as a secret', async () =>
      confused(await mint(), published),
    ),
    ofToken('other-audience', 'a token that is for somebody else', () => mint({ audience: somebodyElse })),
    ofToken('other-issuer', 'a token of an issuer that nobody named', () => mint({ issuer: somebodyElse })),
    refused('two', 'two Authorization headers, each good', async (sample) =>
      writeRequest(withHeaders(sample, bearer(await mint()), bearer(await mint()))),
    ),
    refused('list', 'two good tokens in one header', async (sample) => {
      const [one, other] = [await mint(), await mint()];
      return writeRequest(withHeaders(sample, bearer(`${one}, Bearer ${other}`)));
    }),
    {
      ...refused('query', 'a good token in the query', async (sample) =>
        writeRequest(withParameter(sample, 'access_token', await mint())),
      ),
      ...(tokenParameter?.toLowerCase() === 'access_token'
        ? { allowedBy: 'auth.credentials: dangerouslyFromQuery' }
        : {}),
    },
    ...(credentials.includes('cookie') ? [besideCookie(mint)] : []),
  ];
}

export function bearer(token: string): readonly [string, string] {
  return ['Authorization', `Bearer ${token}`];
}

function besideCookie(mint: Mint): CrookedRequest {
  return refused('cookie', 'a good token in the cookie beside one in the header', async (sample) => {
    const cookies = Object.values(accessCookieName).map(async (name) => `${name}=${await mint()}`);
    const cookie = ['Cookie', (await Promise.all(cookies)).join('; ')] as const;
    return writeRequest(withHeaders(sample, cookie, bearer(await mint())));
  });
}

function ofToken(id: string, sent: string, make: () => Promise<string>): CrookedRequest {
  return refused(id, sent, async (sample) => writeRequest(withHeaders(sample, bearer(await make()))));
}

function refused(
  id: string,
  sent: string,
  write: (sample: Sample) => string | Promise<string>,
): CrookedRequest {
  return { id: `token:${id}`, sent, wanted: 'refused', unproven: true, write };
}

/** Of somebody else, under the signature as it was. */
function tampered(token: string): string {
  const [header, payload, signature] = partsOf(token);
  const claims: Readonly<Record<string, unknown>> = JSON.parse(Buffer.from(payload, 'base64url').toString());
  return [header, encoded({ ...claims, sub: 'signet-doctor-tampered' }), signature].join('.');
}

function unsigned(token: string): string {
  return [encoded({ alg: 'none', typ: 'at+jwt' }), partsOf(token)[1], ''].join('.');
}

/** CVE-2015-9235: whoever takes the header's word for the algorithm checks this with what everybody knows. */
function confused(token: string, published: string): string {
  const signed = `${encoded({ alg: 'HS256', kid: 'doctor', typ: 'at+jwt' })}.${partsOf(token)[1]}`;
  return `${signed}.${createHmac('sha256', published).update(signed).digest('base64url')}`;
}

function partsOf(token: string): readonly [string, string, string] {
  const [header = '', payload = '', signature = ''] = token.split('.');
  return [header, payload, signature];
}

function encoded(value: unknown): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}
