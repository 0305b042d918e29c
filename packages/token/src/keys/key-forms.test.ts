import { execFileSync } from 'node:child_process';
import { createPublicKey, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describeWithPrograms } from '@signet/testing/suites';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { signToken } from '../sign/sign-token.ts';
import { keyOf } from '../testing/keys.ts';
import { verifySignature } from '../verify/verify-signature.ts';
import { decryptPem } from './decrypt-pem.ts';
import { derOfJwk, pemOfDer } from './der-of-jwk.ts';
import { importSigningKey, importVerificationKey } from './import-key.ts';
import { jwkOfDer } from './jwk-of-der.ts';
import { readOpenSsh } from './open-ssh.ts';
import { readKey } from './read-key.ts';

// Every key here is made and written by OpenSSL or OpenSSH, as their users do it.
const openssl = (words: string, input?: string): string =>
  execFileSync('openssl', words.split(' '), { input, stdio: ['pipe', 'pipe', 'ignore'] }).toString();

const pairs = {
  RSA: generateKeyPairSync('rsa', { modulusLength: 2048 }),
  'P-256': generateKeyPairSync('ec', { namedCurve: 'P-256' }),
  'P-384': generateKeyPairSync('ec', { namedCurve: 'P-384' }),
  'P-521': generateKeyPairSync('ec', { namedCurve: 'P-521' }),
  secp256k1: generateKeyPairSync('ec', { namedCurve: 'secp256k1' }),
  Ed25519: generateKeyPairSync('ed25519'),
  Ed448: generateKeyPairSync('ed448'),
} as const;

const der = (key: KeyObject) => ({
  form: key.type === 'public' ? ('spki' as const) : ('pkcs8' as const),
  der: Uint8Array.from(
    key.export({ type: key.type === 'public' ? 'spki' : 'pkcs8', format: 'der' } as never),
  ),
});

describe('jwkOfDer and derOfJwk', () => {
  it.each(Object.entries(pairs))('read %s as Node does, and write it back byte for byte', async (_, pair) => {
    for (const key of [pair.publicKey, pair.privateKey]) {
      const jwk = await jwkOfDer(der(key));
      expect(jwk).toEqual(key.export({ format: 'jwk' }));
      expect(derOfJwk(jwk ?? {})).toEqual(der(key));
    }
  });

  it('know no key in what is none', async () => {
    expect(derOfJwk({ kty: 'oct', k: 'AAAA' })).toBeUndefined();
    expect(derOfJwk({ kty: 'EC', crv: 'P-256', x: 'AA', y: 'AA' })).toBeUndefined();
    expect(derOfJwk({ kty: 'RSA', n: '!', e: 'AQAB' })).toBeUndefined();
  });

  it('never reject, whatever bytes come', async () => {
    const whole = der(pairs['P-256'].privateKey).der;
    const broken = fc.tuple(fc.nat(whole.length - 1), fc.nat(255)).map(([at, byte]) => {
      const copy = whole.slice();
      copy[at] = byte;
      return copy;
    });
    const bytes = fc.oneof(
      broken,
      fc.uint8Array({ maxLength: 80 }).map((each) => Uint8Array.from(each)),
    );
    await fc.assert(
      fc.asyncProperty(bytes, fc.constantFrom('spki' as const, 'pkcs8' as const), async (each, form) => {
        await jwkOfDer({ form, der: each });
      }),
    );
  });
});

describeWithPrograms(['openssl'], 'PEM as OpenSSL writes it', () => {
  it.each([
    ['PKCS#1', 'RS256', 'genrsa -traditional 2048'],
    ['SEC1 with its parameters in front', 'ES256', 'ecparam -name prime256v1 -genkey'],
    ['SEC1 on P-384', 'ES384', 'ecparam -name secp384r1 -genkey -noout'],
    ['PKCS#8', 'EdDSA', 'genpkey -algorithm ed25519'],
  ] as const)('signs and verifies by %s', async (_name, algorithm, words) => {
    const pem = openssl(words);
    expect(readKey(pem)).toMatchObject({ kind: 'pem', form: 'pkcs8', half: 'private' });
    const signing = keyOf(await importSigningKey({ from: 'pem', pem }, algorithm));
    const open = openssl('pkey -pubout', pem);
    const verification = keyOf(await importVerificationKey({ from: 'pem', pem: open }, algorithm));
    const token = await signToken({}, { key: signing });
    expect((await verifySignature(token, { keys: [verification] })).verdict).toBe('verified');
  });
});

