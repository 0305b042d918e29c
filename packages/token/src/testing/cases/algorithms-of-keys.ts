import type { Case } from './case.ts';
import type { Members } from './signed-text.ts';

/** What a key may be used with, and what is weak about it. */
export const algorithmsOfKeys: readonly Case[] = [
  {
    name: 'ES256K by a JWK',
    token: ({ secp256k1 }) => secp256k1.token('ES256K'),
    key: ({ secp256k1 }) => json(secp256k1.jwk()),
    answer: 'verified',
    warns: 'ES256K is legacy',
    inspect: 'secp256k1 public key',
  },
  {
    name: 'ES256K by PEM',
    token: ({ secp256k1 }) => secp256k1.token('ES256K'),
    key: ({ secp256k1 }) => secp256k1.pem,
    answer: 'verified',
    inspect: 'ES256K',
  },
  {
    name: 'ES256K by a set',
    token: ({ secp256k1 }) => secp256k1.token('ES256K', { kid: 'a' }),
    key: ({ secp256k1 }) => setOf(secp256k1.jwk({ kid: 'a' })),
    answer: 'verified',
    but: { gateway: 'alg_unsupported' },
    says: 'not supported here',
    inspect: 'secp256k1 public key',
  },
  {
    name: 'ES256K, changed',
    token: ({ secp256k1 }) => changed(secp256k1.token('ES256K')),
    key: ({ secp256k1 }) => secp256k1.pem,
    answer: 'signature_invalid',
    says: 'The signature does not match the token.',
    inspect: 'ES256K',
  },
  {
    name: 'Ed25519 as EdDSA',
    token: ({ ed25519 }) => ed25519.token('EdDSA'),
    key: ({ ed25519 }) => ed25519.pem,
    answer: 'verified',
    inspect: 'Ed25519 public key',
  },
  {
    name: 'Ed25519 by its own name',
    token: ({ ed25519 }) => ed25519.token('Ed25519'),
    key: ({ ed25519 }) => setOf(ed25519.jwk()),
    answer: 'verified',
    inspect: 'Ed25519 public key',
  },
  {
    name: 'Ed448 as EdDSA',
    token: ({ ed448 }) => ed448.token('EdDSA'),
    key: ({ ed448 }) => ed448.pem,
    answer: 'verified',
    inspect: 'Ed448 public key',
  },
  {
    name: 'Ed448 as EdDSA by a JWK',
    token: ({ ed448 }) => ed448.token('EdDSA'),
    key: ({ ed448 }) => json(ed448.jwk()),
    answer: 'verified',
    inspect: 'Ed448 public key',
  },
  {
    name: 'Ed448 by its own name',
    token: ({ ed448 }) => ed448.token('Ed448'),
    key: ({ ed448 }) => json(ed448.jwk()),
    answer: 'verified',
    inspect: 'Ed448 public key',
  },
  {
    name: 'ML-DSA',
    token: ({ mlDsa }) => mlDsa.token('ML-DSA-44'),
    key: ({ mlDsa }) => mlDsa.pem,
    answer: 'verified',
    but: { page: null },
    inspect: 'ML-DSA-44 public key',
  },
  {
    name: 'RSASSA-PSS for its algorithm',
    token: ({ pss }) => pss.token('PS256'),
    key: ({ pss }) => pss.pem,
    alg: 'PS256',
    answer: 'verified',
    inspect: 'PS512',
  },
  {
    name: 'RSASSA-PSS for an RS algorithm',
    token: ({ pss, rsa }) => withAlg(pss.token('PS256'), rsa.token('RS256')),
    key: ({ pss }) => pss.pem,
    alg: 'RS256',
    answer: 'alg_not_pinned',
    says: 'The key says that it is for another algorithm',
    inspect: 'PS256',
  },
  {
    name: 'RSASSA-PSS that is bound to a hash',
    token: ({ pss256 }) => pss256.token('PS256'),
    key: ({ pss256 }) => pss256.pem,
    answer: 'verified',
    inspect: 'PS256',
  },
  {
    name: 'RSASSA-PSS that is bound to another hash',
    token: ({ rsa }) => rsa.token('PS512'),
    key: ({ pss256 }) => pss256.pem,
    answer: 'alg_not_pinned',
    but: { verify: 'alg_not_pinned' },
    says: 'PS512',
    inspect: 'PS256',
  },
  {
    name: 'a private RSASSA-PSS key',
    token: ({ pss256 }) => pss256.token('PS256'),
    key: ({ pss256 }) => pss256.privatePem,
    answer: 'verified',
    inspect: 'PS256',
  },
  {
    name: 'RSA without alg, alone and without a word about the algorithm',
    token: ({ rsa }) => rsa.token('RS512'),
    key: ({ rsa }) => json(rsa.jwk()),
    answer: 'verified',
    but: { verify: 'usage' },
    says: 'more than one algorithm',
    inspect: 'RS512',
  },
  {
    name: 'RSA without alg, in a set and without a word about the algorithm',
    token: ({ rsa }) => rsa.token('RS512', { kid: 'a' }),
    key: ({ rsa }) => setOf(rsa.jwk({ kid: 'a' })),
    answer: 'verified',
    but: { verify: 'usage' },
    says: 'more than one algorithm',
    inspect: 'RS512',
  },
  {
    name: 'RSA without alg, and a token of another algorithm than was named',
    token: ({ rsa }) => rsa.token('RS512'),
    key: ({ rsa }) => setOf(rsa.jwk()),
    alg: 'RS256',
    answer: 'alg_not_pinned',
    but: { page: 'verified', diagnose: 'verified' },
    says: 'RS256',
    inspect: 'RS512',
  },
  {
    name: 'a set that says the algorithm',
    token: ({ rsa }) => rsa.token('PS256', { kid: 'a' }),
    key: ({ rsa }) => setOf(rsa.jwk({ kid: 'a', alg: 'PS256' })),
    answer: 'verified',
    inspect: 'PS256',
  },
  {
    name: 'a key for another algorithm than the token names',
    token: ({ rsa }) => rsa.token('RS256', { kid: 'a' }),
    key: ({ rsa }) => setOf(rsa.jwk({ kid: 'a', alg: 'PS256' })),
    answer: 'alg_not_pinned',
    says: 'PS256',
    inspect: 'PS256',
    diagnose: 'marked for something else',
  },
  {
    name: 'a short RSA key',
    token: ({ shortRsa }) => shortRsa.token('RS256'),
    key: ({ shortRsa }) => shortRsa.pem,
    alg: 'RS256',
    answer: 'verified',
    warns: 'The RSA key has 1024 bits',
    inspect: 'The RSA key has 1024 bits',
  },
  {
    name: 'a short RSA key in a set',
    token: ({ shortRsa }) => shortRsa.token('RS256', { kid: 'a' }),
    key: ({ shortRsa }) => setOf(shortRsa.jwk({ kid: 'a', alg: 'RS256' })),
    answer: 'verified',
    but: { gateway: 'key_unknown' },
    warns: 'The RSA key has 1024 bits',
    gateway: 'The key is too short for RS256.',
    inspect: 'The RSA key has 1024 bits',
  },
  {
    name: 'a key with the fingerprint of ROCA',
    token: ({ roca }) => roca.token('RS256', { kid: 'a' }),
    key: ({ roca }) => setOf(roca.jwk({ kid: 'a', alg: 'RS256' })),
    answer: 'verified',
    but: { gateway: 'key_unknown' },
    warns: 'ROCA',
    gateway: 'can be computed from the public one',
    inspect: 'ROCA',
  },
  {
    name: 'a key with the fingerprint of ROCA in PEM',
    token: ({ roca }) => roca.token('RS256'),
    key: ({ roca }) => roca.pem,
    alg: 'RS256',
    answer: 'verified',
    warns: 'ROCA',
    inspect: 'ROCA',
  },
  {
    name: 'an exponent of 1',
    token: ({ rsa }) => rsa.token('RS256', { kid: 'a' }),
    key: ({ rsa }) => setOf(rsa.jwk({ kid: 'a', alg: 'RS256', e: 'AQ' })),
    answer: 'key_wrong_kind',
    but: { gateway: 'key_unknown' },
    says: 'a public exponent with which anybody can forge',
    inspect: 'anybody can forge',
  },
  {
    name: 'a modulus with a zero in front',
    token: ({ rsa }) => rsa.token('RS256', { kid: 'a' }),
    key: ({ rsa }) => setOf(rsa.jwk({ kid: 'a', alg: 'RS256', n: withZero(rsa.jwk()['n']) })),
    answer: 'verified',
    inspect: 'RSA public key of 2048 bits',
  },
  {
    name: 'a short secret',
    token: ({ shortSecret }) => shortSecret.token(),
    key: ({ shortSecret }) => shortSecret.text,
    as: 'secret',
    alg: 'HS256',
    answer: 'verified',
    warns: 'The secret has 128 bits',
  },
  {
    name: 'a short secret as a JWK',
    token: ({ shortSecret }) => shortSecret.token(),
    key: ({ shortSecret }) => json(shortSecret.jwk()),
    alg: 'HS256',
    answer: 'verified',
    warns: 'The secret has 128 bits',
    inspect: 'The secret has 128 bits',
  },
  {
    name: 'a secret',
    token: ({ secret }) => secret.token(),
    key: ({ secret }) => secret.text,
    as: 'secret',
    alg: 'HS256',
    answer: 'verified',
  },
  {
    name: 'a secret as a JWK that says its algorithm',
    token: ({ secret }) => secret.token('HS512'),
    key: ({ secret }) => json(secret.jwk({ alg: 'HS512' })),
    answer: 'verified',
    inspect: 'secret of 512 bits',
  },
  {
    name: 'another secret',
    token: ({ secret }) => secret.token(),
    key: ({ shortSecret }) => shortSecret.text,
    as: 'secret',
    alg: 'HS256',
    answer: 'signature_invalid',
    says: 'The signature does not match the token.',
  },
  {
    name: 'a secret that has the form of an address',
    token: ({ secret }) => secret.token('HS256', {}, 'https://login.example/a-secret-all-the-same'),
    key: () => 'https://login.example/a-secret-all-the-same',
    as: 'secret',
    alg: 'HS256',
    answer: 'verified',
    but: { page: 'key_elsewhere' },
    says: 'This is an address, not a key.',
  },
  {
    name: 'a public key where the token wants a secret',
    token: ({ secret, rsa: { pem } }) => secret.token('HS256', {}, pem),
    key: ({ rsa: { pem } }) => pem,
    alg: 'HS256',
    answer: 'alg_not_pinned',
    says: 'not of the kind that HS256 needs',
    inspect: 'RSA public key',
    diagnose: 'algorithm-confusion',
  },
  {
    name: 'a public key as the secret of a JWK',
    token: ({ secret, rsa: { pem } }) => secret.token('HS256', {}, pem),
    key: ({ rsa: { pem } }) => JSON.stringify({ kty: 'oct', k: Buffer.from(pem).toString('base64url') }),
    alg: 'HS256',
    answer: 'verified',
    warns: 'whoever has the public key can sign',
    inspect: 'secret',
  },
  {
    name: 'a key for encryption',
    token: ({ rsa }) => rsa.token('RS256', { kid: 'a' }),
    key: ({ rsa }) => setOf(rsa.jwk({ kid: 'a', use: 'enc' })),
    answer: 'key_not_for_signatures',
    but: { gateway: 'key_unknown' },
    says: 'not for signatures',
    inspect: 'RSA public key',
    diagnose: 'marked for something else',
  },
  {
    name: 'a private key in a set',
    token: ({ ec }) => ec.token('ES256', { kid: 'a' }),
    key: ({ ec }) => setOf(ec.privateJwk({ kid: 'a' })),
    answer: 'verified',
    but: { gateway: 'key_unknown' },
    warns: 'holds what signs',
    gateway: 'holds a private key or a secret',
    inspect: 'P-256 private key',
  },
  {
    name: 'a secret in a set',
    token: ({ secret }) => secret.token('HS256', { kid: 'a' }),
    key: ({ secret }) => setOf(secret.jwk({ kid: 'a', alg: 'HS256' })),
    answer: 'verified',
    but: { gateway: 'key_unknown' },
    warns: 'holds what signs',
    gateway: 'holds a private key or a secret',
    inspect: 'secret of 512 bits',
  },
  {
    name: 'a broken key beside the right one',
    token: ({ ec }) => ec.token('ES256', { kid: 'a' }),
    key: ({ ec, otherEc }) => setOf(otherEc.jwk({ kid: 'b', x: 1 }), ec.jwk({ kid: 'a' })),
    answer: 'verified',
    inspect: 'The member x of the key',
  },
  {
    name: 'a broken key that the token names',
    token: ({ ec }) => ec.token('ES256', { kid: 'a' }),
    key: ({ ec, otherEc }) => setOf(ec.jwk({ kid: 'a', x: 1 }), otherEc.jwk({ kid: 'b' })),
    answer: 'key_unreadable',
    but: { gateway: 'key_unknown' },
    says: 'The member x of the key',
    inspect: 'The member x of the key',
  },
  {
    name: 'a key off its curve',
    token: ({ ec }) => ec.token('ES256', { kid: 'a' }),
    key: ({ ec }) => setOf(ec.jwk({ kid: 'a', x: Buffer.alloc(32, 1).toString('base64url') })),
    answer: 'key_unreadable',
    but: { gateway: 'key_unknown' },
    says: 'that can be read',
    inspect: 'that can be read',
  },
  {
    name: 'a set of more keys than are read',
    token: ({ ec }) => ec.token('ES256', { kid: 'a' }),
    key: ({ ec, otherEc }) =>
      setOf(
        ...Array.from({ length: 64 }, (_, index) => otherEc.jwk({ kid: `k${index}` })),
        ec.jwk({ kid: 'a' }),
      ),
    answer: 'key_too_many',
    but: { gateway: 'key_unknown' },
    says: 'holds more keys than are read',
  },
  {
    name: 'a key of OpenSSH',
    token: ({ ed25519 }) => ed25519.token('EdDSA'),
    key: ({ ed25519 }) => openSsh(String(ed25519.jwk()['x'])),
    answer: 'verified',
    inspect: 'OpenSSH, ssh-ed25519',
  },
  {
    name: 'a subject of more digits than JavaScript counts',
    token: ({ ec }) => ec.token('ES256', {}, '{"sub":100002348117421473}'),
    key: ({ ec }) => ec.pem,
    answer: 'verified',
    inspect: 'P-256',
    decode: '100002348117421473',
  },
];

function json(value: Members): string {
  return JSON.stringify(value);
}

function setOf(...keys: readonly Members[]): string {
  return JSON.stringify({ keys });
}

function withZero(number: unknown): string {
  return Buffer.concat([Buffer.of(0), Buffer.from(String(number), 'base64url')]).toString('base64url');
}

/** The last byte of the payload another one. */
function changed(token: string): string {
  const [header = '', payload = '', signature = ''] = token.split('.');
  const text = Buffer.from(payload, 'base64url').toString().replace('usr_ada', 'usr_eve');
  return [header, Buffer.from(text).toString('base64url'), signature].join('.');
}

/** The header of one token before what another signed. */
function withAlg(signed: string, header: string): string {
  return [header.split('.')[0], ...signed.split('.').slice(1)].join('.');
}

/** RFC 8709 §4. */
function openSsh(x: string): string {
  const fields = [Buffer.from('ssh-ed25519'), Buffer.from(x, 'base64url')];
  const body = Buffer.concat(fields.flatMap((field) => [Buffer.of(0, 0, 0, field.length), field]));
  return `ssh-ed25519 ${body.toString('base64')} ada@example`;
}
