import { sign } from 'node:crypto';
import type { Case } from './case.ts';
import type { KeyRing } from './key-ring.ts';
import type { MadeKey } from './made-key.ts';
import { goodClaims, signedText } from './signed-text.ts';

type Change = (signature: Buffer) => Buffer;

const noMatch = { answer: 'signature_invalid', says: 'The signature does not match the token.' } as const;
const es256 = {
  key: ({ ec }: KeyRing) => JSON.stringify({ keys: [ec.jwk()] }),
  inspect: 'P-256 public key',
  ...noMatch,
} as const;
const rs256 = {
  key: ({ rsa }: KeyRing) => JSON.stringify({ keys: [rsa.jwk({ alg: 'RS256' })] }),
  inspect: 'RSA public key',
  ...noMatch,
} as const;

/** Signatures of which something was lost, or to which something was added. */
export const signatureLengths: readonly Case[] = [
  {
    name: 'an ES256 signature of 63 bytes, of which r lost its zero in front',
    token: ({ ec }) => changed(tokenWith(ec, 'ES256', 0), (bytes) => bytes.subarray(1)),
    ...es256,
    diagnose: 'in front of r are as many as they must be: it has 63 bytes in place of 64',
  },
  {
    name: 'an ES256 signature of 63 bytes, of which s lost its zero in front',
    token: ({ ec }) =>
      changed(tokenWith(ec, 'ES256', 32), (bytes) =>
        Buffer.concat([bytes.subarray(0, 32), bytes.subarray(33)]),
      ),
    ...es256,
    diagnose: 'in front of s are as many as they must be: it has 63 bytes in place of 64',
  },
  {
    name: 'an ES256 signature in DER',
    token: ({ ec }) =>
      signedText({ alg: 'ES256' }, goodClaims, (input) => sign('sha256', Buffer.from(input), ec.privatePem)),
    ...es256,
    diagnose: 'written as ASN.1 DER where a JWS has its two halves',
  },
  {
    name: 'an ES256 signature cut off in its last byte',
    token: ({ ec }) => changed(ec.token('ES256'), (bytes) => bytes.subarray(0, -1)),
    ...es256,
    diagnose: 'its end is missing: 1 of 64 bytes, 2 characters',
  },
  {
    name: 'an ES256 signature cut off by more',
    token: ({ ec }) => changed(ec.token('ES256'), (bytes) => bytes.subarray(0, 60)),
    ...es256,
    diagnose: 'its last 6 characters are probably missing',
  },
  {
    name: 'an ES256 signature with three bytes behind it',
    token: ({ ec }) => changed(ec.token('ES256'), (bytes) => Buffer.concat([bytes, Buffer.from('end')])),
    ...es256,
    diagnose: 'is right in its first 64 bytes; 3 more stand behind it',
  },
  {
    name: 'an RS256 signature of 255 bytes, which lost its zero in front',
    token: ({ rsa }) => changed(tokenWith(rsa, 'RS256', 0), (bytes) => bytes.subarray(1)),
    ...rs256,
    diagnose: 'in front of the number are as many as they must be: it has 255 bytes in place of 256',
  },
  {
    name: 'an RS256 signature of 257 bytes, with a zero in front for the sign',
    token: ({ rsa }) => changed(rsa.token('RS256'), (bytes) => Buffer.concat([Buffer.of(0), bytes])),
    ...rs256,
    diagnose: 'it has 257 bytes in place of 256',
  },
  {
    name: 'an HS256 signature of which the end is missing',
    token: ({ secret }) => changed(secret.token('HS256'), (bytes) => bytes.subarray(0, 24)),
    key: ({ secret }) => secret.text,
    as: 'secret',
    alg: 'HS256',
    ...noMatch,
    diagnose: 'its end is missing: 8 of 32 bytes, 11 characters',
  },
  {
    name: 'an HS256 signature written as hexadecimal text',
    token: ({ secret }) => changed(secret.token('HS256'), (bytes) => Buffer.from(bytes.toString('hex'))),
    key: ({ secret }) => secret.text,
    as: 'secret',
    alg: 'HS256',
    ...noMatch,
    diagnose: 'written as the text of its hexadecimal',
  },
  {
    name: 'an ES256K signature under a header that names ES256',
    token: ({ secp256k1 }) => renamed(secp256k1, 'ES256K', 'ES256'),
    key: ({ secp256k1 }) => secp256k1.pem,
    answer: 'alg_not_pinned',
    says: 'ES256',
    inspect: 'secp256k1',
    diagnose: 'verifies as ES256K',
  },
  {
    name: 'an ML-DSA-44 signature under a header that names ES256',
    token: ({ mlDsa }) => renamed(mlDsa, 'ML-DSA-44', 'ES256'),
    key: ({ mlDsa }) => mlDsa.pem,
    answer: 'alg_not_pinned',
    says: 'ES256',
    inspect: 'ML-DSA-44',
    diagnose: 'verifies as ML-DSA-44',
  },
  {
    name: 'an Ed448 signature under a header that names ES256',
    token: ({ ed448 }) => renamed(ed448, 'Ed448', 'ES256'),
    key: ({ ed448 }) => ed448.pem,
    answer: 'alg_not_pinned',
    says: 'ES256',
    inspect: 'Ed448',
    diagnose: 'verifies as Ed448',
  },
];

function changed(token: string, change: Change): string {
  const [header, payload, signature = ''] = token.split('.');
  return `${header}.${payload}.${change(Buffer.from(signature, 'base64url')).toString('base64url')}`;
}

/** The first token whose signature has a zero at that place, as one in 256 has. */
function tokenWith(key: MadeKey, alg: string, place: number): string {
  for (let round = 0; round < 20_000; round += 1) {
    const token = key.token(alg, {}, { ...goodClaims, round });
    if (Buffer.from(token.split('.')[2] ?? '', 'base64url')[place] === 0) return token;
  }
  throw new Error('No signature with a zero.');
}

function renamed(key: MadeKey, alg: string, named: string): string {
  return key.token(alg, { alg: named });
}
