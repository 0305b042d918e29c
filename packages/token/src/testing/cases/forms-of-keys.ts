import type { Case } from './case.ts';
import type { KeyRing } from './key-ring.ts';

const rsa = 'RSA public key of 2048 bits';
const p256 = 'P-256 public key';

/** What every form of the one RSA key has in common. */
const ofRsa = {
  token: (ring: KeyRing) => ring.rsa.token('RS256', { kid: 'a' }),
  alg: 'RS256',
  answer: 'verified',
  inspect: rsa,
} as const;
const ofEc = {
  token: (ring: KeyRing) => ring.ec.token('ES256', { kid: 'a' }),
  answer: 'verified',
  inspect: p256,
} as const;

/** One key in each form that people have it in. */
export const formsOfKeys: readonly Case[] = [
  { ...ofRsa, name: 'PEM, SPKI', key: ({ rsa: { pem } }) => pem },
  { ...ofRsa, name: 'PEM, PKCS#1', key: ({ rsa: { pkcs1 } }) => pkcs1 },
  { ...ofRsa, name: 'PEM, PKCS#8', key: (ring) => ring.rsa.privatePem, inspect: 'RSA private key' },
  { ...ofEc, name: 'PEM of a P-256 key, of which the algorithm is known', key: ({ ec }) => ec.pem },
  { ...ofEc, name: 'PEM, SEC1', key: ({ ec }) => ec.olderPrivatePem('sec1'), inspect: 'P-256 private key' },
  { ...ofRsa, name: 'a certificate', key: (ring) => ring.certificate, inspect: 'X.509' },
  { ...ofEc, name: 'a JWK', key: ({ ec }) => JSON.stringify(ec.jwk()) },
  { ...ofEc, name: 'a JWK of another name', key: ({ ec }) => JSON.stringify(ec.jwk({ kid: 'b' })) },
  { ...ofRsa, name: 'DER, SPKI', key: ({ rsa: { der } }) => der, inspect: 'DER, PUBLIC KEY' },
  { ...ofRsa, name: 'DER, PKCS#8', key: (ring) => ring.rsa.privateDer, inspect: 'DER, PRIVATE KEY' },
  { ...ofRsa, name: 'PEM in UTF-16', key: ({ rsa: { pem } }) => utf16(pem), inspect: 'UTF-16LE' },
  {
    ...ofRsa,
    name: 'PEM behind a byte order mark',
    key: ({ rsa: { pem } }) => bytes(`\ufeff${pem}`),
    inspect: 'UTF-8-BOM',
  },
  { ...ofEc, name: 'a JWK in UTF-16', key: ({ ec }) => utf16(JSON.stringify(ec.jwk())), inspect: 'UTF-16LE' },
  {
    ...ofRsa,
    name: 'PEM with line ends of Windows',
    key: ({ rsa: { pem } }) => pem.replaceAll('\n', '\r\n'),
  },
  {
    ...ofRsa,
    name: 'PEM with line ends written as \\n',
    key: ({ rsa: { pem } }) => onOneLine(pem),
    inspect: 'line ends written as \\n',
  },
  {
    ...ofRsa,
    name: 'PEM with blanks in the place of line ends',
    key: ({ rsa: { pem } }) => pem.replaceAll('\n', ' '),
  },
  {
    ...ofRsa,
    name: 'PEM without its first and last line',
    key: (ring) => ring.rsa.base64,
    inspect: 'without its first and last line',
  },
  {
    ...ofRsa,
    name: 'PEM without its first and last line, in lines',
    key: ({ rsa: { pem } }) => pem.split('\n').slice(1, -2).join('\n'),
  },
  {
    ...ofRsa,
    name: 'PEM without its last line',
    key: ({ rsa: { pem } }) => pem.split('\n').slice(0, -2).join('\n'),
    inspect: 'without its last line',
  },
  {
    ...ofRsa,
    name: 'PEM without its first line',
    key: ({ rsa: { pem } }) => pem.split('\n').slice(1).join('\n'),
    inspect: 'without its first line',
  },
  {
    ...ofRsa,
    name: 'SPKI under the label of PKCS#1',
    key: ({ rsa: { pem } }) => pem.replaceAll('PUBLIC KEY', 'RSA PUBLIC KEY'),
    inspect: 'under the label RSA PUBLIC KEY',
  },
  {
    ...ofRsa,
    name: 'PKCS#1 under the label of SPKI',
    key: ({ rsa: { pkcs1 } }) => pkcs1.replaceAll('RSA PUBLIC KEY', 'PUBLIC KEY'),
    inspect: 'under the label PUBLIC KEY',
  },
  {
    ...ofRsa,
    name: 'SPKI under the label of a certificate',
    key: ({ rsa: { pem } }) => pem.replaceAll('PUBLIC KEY', 'CERTIFICATE'),
  },
  { ...ofRsa, name: 'PEM, indented as in YAML', key: ({ rsa: { pem } }) => pem.replaceAll(/^/gm, '    ') },
  {
    ...ofRsa,
    name: 'PEM as a value of YAML',
    key: ({ rsa: { pem } }) => `publicKey: |\n${pem.replaceAll(/^/gm, '  ')}`,
  },
  {
    ...ofRsa,
    name: 'PEM with dashes that a word processor joined',
    key: ({ rsa: { pem } }) => pem.replaceAll('-----', '–––––'),
  },
  {
    ...ofRsa,
    name: 'PEM in a line of .env',
    key: ({ rsa: { pem } }) => `JWT_PUBLIC_KEY="${onOneLine(pem)}"`,
  },
  {
    ...ofRsa,
    name: 'PEM over several lines of .env',
    key: ({ rsa: { pem } }) => `PORT=80\nJWT_PUBLIC_KEY="${pem}"\n`,
  },
  {
    ...ofRsa,
    name: 'base64 of the key in a line of .env',
    key: (ring) => `export PUBLIC_KEY=${ring.rsa.base64}`,
    inspect: 'in a line of settings',
  },
  {
    ...ofEc,
    name: 'a JWK in a line of .env',
    key: ({ ec }) => `JWK='${JSON.stringify(ec.jwk())}'`,
    inspect: 'in a line of settings',
  },
  { ...ofRsa, name: 'PEM as a string of JSON', key: ({ rsa: { pem } }) => JSON.stringify(pem) },
  {
    ...ofEc,
    name: 'a JWK as a string of JSON',
    key: ({ ec }) => JSON.stringify(JSON.stringify(ec.jwk())),
    inspect: 'in quotation marks',
  },
  {
    ...ofRsa,
    name: 'PEM inside other JSON, as in an account of Google',
    key: (ring) =>
      JSON.stringify({
        type: 'service_account',
        private_key_id: 'a',
        private_key: ring.rsa.privatePem,
        client_email: 'x@y.example',
      }),
    inspect: 'inside other JSON',
  },
  {
    ...ofRsa,
    name: 'base64 inside other JSON, as Keycloak shows a realm',
    key: (ring) =>
      JSON.stringify({
        realm: 'shop',
        public_key: ring.rsa.base64,
        'token-service': 'https://login.example',
      }),
    inspect: 'inside other JSON',
  },
  {
    ...ofEc,
    name: 'a JWK inside other JSON',
    key: ({ ec }) => JSON.stringify({ name: 'signing', key: ec.jwk() }),
  },
  {
    ...ofRsa,
    name: 'the file of a key in base64, as Kubernetes keeps it',
    key: ({ rsa: { pem } }) => Buffer.from(pem).toString('base64'),
    inspect: 'in base64',
  },
  {
    ...ofEc,
    name: 'a JWK in base64url',
    key: ({ ec }) => Buffer.from(JSON.stringify(ec.jwk())).toString('base64url'),
    inspect: 'in base64',
  },
  {
    ...ofRsa,
    name: 'DER in hexadecimal digits',
    key: ({ rsa: { der } }) => Buffer.from(der).toString('hex'),
  },
  {
    ...ofRsa,
    name: 'a chain of certificates as x5c',
    key: (ring) => JSON.stringify([ring.certificate.split('\n').slice(1, -2).join('')]),
  },
  {
    ...ofRsa,
    name: 'certificates by kid, as Google publishes them',
    key: (ring) => JSON.stringify({ a: ring.certificate, b: ring.otherCertificate }),
  },
  {
    ...ofEc,
    name: 'a list of JWKs without its frame',
    key: ({ ec, otherEc }) => JSON.stringify([otherEc.jwk({ kid: 'b' }), ec.jwk({ kid: 'a' })]),
  },
  {
    ...ofEc,
    name: 'a JWK with a member that holds PEM',
    key: ({ ec, rsa: { pem } }) => JSON.stringify(ec.jwk({ note: pem })),
  },
  {
    ...ofEc,
    name: 'a set with a member that holds PEM',
    key: ({ ec, rsa: { pem } }) => JSON.stringify({ note: pem, keys: [ec.jwk({ kid: 'a' })] }),
  },
  {
    ...ofEc,
    name: 'a JWK whose members that are not used are null',
    key: ({ ec }) => JSON.stringify(ec.jwk({ alg: null, use: null, key_ops: null, d: null, kid: null })),
  },
  {
    ...ofEc,
    name: 'the key of another',
    token: ({ otherEc }) => otherEc.token('ES256'),
    key: ({ ec }) => JSON.stringify(ec.jwk()),
    answer: 'signature_invalid',
    says: 'The signature does not match the token.',
  },
];

function onOneLine(pem: string): string {
  return pem.trimEnd().replaceAll('\n', '\\n');
}

function bytes(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(Buffer.from(text));
}

function utf16(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(Buffer.from(text, 'utf16le'));
}
