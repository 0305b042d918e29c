import { execFileSync } from 'node:child_process';
import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { parseEnv } from 'node:util';
import { describeWithPrograms } from '@signet/testing/suites';
import { sign } from 'jsonwebtoken';
import { describe, expect, it } from 'vitest';
import { describeWithPyJwt, python } from '../testing/python.ts';
import { diagnoseSignature } from './diagnose-signature.ts';
import { spellingNames } from './secret-spellings.ts';

// Nothing here is signed by hand: each token comes from a library that was given the secret in the way people do.
const password = 'correct horse battery staple & more';
const random = randomBytes(33);
// Of bytes that base64 and base64url write differently, so that each is recognised for what it is.
const base64 = Buffer.concat([random, Buffer.from([0xfb, 0xff])]).toString('base64');
const base64url = Buffer.from(base64, 'base64').toString('base64url');
const hex = random.toString('hex');
const claims = { sub: 'ada' };

/** What somebody has as the secret, what the library was given instead, and what the diagnosis says. */
type Mistake = readonly [how: string, has: string, token: string];

const byJsonWebToken: readonly Mistake[] = [
  ['without the white space around it', `  ${password} `, sign(claims, `  ${password} `.trim())],
  ['with a line break at its end', password, sign(claims, `${password}\n`)],
  ['with a Windows line break at its end', password, sign(claims, `${password}\r\n`)],
  ['without the quotes around it', `"${password}"`, sign(claims, fromEnv(`"${password}"`))],
  ['without the quotes around it', `'${password}'`, sign(claims, fromEnv(`'${password}'`))],
  ['with \\n turned into line breaks', 'one\\ntwo', sign(claims, fromEnv('"one\\ntwo"'))],
  ['as base64', base64, sign(claims, Buffer.from(base64, 'base64'))],
  ['as base64url', base64url, sign(claims, Buffer.from(base64url, 'base64url'))],
  ['as hexadecimal', hex, sign(claims, Buffer.from(hex, 'hex'))],
  [
    'with its percent-encoding undone',
    encodeURIComponent(password),
    sign(claims, new URL(`https://h/?s=${encodeURIComponent(password)}`).searchParams.get('s') ?? ''),
  ],
  [
    'without the quotes around it and as base64',
    `"${base64}"`,
    sign(claims, Buffer.from(fromEnv(`"${base64}"`), 'base64')),
  ],
];

/** A value of a `.env` file, as Node reads it. */
function fromEnv(value: string): string {
  return parseEnv(`SECRET=${value}`)['SECRET'] ?? '';
}

async function proven(token: string, has: string): Promise<readonly string[]> {
  const { verifies, findings } = await diagnoseSignature(token, has);
  expect(verifies).toBe(false);
  expect(findings[0]).toMatchObject({ code: 'secret-spelling', certainty: 'proven' });
  return findings.map(({ sentence }) => sentence);
}

describe('secrets that jsonwebtoken was given in another spelling', () => {
  it.each(byJsonWebToken)('%s', async (how, has, token) => {
    expect(await proven(token, has)).toContain(`The signature verifies when the secret is taken ${how}.`);
  });

  it('are found with every spelling that is tried, but for the byte order mark, which JavaScript trims', () => {
    const seen = byJsonWebToken.map(([how]) => how);
    expect(spellingNames.filter((name) => !seen.includes(name))).toEqual(['without its byte order mark']);
  });

  it.each(['HS256', 'HS384', 'HS512'] as const)('with %s as well', async (algorithm) => {
    const token = sign(claims, Buffer.from(hex, 'hex'), { algorithm });
    expect(await proven(token, hex)).toEqual([
      'The signature verifies when the secret is taken as hexadecimal.',
    ]);
  });
});

const encode = 'print(jwt.encode({"sub": "ada"}, secret, "HS256"))';

