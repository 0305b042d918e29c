import { encodeBase64url } from '@signet/token/base64url';
import { chooseEncryptionKey, makeJwe } from '@signet/token/jwe';
import { signJws } from '@signet/token/jws';
import { type Jwk, makeKey, type NewKeyRequest } from '@signet/token/keys';
import { issueSdJwt } from '@signet/token/sd-jwt';
import type { Refusal } from '@signet/token/verdict';
import { makeSample, type Sample, sampleClaims } from './sample.ts';
import type { SampleName } from './sample-names.ts';

type Claims = Readonly<Record<string, unknown>>;
type SigningAlgorithm = 'ES256' | 'RS256' | 'PS256' | 'EdDSA' | 'HS256';

/** Makes a fresh sample with a key of its own. @param now milliseconds since 1970 */
export async function makeSampleOf(name: SampleName, now: number): Promise<Sample> {
  const seconds = Math.floor(now / 1000);
  const claims = sampleClaims(seconds);
  switch (name) {
    case 'access-token':
    case 'ES256':
      return makeSample(now);
    case 'id-token':
      return sign('RS256', plain, idClaims(seconds));
    case 'dpop-proof':
      return proof(seconds);
    case 'sd-jwt':
      return disclosing(claims);
    case 'encrypted':
      return encrypted(claims);
    case 'expired':
      return sign('ES256', access, { ...claims, iat: seconds - 7200, exp: seconds - 3600 });
    case 'other-key':
      return { ...(await makeSample(now)), key: (await makeSample(now)).key };
    case 'quoted-secret':
      return quoted(await sign('HS256', plain, claims));
    case 'unsigned':
      return { token: `${base64({ alg: 'none', typ: 'JWT' })}.${base64(claims)}.`, key: '' };
    case 'HS256':
      return sign('HS256', plain, claims);
    default:
      return sign(name, access, claims);
  }
}

const access = { typ: 'at+jwt' };
/** An access token is not signed with a shared secret (RFC 9068 §2.1). */
const plain = { typ: 'JWT' };

function idClaims(now: number): Claims {
  const { iss, sub } = sampleClaims(now);
  const person = { name: 'Ada Lovelace', email: 'ada@mail.example', email_verified: true };
  return { iss, sub, aud: 'web-shop', nonce: 'n-0S6_WzA2Mj', iat: now, exp: now + 900, ...person };
}

async function newKey(algorithm: NewKeyRequest['algorithm']): Promise<{ whole: Jwk; open?: Jwk }> {
  const made = await makeKey({ algorithm, ...(algorithm !== 'HS256' && { kid: { name: 'sample-1' } }) });
  return made.kind === 'refused' ? fail(made.refusal) : made.key;
}

async function sign(algorithm: SigningAlgorithm, header: object, claims: Claims): Promise<Sample> {
  const { whole, open } = await newKey(algorithm);
  const kid = open ? { kid: 'sample-1' } : {};
  const token = await signWith(whole, { alg: algorithm, ...kid, ...header }, claims);
  return { token, key: open ? printed(open) : String(whole['k']) };
}

async function signWith(jwk: Jwk, header: object, claims: Claims): Promise<string> {
  const making = await signJws({
    payload: new TextEncoder().encode(JSON.stringify(claims)),
    signers: [{ key: keyOf(jwk), protectedHeader: JSON.stringify(header) }],
    form: 'compact',
  });
  return making.kind === 'refused' ? fail(making.refusal) : making.token;
}

/** A secret is given as the text that people have: its own letters are what signs. */
function keyOf(jwk: Jwk) {
  const { k } = jwk;
  return typeof k === 'string'
    ? ({ kind: 'secret', bytes: new TextEncoder().encode(k) } as const)
    : ({ kind: 'jwk', jwk } as const);
}

/** A proof of possession carries its key (RFC 9449 §4.2). */
async function proof(now: number): Promise<Sample> {
  const { whole, open = {} } = await newKey('ES256');
  const { kty, crv, x, y } = open;
  const header = { typ: 'dpop+jwt', alg: 'ES256', jwk: { kty, crv, x, y } };
  const claims = { jti: 'prf_5tZq81', htm: 'POST', htu: 'https://api.example/orders', iat: now };
  return { token: await signWith(whole, header, claims), key: printed(open) };
}

async function disclosing(claims: Claims): Promise<Sample> {
  const { whole, open = {} } = await newKey('ES256');
  const issued = await issueSdJwt({
    claims: JSON.stringify({ ...claims, given_name: 'Ada', email: 'ada@mail.example' }),
    paths: [['given_name'], ['email']],
    protectedHeader: JSON.stringify({ alg: 'ES256', kid: 'sample-1', typ: 'example+sd-jwt' }),
    key: { kind: 'jwk', jwk: whole },
  });
  return issued.kind === 'refused' ? fail(issued.refusal) : { token: issued.token, key: printed(open) };
}

/** The key opens it: only its recipient has one. */
async function encrypted(claims: Claims): Promise<Sample> {
  const [algorithm, encryption] = ['ECDH-ES+A256KW', 'A256GCM'] as const;
  const { whole } = await newKey(algorithm);
  const given = { kind: 'one', keys: [{ kind: 'jwk', jwk: whole }] } as const;
  const chosen = await chooseEncryptionKey(given, { algorithm, encryption });
  if (chosen.kind === 'refused') return fail(chosen.refusal);
  const { wasPrivate: _wasPrivate, ...key } = chosen.key;
  const text = new TextEncoder().encode(JSON.stringify(claims));
  const made = await makeJwe(text, { key, algorithm, encryption });
  return made.kind === 'refused' ? fail(made.refusal) : { token: made.token, key: printed(whole) };
}

function quoted({ token, key }: Sample): Sample {
  return { token, key: `"${key}"` };
}

function printed(jwk: Jwk): string {
  return JSON.stringify(jwk, null, 2);
}

function base64(value: object): string {
  return encodeBase64url(new TextEncoder().encode(JSON.stringify(value)));
}

/** Keys and claims are our own: a refusal is a bug. */
function fail(refusal: Refusal<string>): never {
  throw new Error(refusal.sentence);
}
