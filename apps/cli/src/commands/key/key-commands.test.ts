import { createPrivateKey, createPublicKey, generateKeyPairSync } from 'node:crypto';
import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder } from '@signet/testing/machine';
import { afterAll, describe, expect, it } from 'vitest';
import { runInProcess } from '../../testing/run-in-process.ts';

const folder = temporaryFolder();
afterAll(() => folder[Symbol.dispose]());
const path = (name: string): string => join(folder.path, name);
const file = (name: string, text: string): string => {
  writeFileSync(path(name), text, { mode: 0o600 });
  return path(name);
};

const ec = generateKeyPairSync('ec', { namedCurve: 'P-256' });
const sec1 = String(ec.privateKey.export({ type: 'sec1', format: 'pem' }));
const spki = String(ec.publicKey.export({ type: 'spki', format: 'pem' }));

describe('signet key generate', () => {
  it.each(['ES256', 'EdDSA', 'PS256'])(
    'makes a key for %s, with which the other commands sign and verify',
    async (alg) => {
      const [out, publicOut] = [path(`${alg}.jwk`), path(`${alg}.pub.jwk`)];
      const made = await runInProcess([
        'key',
        'generate',
        '--alg',
        alg,
        '--out',
        out,
        '--public-out',
        publicOut,
        '--json',
      ]);
      expect(made).toMatchObject({ code: 0, err: '' });
      expect(statSync(out).mode & 0o777).toBe(0o600);
      const { public: open, kid } = JSON.parse(made.out);
      expect(open).toEqual(JSON.parse(readFileSync(publicOut, 'utf8')));
      expect(made.out).not.toContain(JSON.parse(readFileSync(out, 'utf8')).d);
      const signed = await runInProcess(['token', 'sign', '--key', out, '--exp', '+5m'], { input: '{}' });
      const verified = await runInProcess(['token', 'verify', '--key', publicOut, '--json'], {
        input: signed.out,
      });
      expect(JSON.parse(verified.out)).toMatchObject({ verdict: 'verified', kid });
    },
  );

  it('writes PEM that OpenSSL reads', async () => {
    const out = path('key.pem');
    const made = await runInProcess(['key', 'generate', '--alg', 'ES384', '--format', 'pem', '--out', out]);
    const derived = createPublicKey(readFileSync(out, 'utf8')).export({ type: 'spki', format: 'pem' });
    expect(made.out).toBe(derived);
  });

  it.each([
    [['--alg', 'RSA-OAEP-256', '--size', '3072'], { kty: 'RSA', alg: 'RSA-OAEP-256', use: 'enc' }],
    [['--alg', 'ECDH-ES', '--curve', 'X25519'], { kty: 'OKP', crv: 'X25519', use: 'enc' }],
    [['--alg', 'Ed448'], { kty: 'OKP', crv: 'Ed448', use: 'sig' }],
    [['--alg', 'ES256K'], { kty: 'EC', crv: 'secp256k1' }],
    [['--alg', 'ML-DSA-65'], { kty: 'AKP', alg: 'ML-DSA-65' }],
    [['--alg', 'A192KW'], { kty: 'oct', alg: 'A192KW' }],
    [['--alg', 'dir', '--enc', 'A128GCM'], { kty: 'oct', alg: 'A128GCM' }],
  ])('makes the key that %j asks for', async (words, members) => {
    const made = await runInProcess(['key', 'generate', ...words, '--stdout']);
    expect(JSON.parse(made.out)).toMatchObject(members);
  });

  it('writes the public half as a key set to publish', async () => {
    const publicOut = path('published.jwks');
    const words = ['--alg', 'ES256', '--out', path('set.jwk'), '--public-out', publicOut, '--jwks'];
    await runInProcess(['key', 'generate', ...words]);
    const { keys } = JSON.parse(readFileSync(publicOut, 'utf8'));
    expect(keys).toEqual([expect.objectContaining({ kid: expect.any(String), use: 'sig' })]);
    expect(keys[0]).not.toHaveProperty('d');
  });

  it('makes a secret as long as its hash, and prints nothing of it', async () => {
    const out = path('secret.jwk');
    const made = await runInProcess(['key', 'generate', '--alg', 'HS512', '--out', out]);
    expect(made).toEqual({ code: 0, out: '', err: '' });
    expect(Buffer.from(JSON.parse(readFileSync(out, 'utf8')).k, 'base64url').length).toBe(64);
  });

  it('prints a private key only when asked for', async () => {
    const asked = await runInProcess(['key', 'generate', '--alg', 'ES256', '--stdout']);
    expect(JSON.parse(asked.out)).toMatchObject({ kty: 'EC', d: expect.any(String) });
    const unasked = await runInProcess(['key', 'generate', '--alg', 'ES256']);
    expect(unasked).toMatchObject({ code: 2, out: '' });
  });

  it.each([
    ['a file that is there', () => ['--alg', 'ES256', '--out', file('there', 'precious')]],
    ['an algorithm that nobody knows', () => ['--alg', 'none', '--out', path('none')]],
    ['a form that nobody knows', () => ['--alg', 'ES256', '--format', 'xml', '--out', path('none')]],
    ['a size that nobody makes', () => ['--alg', 'RS256', '--size', '1024', '--out', path('none')]],
    ['a curve that is none', () => ['--alg', 'ECDH-ES', '--curve', 'P-192', '--out', path('none')]],
    ['no algorithm', () => ['--out', path('none')]],
  ])('does not take %s', async (_name, words) => {
    expect(await runInProcess(['key', 'generate', ...words()])).toMatchObject({ code: 2, out: '' });
  });

  it('leaves a file that is there as it is', () => {
    expect(readFileSync(path('there'), 'utf8')).toBe('precious');
  });
});

