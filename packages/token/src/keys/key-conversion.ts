import { encodeBase64url } from '../base64url/encode-base64url.ts';
import { decryptPem } from './decrypt-pem.ts';
import { derOfJwk, pemOfDer } from './der-of-jwk.ts';
import { jwkOfDer } from './jwk-of-der.ts';
import { type Jwk, type KeyResult, keyRead, keyRefused } from './key.ts';
import { textOfKey } from './key-file.ts';
import { keyUnreadable } from './key-refusals.ts';
import { markedJwk } from './marked-jwk.ts';
import { readPem } from './pem.ts';
import { plainDer } from './plain-der.ts';
import { readKey } from './read-key.ts';

/**
 * The JWK of one key in any form that `describeKey` reads, with its private members: handle it as a secret.
 * A set is refused. Never rejects.
 */
export async function jwkOfText(input: string | Uint8Array, password?: string): Promise<KeyResult<Jwk>> {
  const reading = readKey(input);
  switch (reading.kind) {
    case 'refused':
      return reading.refusal.code === 'key_encrypted' && password !== undefined
        ? jwkOfLocked(textOfKey(input), password)
        : reading;
    case 'jwk':
      return keyRead(reading.jwk);
    case 'secret':
      return keyRead({ kty: 'oct', k: encodeBase64url(reading.secret) });
    case 'jwks':
      return keyRefused({ ...keyUnreadable('single key'), actual: 'a JWK set' });
    case 'pem':
      return jwkOfPem(reading.pem);
  }
}

/** SPKI of a public JWK, PKCS#8 of a private one; undefined for kinds that have no PEM, such as secrets. */
export function pemOfJwk(jwk: Jwk): string | undefined {
  const der = derOfJwk(jwk);
  return der === undefined ? undefined : pemOfDer(der);
}

async function jwkOfLocked(text: string, password: string): Promise<KeyResult<Jwk>> {
  const opened = await decryptPem(text, password);
  return opened.kind === 'refused' ? opened : jwkOfText(opened.key);
}

async function jwkOfPem(text: string): Promise<KeyResult<Jwk>> {
  const pem = readPem(text);
  const plain = pem === undefined ? undefined : plainDer(pem);
  const jwk = plain === undefined ? undefined : await jwkOfDer(plain);
  const marked = jwk === undefined ? undefined : markedJwk(jwk, plain?.algorithms);
  return marked === undefined ? keyRefused(keyUnreadable('key of a kind that JWK knows')) : keyRead(marked);
}
