import { createHmac, generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto';

/** One algorithm with a key and tokens that Node's own OpenSSL signed. */
export interface Subject {
  readonly algorithm: string;
  /** For libraries that take text: PEM, or the secret. */
  readonly text: string;
  readonly jwk: Readonly<Record<string, unknown>>;
  readonly key: KeyObject | Uint8Array<ArrayBuffer>;
  /** Different tokens, so that nobody gains by remembering the last one. */
  readonly tokens: readonly string[];
}

export const issuer = 'https://login.example';
export const audience = 'https://api.example/orders';
const tokenCount = 64;

export function makeSubjects(): readonly Subject[] {
  return [
    ...['256', '384', '512'].map(hmac),
    ...['RS', 'PS'].flatMap((kind) => ['256', '384', '512'].map((bits) => rsa(kind, bits))),
    pair('ES256', generateKeyPairSync('ec', { namedCurve: 'P-256' }), 'sha256', ieee),
    pair('ES384', generateKeyPairSync('ec', { namedCurve: 'P-384' }), 'sha384', ieee),
    pair('ES512', generateKeyPairSync('ec', { namedCurve: 'P-521' }), 'sha512', ieee),
    pair('ES256K', generateKeyPairSync('ec', { namedCurve: 'secp256k1' }), 'sha256', ieee),
    pair('EdDSA', generateKeyPairSync('ed25519'), undefined, {}),
    pair('Ed448', generateKeyPairSync('ed448'), undefined, {}),
    pair('ML-DSA-44', generateKeyPairSync('ml-dsa-44'), undefined, {}),
    pair('ML-DSA-65', generateKeyPairSync('ml-dsa-65'), undefined, {}),
    pair('ML-DSA-87', generateKeyPairSync('ml-dsa-87'), undefined, {}),
  ];
}

const ieee = { dsaEncoding: 'ieee-p1363' } as const;

function hmac(bits: string): Subject {
  const text = randomBytes(48).toString('base64url');
  const secret = Uint8Array.from(Buffer.from(text));
  const algorithm = `HS${bits}`;
  const tokens = tokensOf(algorithm, (input) => createHmac(`sha${bits}`, secret).update(input).digest());
  const jwk = { kty: 'oct', k: Buffer.from(text).toString('base64url') };
  return { algorithm, text, jwk, key: secret, tokens };
}

function rsa(kind: string, bits: string): Subject {
  const made = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const pss = kind === 'PS' ? { padding: 6, saltLength: Number(bits) / 8 } : {};
  return pair(`${kind}${bits}`, made, `sha${bits}`, pss);
}

function pair(
  algorithm: string,
  { privateKey, publicKey }: { readonly privateKey: KeyObject; readonly publicKey: KeyObject },
  hash: string | undefined,
  options: object,
): Subject {
  const tokens = tokensOf(algorithm, (input) =>
    sign(hash, Buffer.from(input), { key: privateKey, ...options }),
  );
  const text = publicKey.export({ type: 'spki', format: 'pem' }).toString();
  return { algorithm, text, jwk: { ...publicKey.export({ format: 'jwk' }) }, key: publicKey, tokens };
}

function tokensOf(alg: string, signature: (input: string) => Buffer): readonly string[] {
  const exp = Math.floor(Date.now() / 1000) + 86_400;
  return Array.from({ length: tokenCount }, (_, index) => {
    const claims = {
      iss: issuer,
      aud: audience,
      sub: `usr_${index}`,
      scope: 'orders:read orders:write',
      exp,
    };
    const parts = [{ alg, typ: 'JWT' }, claims].map((part) => base64url(JSON.stringify(part)));
    const input = parts.join('.');
    return `${input}.${signature(input).toString('base64url')}`;
  });
}

function base64url(text: string): string {
  return Buffer.from(text).toString('base64url');
}
