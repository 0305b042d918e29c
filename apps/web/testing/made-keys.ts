import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject } from 'node:crypto';

/** A private key as it lies in a file, and its public half. */
export interface WrittenKey {
  readonly text: string;
  readonly publicJwk: JsonWebKey;
}

/** RSA in the older form of PEM (PKCS#1). */
export function rsaPem(): WrittenKey {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  return {
    text: privateKey.export({ type: 'pkcs1', format: 'pem' }).toString(),
    publicJwk: publicKey.export({ format: 'jwk' }),
  };
}

/** Ed25519 in PEM, encrypted with a password. */
export function lockedPem(passphrase: string): WrittenKey {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  const options = { type: 'pkcs8', format: 'pem', cipher: 'aes-256-cbc', passphrase } as const;
  return { text: privateKey.export(options).toString(), publicJwk: publicKey.export({ format: 'jwk' }) };
}

/** Ed25519 as a JWK. */
export function edwardsJwk(): WrittenKey {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  return {
    text: JSON.stringify(privateKey.export({ format: 'jwk' }), null, 2),
    publicJwk: publicKey.export({ format: 'jwk' }),
  };
}

/** Whether two texts are one key, as OpenSSL reads them. */
export function isSameKey(one: string, other: string): boolean {
  return read(one).equals(read(other));
}

function read(text: string): KeyObject {
  if (!text.startsWith('{')) return createPrivateKey(text);
  const key: JsonWebKey = JSON.parse(text);
  return key.d === undefined
    ? createPublicKey({ key, format: 'jwk' })
    : createPrivateKey({ key, format: 'jwk' });
}
