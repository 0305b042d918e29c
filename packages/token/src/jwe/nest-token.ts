import { errors } from 'jose';
import { type Making, made, notMade } from '../jws/making.ts';
import { keyUnreadable } from '../keys/key-refusals.ts';
import { isRuntimeLack, runtimeLacks } from '../keys/runtime-lack.ts';
import { type EncryptionOptions, encryptJwe } from './encrypt-jwe.ts';

/**
 * Encrypts bytes into a compact JWE, as `encryptJwe` does, and says why where it cannot: a key that does not fit, an
 * algorithm that the runtime lacks.
 */
export async function makeJwe(plaintext: Uint8Array, options: EncryptionOptions): Promise<Making> {
  const { algorithm } = options;
  try {
    return made(await encryptJwe(plaintext, options), []);
  } catch (error) {
    // The library's message is left out, as it may quote the key.
    if (isRuntimeLack(error) || error instanceof errors.JOSENotSupported)
      return notMade(runtimeLacks(`This runtime cannot encrypt with ${algorithm}.`, algorithm));
    return notMade({ ...keyUnreadable(`key for ${algorithm}`), member: 'alg' });
  }
}

/** Puts a signed token into an encrypted one: signed first, so that the signature is hidden too (RFC 7519 §11.2). */
export function nestToken(token: string, options: EncryptionOptions): Promise<Making> {
  const header = { cty: 'JWT', ...options.header };
  return makeJwe(new TextEncoder().encode(token), { ...options, header });
}