describe('signet key inspect', () => {
  it('says what a key is, from a file and from standard input', async () => {
    const ran = await runInProcess(['key', 'inspect', file('sec1.pem', sec1)]);
    expect(ran).toMatchObject({ code: 0, err: '' });
    expect(ran.out).toContain('P-256 private key');
    expect(ran.out).toContain('PEM, EC PRIVATE KEY (SEC1)');
    const json = await runInProcess(['key', 'inspect', '--json'], { input: spki });
    expect(JSON.parse(json.out)).toMatchObject({
      isSet: false,
      keys: [{ half: 'public', algorithms: ['ES256'] }],
    });
    expect(ran.out).toContain(JSON.parse(json.out).keys[0].thumbprint);
  });

  it('exits with 1 for a weak key, and for a private one that is to be published', async () => {
    const weak = generateKeyPairSync('rsa', { modulusLength: 1024 }).publicKey;
    const ran = await runInProcess(['key', 'inspect'], {
      input: String(weak.export({ type: 'spki', format: 'pem' })),
    });
    expect(ran.code).toBe(1);
    expect(ran.out).toContain('key/rsa-short, RFC 7518 §3.3');
    expect(await runInProcess(['key', 'inspect', '--public'], { input: sec1 })).toMatchObject({ code: 1 });
  });

  it('opens an encrypted key by a password of the environment', async () => {
    const options = {
      type: 'pkcs8',
      format: 'pem',
      cipher: 'aes-256-cbc',
      passphrase: 'open sesame',
    } as const;
    const input = String(ec.privateKey.export(options));
    expect(await runInProcess(['key', 'inspect'], { input })).toMatchObject({ code: 1, out: '' });
    const words = ['key', 'inspect', '--password-env', 'KEY_PASSWORD'];
    const ran = await runInProcess(words, { input, environment: { KEY_PASSWORD: 'open sesame' } });
    expect(ran.code).toBe(0);
    expect(await runInProcess(words, { input })).toMatchObject({ code: 2 });
  });
});

