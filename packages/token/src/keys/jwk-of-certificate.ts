import { publicJwkOf } from './jwk-of-der.ts';
import type { Jwk } from './key.ts';
import { readPem } from './pem.ts';
import { plainDer } from './plain-der.ts';

/** The public JWK of a certificate or public key in PEM, with the algorithm where the key is marked for one alone. */
export function jwkOfCertificate(text: string): Jwk | undefined {
  const pem = readPem(text);
  const plain = pem === undefined ? undefined : plainDer(pem);
  const jwk = plain?.form === 'spki' ? publicJwkOf(plain) : undefined;
  const [alg] = plain?.algorithms ?? [];
  return jwk === undefined || alg === undefined ? jwk : { ...jwk, alg };
}
