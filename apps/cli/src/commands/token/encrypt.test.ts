import { createDecipheriv, createSecretKey, generateKeyPairSync, randomBytes } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder } from '@signet/testing/machine';
import { contentEncryptions, writingAlgorithms } from '@signet/token/jwe';
import { compactDecrypt, flattenedDecrypt, generalDecrypt } from 'jose';
import { afterAll, describe, expect, it } from 'vitest';
import { runInProcess } from '../../testing/run-in-process.ts';

const folder = temporaryFolder();
afterAll(() => folder[Symbol.dispose]());
const file = (name: string, content: string | Uint8Array): string => {
  const path = join(folder.path, name);
  writeFileSync(path, content, { mode: 0o600 });
  return path;
};

const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 });
const ec = generateKeyPairSync('ec', { namedCurve: 'P-256' });
const rsaPublic = file('rsa.pem', String(rsa.publicKey.export({ type: 'spki', format: 'pem' })));
const ecPrivate = file('ec.pem', String(ec.privateKey.export({ type: 'pkcs8', format: 'pem' })));
const ecPublic = file('ec.jwk', JSON.stringify({ ...ec.publicKey.export({ format: 'jwk' }), kid: 'e1' }));
const content = 'Nobody else can read this.\n';
const encrypt = (words: readonly string[], input: string | Uint8Array = content, environment = {}) =>
  runInProcess(['token', 'encrypt', ...words], { input, environment });

/** The bytes of a secret that fits, in hex; any for a password. */
function secretFor(algorithm: string, encryption: string): string {
  const [, bits = '128'] = /(\d{3})/.exec(algorithm === 'dir' ? encryption : algorithm) ?? [];
  const isDouble = algorithm === 'dir' && encryption.includes('CBC');
  return randomBytes((Number(bits) / 8) * (isDouble ? 2 : 1)).toString('hex');
}

