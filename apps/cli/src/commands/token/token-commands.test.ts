import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder } from '@signet/testing/machine';
import type { Ran } from '@signet/testing/signet';
import { exportPrivateJwk, exportPublicJwk, generateKeyPair } from '@signet/token/keys';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runInProcess } from '../../testing/run-in-process.ts';

const folder = temporaryFolder();
const privateKey = join(folder.path, 'private.jwk');
const publicKey = join(folder.path, 'public.jwk');
const keySet = join(folder.path, 'keys.jwks');
const secret = Buffer.from(crypto.getRandomValues(new Uint8Array(48))).toString('hex');
const environment = { DEMO_SECRET: secret };

let token: string;

beforeAll(async () => {
  const pair = await generateKeyPair('ES256');
  const jwk = { ...(await exportPublicJwk(pair.verification)), kid: 'k1' };
  writeFileSync(privateKey, JSON.stringify({ ...(await exportPrivateJwk(pair.signing)), kid: 'k1' }));
  writeFileSync(publicKey, JSON.stringify(jwk));
  writeFileSync(keySet, JSON.stringify({ keys: [jwk] }));
  const claims = JSON.stringify({ iss: 'https://me.example', aud: 'you', sub: '\u001b[31mred' });
  const signed = await runInProcess(
    ['token', 'sign', '--key', privateKey, '--alg', 'ES256', '--exp', '+15m', '--type', 'at+jwt'],
    { input: claims },
  );
  expect(signed).toMatchObject({ code: 0, err: '' });
  token = signed.out.trim();
});

afterAll(() => folder[Symbol.dispose]());

const verify = (words: readonly string[], input = token): Promise<Ran> =>
  runInProcess(['token', 'verify', ...words], { input, environment });

describe('signet token verify', () => {
  it.each([
    ['a JWK', () => ['--key', publicKey, '--alg', 'ES256']],
    ['a JWK that can be for one algorithm only', () => ['--key', publicKey]],
    ['a JWK set', () => ['--key', keySet]],
  ])('says yes by %s, and what it did not check', async (_name, words) => {
    const ran = await verify(words());
    expect(ran).toMatchObject({ code: 0, err: '' });
    expect(ran.out).toContain('✓ Verified');
    expect(ran.out).toContain('--issuer');
  });

  it('answers in JSON', async () => {
    const ran = await verify([
      '--key',
      publicKey,
      '--issuer',
      'https://me.example',
      '--audience',
      'you',
      '--json',
    ]);
    expect(ran.code).toBe(0);
    expect(JSON.parse(ran.out)).toMatchObject({
      verdict: 'verified',
      algorithm: 'ES256',
      kid: 'k1',
      unchecked: [],
    });
  });

  it.each([
    ['issuer_unexpected', ['--issuer', 'https://other.example']],
    ['audience_unexpected', ['--audience', 'me']],
    ['type_unexpected', ['--type', 'JWT']],
    ['token_expired', ['--at', '2099-01-01T00:00:00Z']],
  ])('says no with %s', async (code, words) => {
    const ran = await verify(['--key', publicKey, '--json', ...words]);
    expect(ran.code).toBe(1);
    expect(JSON.parse(ran.out)).toMatchObject({ verdict: 'refused', refusal: { code } });
  });

  it('does not let the token choose: a public key is no secret', async () => {
    const forged = await runInProcess(['token', 'sign', '--secret-env', 'DEMO_SECRET', '--alg', 'HS256'], {
      input: '{"iss":"https://me.example"}',
      environment,
    });
    const ran = await verify(['--key', publicKey, '--json'], forged.out);
    expect(ran.code).toBe(1);
    expect(JSON.parse(ran.out)).toMatchObject({ verdict: 'refused' });
  });

  it('refuses a changed token', async () => {
    const [header, , signature] = token.split('.');
    const changed = Buffer.from('{"sub":"admin"}').toString('base64url');
    const ran = await verify(['--key', publicKey], `${header}.${changed}.${signature}`);
    expect(ran.code).toBe(1);
    expect(ran.out).toContain('signature_invalid');
  });

  it.each([
    ['no key', []],
    ['two keys', ['--key', 'a', '--secret-env', 'DEMO_SECRET']],
    ['a secret that can be for three algorithms', ['--secret-env', 'DEMO_SECRET']],
    ['a variable that is not set', ['--secret-env', 'NO_SUCH_VARIABLE']],
    ['a file that is not there', ['--key', 'no-such-file']],
    ['an algorithm that nobody knows', ['--secret-env', 'DEMO_SECRET', '--alg', 'none']],
    ['a time that is none', ['--secret-env', 'DEMO_SECRET', '--alg', 'HS256', '--at', 'noon']],
  ])('does not understand %s', async (_name, words) => {
    const ran = await verify(words);
    expect(ran).toMatchObject({ code: 2, out: '' });
    expect(ran.err).toContain('Fix');
    expect(ran.err).not.toContain(secret);
  });
});

describe('signet token decode', () => {
  it('shows what stands in the token, and lets none of it steer the terminal', async () => {
    const ran = await runInProcess(['token', 'decode'], { input: `Bearer ${token}\n` });
    expect(ran).toMatchObject({ code: 0, err: '' });
    expect(ran.out).toContain('Not verified');
    expect(ran.out).toContain('in 1');
    expect(ran.out).toContain('\\u001b[31mred');
    expect(ran.out).not.toContain('\u001b');
  });

  it('warns when the token stands on the command line', async () => {
    const ran = await runInProcess(['token', 'decode', token, '--json']);
    expect(ran.code).toBe(0);
    expect(ran.err).toContain('history');
    expect(JSON.parse(ran.out)).toMatchObject({ verified: false, header: { alg: 'ES256', typ: 'at+jwt' } });
  });

  it('says no to what cannot be taken apart, and 2 to nothing at all', async () => {
    expect((await runInProcess(['token', 'decode'], { input: 'a.b' })).code).toBe(1);
    expect((await runInProcess(['token', 'decode'], { input: '' })).code).toBe(2);
  });
});

describe('signet token sign', () => {
  it.each([
    ['what is not JSON', '{', 1],
    ['what is no object', '[]', 1],
    ['nothing', '', 1],
  ])('does not sign %s', async (_name, input, code) => {
    const ran = await runInProcess(['token', 'sign', '--key', privateKey], { input });
    expect(ran).toMatchObject({ code, out: '' });
  });

  it('does not sign with a public key', async () => {
    const ran = await runInProcess(['token', 'sign', '--key', publicKey], { input: '{}' });
    expect(ran).toMatchObject({ code: 1, out: '' });
    expect(ran.err).toContain('key_public');
  });
});
