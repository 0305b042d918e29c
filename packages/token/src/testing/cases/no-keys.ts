import { derTag, writeDer } from '../../keys/der.ts';
import { identifierDer } from '../../keys/object-identifier.ts';
import type { Case } from './case.ts';
import type { KeyRing } from './key-ring.ts';

/** What is no key to use, each with the words in which it is named. */
const unusable = {
  token: (ring: KeyRing) => ring.rsa.token('RS256'),
  alg: 'RS256',
  answer: 'key_unreadable',
} as const;

export const noKeys: readonly Case[] = [
  {
    ...unusable,
    name: 'the address of a key set',
    key: () => 'https://login.example/.well-known/jwks.json',
    answer: 'key_elsewhere',
    says: 'This is an address, not a key.',
  },
  {
    ...unusable,
    name: 'a discovery document',
    key: () => '{"issuer":"https://login.example","jwks_uri":"https://login.example/jwks"}',
    answer: 'key_elsewhere',
    says: 'This is a discovery document',
  },
  {
    ...unusable,
    name: 'a DSA key',
    key: ({ dsa }) => dsa.pem,
    answer: 'key_kind_unsupported',
    says: 'This is a DSA key',
  },
  {
    ...unusable,
    name: 'a DSA key in DER',
    key: ({ dsa }) => dsa.der,
    answer: 'key_kind_unsupported',
    says: 'This is a DSA key',
  },
  {
    ...unusable,
    name: 'a key on P-192',
    key: ({ p192 }) => p192.pem,
    answer: 'key_kind_unsupported',
    says: 'P-192',
  },
  {
    ...unusable,
    name: 'a key on a Brainpool curve',
    key: ({ brainpool }) => brainpool.pem,
    answer: 'key_kind_unsupported',
    says: 'brainpoolP256r1',
  },
  {
    ...unusable,
    name: 'a key with explicit parameters',
    key: ({ explicit }) => explicit.pem,
    answer: 'key_kind_unsupported',
    says: 'spells out the parameters of its curve',
  },
  {
    ...unusable,
    name: 'a private key with explicit parameters',
    key: ({ explicit }) => explicit.privatePem,
    answer: 'key_kind_unsupported',
    says: 'spells out the parameters of its curve',
  },
  {
    ...unusable,
    name: 'a JWK on P-192',
    key: () => '{"kty":"EC","crv":"P-192","x":"AA","y":"AA"}',
    answer: 'key_kind_unsupported',
    says: 'P-192',
  },
  {
    ...unusable,
    name: 'a JWK of an unknown type',
    key: () => '{"kty":"quantum"}',
    answer: 'key_kind_unsupported',
    says: 'This is a quantum key',
  },
  {
    ...unusable,
    name: 'a private key of OpenSSH',
    key: () => armour('OPENSSH PRIVATE KEY'),
    says: 'This form of PEM is not read here.',
  },
  {
    ...unusable,
    name: 'a certificate request',
    key: () => armour('CERTIFICATE REQUEST'),
    says: 'This form of PEM is not read here.',
  },
  {
    ...unusable,
    name: 'a key of OpenPGP',
    key: () => armour('PGP PUBLIC KEY BLOCK', 'Version: 1\n\n'),
    says: 'This form of PEM is not read here.',
  },
  {
    ...unusable,
    name: 'an encrypted private key',
    key: () => armour('ENCRYPTED PRIVATE KEY'),
    answer: 'key_encrypted',
    says: 'is encrypted with a password',
  },
  {
    ...unusable,
    name: 'a private key that is encrypted in the old way',
    key: () => armour('RSA PRIVATE KEY', 'Proc-Type: 4,ENCRYPTED\nDEK-Info: AES-128-CBC,00\n\n'),
    answer: 'key_encrypted',
    says: 'encrypted in the old way',
  },
  {
    ...unusable,
    name: 'half a PEM',
    key: ({ rsa: { pem } }) => pem.slice(0, 200),
    says: 'This is no PEM that can be read.',
  },
  {
    ...unusable,
    name: 'half a JWK',
    key: ({ rsa }) => JSON.stringify(rsa.jwk()).slice(0, 100),
    says: 'This is no JWK that can be read.',
  },
  {
    ...unusable,
    name: 'a token in the place of the key',
    key: ({ rsa }) => rsa.token('RS256'),
    says: 'This is a token, not a key.',
  },
  {
    ...unusable,
    name: 'a web page',
    key: () => '<!doctype html><title>Sign in</title>',
    says: 'This is a page, not a key.',
  },
  {
    ...unusable,
    name: 'JSON that is no key',
    key: () => '{"name":"signet","version":"1"}',
    says: 'This is JSON, but no key.',
  },
  {
    ...unusable,
    name: 'a secret in a line of .env',
    key: () => 'JWT_SECRET=correct-horse-battery-staple',
    says: 'This is a line of settings',
  },
  {
    ...unusable,
    name: 'a whole .env, of which an attacker may know every byte',
    key: () => '# published with the app\nREALM=demo\nPUBLIC_CLIENT="signet-web"\n',
    says: 'This is a line of settings',
  },
  {
    ...unusable,
    name: 'a key store of Java',
    key: () => Uint8Array.of(0xfe, 0xed, 0xfe, 0xed, 0, 0, 0, 2, ...Array.from({ length: 60 }, () => 0x80)),
    says: 'This is a key store of Java',
  },
  {
    ...unusable,
    name: 'a JWK without its modulus',
    key: ({ rsa }) => JSON.stringify(rsa.jwk({ n: null })),
    says: 'The member n of the key',
  },
  {
    ...unusable,
    name: 'a JWK whose modulus is padded',
    key: ({ rsa }) => JSON.stringify(rsa.jwk({ n: `${rsa.jwk()['n']}==` })),
    says: 'The member n of the key',
  },
  {
    ...unusable,
    name: 'a JWK whose modulus is plain base64',
    key: ({ rsa }) => JSON.stringify(rsa.jwk({ n: `+/${String(rsa.jwk()['n']).slice(2)}` })),
    says: 'The member n of the key',
  },
  {
    ...unusable,
    name: 'a JWK whose exponent is a number',
    key: ({ rsa }) => JSON.stringify(rsa.jwk({ e: 65537 })),
    says: 'The member e of the key',
  },
  {
    ...unusable,
    name: 'a JWK whose coordinate lost its zeros',
    key: ({ ec }) => JSON.stringify(ec.jwk({ x: Buffer.alloc(31, 1).toString('base64url') })),
    says: 'The member x of the key',
  },
  {
    ...unusable,
    name: 'a JWK whose kid is a number',
    key: ({ rsa }) => JSON.stringify(rsa.jwk({ kid: 1 })),
    says: 'The member kid of the key',
  },
  {
    ...unusable,
    name: 'a JWK whose alg is a list',
    key: ({ rsa }) => JSON.stringify(rsa.jwk({ alg: ['RS256'] })),
    says: 'The member alg of the key',
  },
  {
    ...unusable,
    name: 'a JWK with a member twice',
    key: ({ rsa }) => JSON.stringify(rsa.jwk()).replace('{', '{"kty":"RSA",'),
    says: 'This is no JWK that can be read.',
  },
  {
    ...unusable,
    name: 'a file of PKCS#12',
    key: () => pkcs12,
    says: 'This form of PEM is not read here.',
  },
  {
    ...unusable,
    name: 'a public key of SSH2',
    key: () =>
      '---- BEGIN SSH2 PUBLIC KEY ----\nAAAAB3NzaC1yc2EAAAADAQABAAABAQ==\n---- END SSH2 PUBLIC KEY ----\n',
    says: 'This form of PEM is not read here.',
  },
];

function armour(label: string, headers = ''): string {
  return `-----BEGIN ${label}-----\n${headers}${'QUJD'.repeat(16)}\n-----END ${label}-----\n`;
}

/** RFC 7292 §4: version 3 and the content; nothing else of it is looked at. */
const pkcs12 = writeDer(
  derTag.sequence,
  writeDer(derTag.integer, Uint8Array.of(3)),
  writeDer(derTag.sequence, identifierDer('1.2.840.113549.1.7.1')),
);