describe('signet token encrypt', () => {
  it.each(writingAlgorithms)(
    'makes with %s what jose opens, whatever the content encryption',
    async (alg) => {
      for (const enc of contentEncryptions) {
        const isShared = !alg.startsWith('RSA') && !alg.startsWith('ECDH');
        const hex = secretFor(alg, enc);
        const key = isShared
          ? ['--secret-env', 'DEMO_SECRET', '--secret-encoding', 'hex']
          : ['--key', alg.startsWith('RSA') ? rsaPublic : ecPublic];
        const ran = await encrypt(['--alg', alg, '--enc', enc, ...key], content, { DEMO_SECRET: hex });
        expect(ran).toMatchObject({ code: 0, err: '' });
        const opening = isShared
          ? createSecretKey(hex, 'hex')
          : alg.startsWith('RSA')
            ? rsa.privateKey
            : ec.privateKey;
        const { plaintext, protectedHeader } = await compactDecrypt(
          ran.out.trim(),
          alg.startsWith('PBES2') ? Buffer.from(hex, 'hex') : opening,
          { keyManagementAlgorithms: [alg], maxPBES2Count: 10_000 },
        );
        expect(Buffer.from(plaintext).toString()).toBe(content);
        expect(protectedHeader).toMatchObject({ alg, enc });
      }
    },
  );

  it('chooses for a key pair, keeps the kid of the key, and writes every serialisation', async () => {
    const compact = await encrypt(['--key', ecPublic, '--json']);
    expect(JSON.parse(compact.out)).toMatchObject({
      header: { alg: 'ECDH-ES+A256KW', enc: 'A256GCM', kid: 'e1' },
    });
    const flattened = JSON.parse((await encrypt(['--key', rsaPublic, '--to', 'flattened'])).out);
    const general = JSON.parse((await encrypt(['--key', rsaPublic, '--to', 'general'])).out);
    const open = [
      await flattenedDecrypt(flattened, rsa.privateKey),
      await generalDecrypt(general, rsa.privateKey),
    ];
    expect(open.map(({ plaintext }) => Buffer.from(plaintext).toString())).toEqual([content, content]);
  });

  it('encrypts every byte that came, and what is in a file', async () => {
    const bytes = Uint8Array.from({ length: 256 }, (_, index) => index);
    const ran = await encrypt(['--key', rsaPublic], bytes);
    const named = await encrypt(['--key', rsaPublic, '--content', file('content', bytes)], '');
    for (const { out } of [ran, named])
      expect(new Uint8Array((await compactDecrypt(out.trim(), rsa.privateKey)).plaintext)).toEqual(bytes);
  });

  it('names a token inside as one, and gives it back to verify', async () => {
    const signing = file('sign.jwk', JSON.stringify(ec.privateKey.export({ format: 'jwk' })));
    const signed = await runInProcess(['token', 'sign', '--key', signing, '--exp', '+5m'], {
      input: '{"sub":"ada"}',
    });
    const nested = await encrypt(['--key', rsaPublic, '--json'], signed.out);
    const { token, header } = JSON.parse(nested.out);
    expect(header).toMatchObject({ cty: 'JWT' });
    const opening = file('rsa-private.pem', String(rsa.privateKey.export({ type: 'pkcs8', format: 'pem' })));
    const inner = await runInProcess(['token', 'decrypt', '--key', opening], { input: token });
    expect(inner).toMatchObject({ code: 0, out: signed.out });
    expect(inner.err).toContain('signet token verify');
    expect((await runInProcess(['token', 'verify', '--key', ecPublic], { input: inner.out })).code).toBe(0);
    const own = await encrypt(['--key', rsaPublic, '--cty', 'text/plain', '--json'], signed.out);
    expect(JSON.parse(own.out).header.cty).toBe('text/plain');
  });

  it('takes the public half of a private key, and says so', async () => {
    const ran = await encrypt(['--key', ecPrivate]);
    expect(ran.code).toBe(0);
    expect(ran.err).toContain('public half');
    expect((await compactDecrypt(ran.out.trim(), ec.privateKey)).plaintext).toBeDefined();
  });

  it('chooses the key of a set by kid and use', async () => {
    const jwk = rsa.publicKey.export({ format: 'jwk' });
    const set = {
      keys: [
        { ...jwk, kid: 'sign', use: 'sig' },
        { ...jwk, kid: 'enc', use: 'enc' },
      ],
    };
    const jwks = file('set.json', JSON.stringify(set));
    expect(JSON.parse((await encrypt(['--key', jwks, '--json'])).out).header.kid).toBe('enc');
    expect((await encrypt(['--key', jwks, '--recipient', 'sign'])).err).toContain('not for');
    const missing = await encrypt(['--key', jwks, '--alg', 'RSA-OAEP', '--recipient', 'other']);
    expect(missing).toMatchObject({ code: 1, out: '' });
    expect(missing.err).toContain('sign, enc');
  });

  it.each([
    ['an algorithm of old', ['--key', rsaPublic, '--alg', 'RSA1_5'], 2, 'RFC 8725'],
    ['an algorithm for signatures', ['--key', rsaPublic, '--alg', 'RS256'], 2, 'RSA-OAEP-256'],
    ['a content encryption that nobody knows', ['--key', rsaPublic, '--enc', 'A512GCM'], 2, 'A256GCM'],
    ['another serialisation', ['--key', rsaPublic, '--to', 'xml'], 2, 'flattened'],
    ['a key of another kind', ['--key', rsaPublic, '--alg', 'ECDH-ES'], 1, 'EC or OKP'],
    ['a secret without an algorithm', ['--secret-env', 'DEMO_SECRET'], 2, 'A256KW'],
    ['a secret of another length', ['--secret-env', 'DEMO_SECRET', '--alg', 'A128KW'], 1, '16 bytes'],
    ['key and content on standard input', ['--key', '-'], 2, '--content'],
  ])('does not take %s, and says why', async (_name, words, code, said) => {
    const ran = await encrypt(words, content, { DEMO_SECRET: 'x'.repeat(32) });
    expect(ran).toMatchObject({ code, out: '' });
    expect(ran.err).toContain(said);
    expect(ran.err).toContain('Fix');
    expect(ran.err).not.toContain('xxx');
  });

  it('makes what another implementation opens as well', async () => {
    const hex = randomBytes(32).toString('hex');
    const ran = await encrypt(['--alg', 'dir', '--secret-env', 'S', '--secret-encoding', 'hex'], content, {
      S: hex,
    });
    const [header = '', , iv = '', ciphertext = '', tag = ''] = ran.out.trim().split('.');
    const decipher = createDecipheriv('aes-256-gcm', Buffer.from(hex, 'hex'), Buffer.from(iv, 'base64url'));
    decipher.setAAD(Buffer.from(header)).setAuthTag(Buffer.from(tag, 'base64url'));
    const opened = Buffer.concat([decipher.update(Buffer.from(ciphertext, 'base64url')), decipher.final()]);
    expect(opened.toString()).toBe(content);
  });
});