describeWithPyJwt('secrets that PyJWT was given in another spelling', () => {
  it.each<[how: string, has: string, reading: string, given: string]>([
    ['without the white space around it', ` ${password}`, 'secret = given.strip()', ` ${password}`],
    ['with a line break at its end', password, 'secret = given', `${password}\n`],
    ['with a Windows line break at its end', password, 'secret = given.encode()', `${password}\r\n`],
    ['without the quotes around it', `"${password}"`, 'secret = json.loads(given)', `"${password}"`],
    [
      'with \\n turned into line breaks',
      'one\\ntwo',
      'secret = given.encode().decode("unicode_escape")',
      'one\\ntwo',
    ],
    ['as base64', base64, 'secret = base64.b64decode(given)', base64],
    [
      'as base64url',
      base64url,
      'secret = base64.urlsafe_b64decode(given + "=" * (-len(given) % 4))',
      base64url,
    ],
    ['as hexadecimal', hex, 'secret = bytes.fromhex(given)', hex],
    [
      'with its percent-encoding undone',
      encodeURIComponent(password),
      'secret = urllib.parse.unquote(given)',
      encodeURIComponent(password),
    ],
  ])('%s', async (how, has, reading, given) => {
    const token = python([reading, encode], given);
    expect(await proven(token, has)).toContain(`The signature verifies when the secret is taken ${how}.`);
  });

  it('the byte order mark of a file that a Windows editor saved', async () => {
    const file = `\ufeff${password}`;
    const without = python(['secret = given.encode().decode("utf-8-sig")', encode], file);
    // To JavaScript the mark is white space, so that the simpler of two equal explanations is told.
    expect((await proven(without, file))[0]).toMatch(/white space|byte order mark/);
    const blanks = python(['secret = given.encode().decode("utf-8-sig")', encode], `${file} `);
    expect(await proven(blanks, `${file} `)).toContain(
      'The signature verifies when the secret is taken without its byte order mark.',
    );
  });
});

describeWithPrograms(['openssl'], 'secrets and public keys that openssl was given', () => {
  const { publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const pem = publicKey.export({ format: 'pem', type: 'spki' }).toString();

  it('a secret in hexadecimal, of which dgst takes the bytes', async () => {
    const token = opensslHmac(['-mac', 'HMAC', '-macopt', `hexkey:${hex}`]);
    expect(await proven(token, hex)).toEqual([
      'The signature verifies when the secret is taken as hexadecimal.',
    ]);
  });

  it('the public key as an HMAC secret, without the line end that a shell cuts off', async () => {
    const { findings } = await diagnoseSignature(opensslHmac(['-hmac', pem.trimEnd()]), pem);
    expect(findings[0]).toMatchObject({ code: 'algorithm-confusion', certainty: 'proven' });
  });

  it('the public key as an HMAC secret of jsonwebtoken, from a file with either line end', async () => {
    for (const text of [pem, pem.replaceAll('\n', '\r\n')]) {
      const { findings } = await diagnoseSignature(sign(claims, text, { algorithm: 'HS256' }), pem);
      expect(findings[0]).toMatchObject({ code: 'algorithm-confusion', certainty: 'proven' });
    }
  });

  it.each(['HS256', 'HS384', 'HS512'].flatMap((named) => ['256', '384', '512'].map((used) => [named, used])))(
    'a header that names %s over a signature with SHA-%s',
    async (named, used) => {
      const token = opensslHmac(['-hmac', password], named, used);
      const diagnosis = await diagnoseSignature(token, password);
      if (named === `HS${used}`) expect(diagnosis).toMatchObject({ verifies: true, findings: [] });
      else expect(diagnosis.findings).toMatchObject([{ code: 'other-algorithm', algorithm: `HS${used}` }]);
    },
  );
});

/** A token as the shell scripts of many blogs make it: `printf … | openssl dgst -binary … | base64url`. */
function opensslHmac(key: readonly string[], alg = 'HS256', bits = '256'): string {
  const input = [{ alg }, claims].map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'));
  const signed = input.join('.');
  const signature = execFileSync('openssl', ['dgst', `-sha${bits}`, '-binary', ...key], { input: signed });
  return `${signed}.${signature.toString('base64url')}`;
}
