import { generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto';
import { CompactEncrypt, CompactSign, FlattenedSign, GeneralSign } from 'jose';
import { claimsNow } from './claims.ts';

/** A token of any kind, and what a reader would paste into the key field. */
export interface KeyedToken {
  readonly token: string;
  readonly key: string;
}

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
const claims = (): Uint8Array => bytesOf(JSON.stringify(claimsNow()));

/** A token encrypted for an RSA key, whose halves come in PEM. */
export async function nestedToken(inner: string): Promise<KeyedToken & { readonly publicKey: string }> {
  const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const token = await new CompactEncrypt(bytesOf(inner))
    .setProtectedHeader({ alg: 'RSA-OAEP-256', enc: 'A256GCM', cty: 'JWT' })
    .encrypt(publicKey);
  return { token, key: pem(privateKey, 'pkcs8'), publicKey: pem(publicKey, 'spki') };
}

/** Claims encrypted with a shared key. */
export async function encryptedToken(payload: string): Promise<KeyedToken> {
  const secret = randomBytes(32);
  const token = await new CompactEncrypt(bytesOf(payload))
    .setProtectedHeader({ alg: 'dir', enc: 'A256GCM' })
    .encrypt(secret);
  return { token, key: JSON.stringify({ kty: 'oct', k: secret.toString('base64url') }) };
}

/** One payload in the flattened serialisation, and in the general one as the second of two signatures by the key. */
export async function serialisedTokens(): Promise<Record<'flattened' | 'general' | 'key', string>> {
  const [own, other] = [ellipticPair(), ellipticPair()];
  const flattened = await new FlattenedSign(claims())
    .setProtectedHeader({ alg: 'ES256' })
    .setUnprotectedHeader({ kid: 'loose' })
    .sign(own.privateKey);
  const general = await new GeneralSign(claims())
    .addSignature(other.privateKey)
    .setProtectedHeader({ alg: 'ES256' })
    .addSignature(own.privateKey)
    .setProtectedHeader({ alg: 'ES256' })
    .sign();
  return {
    flattened: JSON.stringify(flattened, null, 2),
    general: JSON.stringify(general),
    key: jwk(own.publicKey),
  };
}

/** A signature whose payload stands elsewhere (RFC 7515 appendix F). */
export async function detachedToken(payload: string): Promise<KeyedToken> {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  const whole = await new CompactSign(bytesOf(payload)).setProtectedHeader({ alg: 'EdDSA' }).sign(privateKey);
  const [header, , signature] = whole.split('.');
  return { token: `${header}..${signature}`, key: jwk(publicKey) };
}

/** An encrypted token whose key is itself encrypted with a password. */
export async function lockedToken(passphrase: string): Promise<KeyedToken> {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const token = await new CompactEncrypt(claims())
    .setProtectedHeader({ alg: 'RSA-OAEP', enc: 'A128CBC-HS256' })
    .encrypt(publicKey);
  const options = { type: 'pkcs8', format: 'pem', cipher: 'aes-256-cbc', passphrase } as const;
  return { token, key: privateKey.export(options).toString() };
}

/** A token signed on a curve that WebCrypto does not have. */
export function curveToken(alg: 'ES256K' | 'Ed448'): KeyedToken {
  const isEdwards = alg === 'Ed448';
  const { privateKey, publicKey } = isEdwards
    ? generateKeyPairSync('ed448')
    : generateKeyPairSync('ec', { namedCurve: 'secp256k1' });
  const input = [{ alg }, claimsNow()]
    .map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'))
    .join('.');
  const bytes = isEdwards
    ? sign(null, Buffer.from(input), privateKey)
    : sign('sha256', Buffer.from(input), { key: privateKey, dsaEncoding: 'ieee-p1363' });
  return { token: `${input}.${bytes.toString('base64url')}`, key: jwk(publicKey) };
}

function ellipticPair(): { readonly privateKey: KeyObject; readonly publicKey: KeyObject } {
  return generateKeyPairSync('ec', { namedCurve: 'P-256' });
}

function jwk(key: KeyObject): string {
  return JSON.stringify(key.export({ format: 'jwk' }));
}

function pem(key: KeyObject, type: 'pkcs8' | 'spki'): string {
  return key.export({ type, format: 'pem' }).toString();
}
