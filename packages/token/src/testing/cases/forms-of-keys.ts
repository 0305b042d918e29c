import type { Case } from './case.ts';

const rsa = 'RSA public key of 2048 bits';

/** One key in each form that people have it in. */
export const formsOfKeys: readonly Case[] = [
  {
    name: 'PEM, SPKI',
    token: (ring) => ring.rsa.token('RS256'),
    key: (ring) => ring.rsa.pem,
    alg: 'RS256',
    answer: 'verified',
    inspect: rsa,
  },
  {
    name: 'PEM, PKCS#1',
    token: (ring) => ring.rsa.token('RS256'),
    key: (ring) => ring.rsa.pkcs1,
    alg: 'RS256',
    answer: 'verified',
    inspect: rsa,
  },
  {
    name: 'PEM of a P-256 key, of which the algorithm is known',
    token: (ring) => ring.ec.token('ES256'),
    key: (ring) => ring.ec.pem,
    answer: 'verified',
    inspect: 'P-256 public key',
  },
  {
    name: 'PEM against a token that names a kid',
    token: (ring) => ring.ec.token('ES256', { kid: 'a' }),
    key: (ring) => ring.ec.pem,
    answer: 'verified',
    inspect: 'P-256 public key',
  },
  {
    name: 'DER, SPKI',
    token: (ring) => ring.rsa.token('RS256'),
    key: (ring) => ring.rsa.der,
    alg: 'RS256',
    answer: 'verified',
    inspect: rsa,
  },
  {
    name: 'a JWK',
    token: (ring) => ring.ec.token('ES256'),
    key: (ring) => JSON.stringify(ring.ec.jwk()),
    answer: 'verified',
    inspect: 'P-256 public key',
  },
  {
    name: 'the key of another',
    token: (ring) => ring.otherEc.token('ES256'),
    key: (ring) => JSON.stringify(ring.ec.jwk()),
    answer: 'signature_invalid',
    says: 'The signature does not match the token.',
    inspect: 'P-256 public key',
  },
];