describe('signet key convert', () => {
  it('turns SEC1 into PKCS#8 and JWK, for the owner alone', async () => {
    for (const to of ['pem', 'jwk']) {
      const out = path(`converted.${to}`);
      const ran = await runInProcess(['key', 'convert', '--to', to, '--out', out], { input: sec1 });
      expect(ran).toEqual({ code: 0, out: '', err: '' });
      expect(statSync(out).mode & 0o777).toBe(0o600);
      const text = readFileSync(out, 'utf8');
      const key = createPrivateKey(to === 'pem' ? text : { key: JSON.parse(text), format: 'jwk' });
      expect(createPublicKey(key).equals(ec.publicKey)).toBe(true);
    }
  });

  it('prints public keys, and of private ones the public half when asked for', async () => {
    expect((await runInProcess(['key', 'convert', '--to', 'jwk'], { input: spki })).out).toContain('"P-256"');
    const half = await runInProcess(['key', 'convert', '--to', 'pem', '--public'], { input: sec1 });
    expect(half).toEqual({ code: 0, out: spki, err: '' });
  });

  it('does not print a private key or a secret unless asked for', async () => {
    for (const input of [sec1, '{"kty":"oct","k":"c2VjcmV0IHNlY3JldA"}']) {
      expect(await runInProcess(['key', 'convert', '--to', 'jwk'], { input })).toMatchObject({
        code: 2,
        out: '',
      });
    }
  });

  it('knows no public half and no PEM of a secret', async () => {
    const input = '{"kty":"oct","k":"c2VjcmV0IHNlY3JldA"}';
    expect((await runInProcess(['key', 'convert', '--to', 'jwk', '--public'], { input })).code).toBe(2);
    expect((await runInProcess(['key', 'convert', '--to', 'pem', '--stdout'], { input })).code).toBe(2);
  });
});

describe('signet key jwks', () => {
  it('publishes public halves only, each under its name', async () => {
    const named = file('named.jwk', JSON.stringify({ ...ec.publicKey.export({ format: 'jwk' }), kid: 'k1' }));
    const ran = await runInProcess(['key', 'jwks', file('private.pem', sec1), named, '--alg', 'ES256']);
    const { keys } = JSON.parse(ran.out);
    expect(keys).toMatchObject([
      { use: 'sig', alg: 'ES256', kid: expect.stringMatching(/^[\w-]{43}$/) },
      { kid: 'k1' },
    ]);
    expect(ran.out).not.toContain('"d"');
    expect((await runInProcess(['key', 'inspect', file('set.jwks', ran.out)])).code).toBe(0);
  });

  it('shows what is not seen in a name, as the other commands do, and keeps its value', async () => {
    const kid = 'k\u202e1\u200b\u009b2J';
    const named = file('unseen.jwk', JSON.stringify({ ...ec.publicKey.export({ format: 'jwk' }), kid }));
    for (const words of [
      ['key', 'jwks', named],
      ['key', 'jwks', named, '--json'],
      ['key', 'convert', named, '--to', 'jwk'],
      ['key', 'generate', '--alg', 'ES256', '--kid', kid, '--out', path('unseen-out.jwk'), '--jwks'],
      ['key', 'generate', '--alg', 'ES256', '--kid', kid, '--stdout'],
    ]) {
      const ran = await runInProcess(words);
      expect(ran).toMatchObject({ code: 0 });
      expect(ran.out).not.toMatch(/[\u202e\u200b\u009b]/);
      const value = JSON.parse(ran.out);
      expect((value.keys?.[0] ?? value).kid).toBe(kid);
    }
  });

  it('refuses secrets', async () => {
    const secret = file('secret-to-publish.jwk', '{"kty":"oct","k":"c2VjcmV0IHNlY3JldA"}');
    expect(await runInProcess(['key', 'jwks', secret])).toMatchObject({ code: 2, out: '' });
  });
});