describeWithPrograms(['ssh-keygen'], 'OpenSSH public keys', () => {
  it.each([
    ['rsa', 2048],
    ['ecdsa', 256],
    ['ecdsa', 384],
    ['ecdsa', 521],
    ['ed25519', 256],
  ] as const)('of kind %s %i are the same key as their PEM', (kind, bits) => {
    const folder = mkdtempSync(join(tmpdir(), 'signet-ssh-'));
    try {
      const file = join(folder, 'key');
      const words = ['-q', '-N', '', '-t', kind, '-b', String(bits), '-C', 'ada@example.com', '-f', file];
      execFileSync('ssh-keygen', words);
      const line = readFileSync(`${file}.pub`, 'utf8');
      const key = readOpenSsh(line);
      expect(key?.comment).toBe('ada@example.com');
      expect(key?.jwk).toEqual(expectedJwk(file, line, kind));
      expect(readKey(line)).toMatchObject({ kind: 'jwk', half: 'public' });
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });

  it.each([
    ['rsa', 'pem'],
    ['ecdsa', 'pem'],
    ['ed25519', 'refused'],
  ] as const)(
    'have a private half of kind %s that the advice makes readable, or not as it says: %s',
    (kind, read) => {
      const folder = mkdtempSync(join(tmpdir(), 'signet-ssh-'));
      try {
        const file = join(folder, 'key');
        execFileSync('ssh-keygen', ['-q', '-N', '', '-t', kind, '-f', file]);
        const before = readKey(readFileSync(file, 'utf8'));
        const fix = before.kind === 'refused' ? (before.refusal.fix ?? '') : '';
        expect(fix).toContain('Ed25519: ssh-keygen does not convert it');
        const command = /ssh-keygen -p .*$/.exec(fix)?.[0] ?? '';
        execFileSync('sh', ['-c', command.replace('COPY_OF_THE_KEY', file)]);
        expect(readKey(readFileSync(file, 'utf8')).kind).toBe(read);
      } finally {
        rmSync(folder, { recursive: true, force: true });
      }
    },
  );

  it('refuse what is cut or contradicts itself', () => {
    const line = 'ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA';
    expect(readOpenSsh(line)).toBeDefined();
    expect(readOpenSsh(line.replace('ed25519', 'rsa'))).toBeUndefined();
    expect(readKey(line.slice(0, 40))).toMatchObject({
      kind: 'refused',
      refusal: { code: 'key_unreadable' },
    });
  });

  it('never throw, whatever stands there', () => {
    const types = fc.constantFrom('ssh-rsa', 'ssh-ed25519', 'ecdsa-sha2-nistp256');
    fc.assert(
      fc.property(types, fc.uint8Array({ maxLength: 200 }), (type, bytes) => {
        readOpenSsh(`${type} ${Buffer.from(bytes).toString('base64')}`);
      }),
    );
  });
});

/** ssh-keygen itself writes RSA and ECDSA as PKCS#8; Ed25519 it knows in its own form only, whose last field is the key. */
function expectedJwk(file: string, line: string, kind: string): object {
  if (kind === 'ed25519') {
    const x = Buffer.from(line.split(' ')[1] ?? '', 'base64')
      .subarray(-32)
      .toString('base64url');
    return { kty: 'OKP', crv: 'Ed25519', x };
  }
  const pem = execFileSync('ssh-keygen', ['-e', '-m', 'PKCS8', '-f', file]).toString();
  return createPublicKey(pem).export({ format: 'jwk' });
}

describeWithPrograms(['openssl'], 'decryptPem', () => {
  const password = crypto.randomUUID();
  const plain = openssl('genpkey -algorithm EC -pkeyopt ec_paramgen_curve:P-256');
  const encrypt = (words: string): string =>
    openssl(`pkcs8 -topk8 ${words} -passout pass:${password}`, plain);

  it.each([
    ['AES-256 and HMAC-SHA-256', '-v2 aes-256-cbc'],
    ['AES-128 and HMAC-SHA-512', '-v2 aes-128-cbc -v2prf hmacWithSHA512'],
    ['AES-256 and HMAC-SHA-1, as old ones have it', '-v2 aes-256-cbc -v2prf hmacWithSHA1'],
    ['many rounds', '-v2 aes-256-cbc -iter 50000'],
  ])('opens %s', async (_name, words) => {
    expect(keyOf(await decryptPem(encrypt(words), password))).toBe(plain);
  });

  it('refuses a wrong password, and never says more', async () => {
    const result = await decryptPem(encrypt('-v2 aes-256-cbc'), `${password}x`);
    expect(result).toMatchObject({ kind: 'refused', refusal: { code: 'key_encrypted' } });
    expect(JSON.stringify(result)).not.toContain(password);
  });

  it.each([
    ['another cipher', encrypt('-v2 des3'), 'key_encrypted'],
    ['a key without a password', plain, 'key_unreadable'],
    ['no key', 'hello', 'key_unreadable'],
    [
      'an envelope that is none',
      '-----BEGIN ENCRYPTED PRIVATE KEY-----\nMAAA\n-----END ENCRYPTED PRIVATE KEY-----',
      'key_encrypted',
    ],
  ])('refuses %s', async (_name, pem, code) => {
    expect(await decryptPem(pem, password)).toMatchObject({ kind: 'refused', refusal: { code } });
  });

  it('does not let a file keep it busy for ever', async () => {
    const bytes = Buffer.from(encrypt('-v2 aes-256-cbc -iter 65536').replace(/-----.*-----/g, ''), 'base64');
    const rounds = bytes.indexOf(Buffer.from('0203010000', 'hex'));
    expect(rounds).toBeGreaterThan(0);
    bytes[rounds + 2] = 0x7f;
    bytes[rounds + 3] = 0xff;
    const pem = `-----BEGIN ENCRYPTED PRIVATE KEY-----\n${bytes.toString('base64')}\n-----END ENCRYPTED PRIVATE KEY-----`;
    const result = await decryptPem(pem, password);
    expect(result).toMatchObject({ kind: 'refused', refusal: { actual: '8388352 rounds' } });
  });
});

it('writes PEM in lines of 64 characters', () => {
  const pem = pemOfDer(der(pairs.RSA.publicKey));
  expect(pem).toBe(pairs.RSA.publicKey.export({ type: 'spki', format: 'pem' }));
});
