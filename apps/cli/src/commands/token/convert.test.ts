import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder } from '@signet/testing/machine';
import { exportJWK, flattenedVerify, GeneralSign, generalVerify, generateKeyPair, SignJWT } from 'jose';
import { afterAll, describe, expect, it } from 'vitest';
import { runInProcess } from '../../testing/run-in-process.ts';

const folder = temporaryFolder();
afterAll(() => folder[Symbol.dispose]());
const path = (name: string): string => join(folder.path, name);

const { publicKey, privateKey } = await generateKeyPair('ES256');
const keyFile = path('public.jwk');
writeFileSync(keyFile, JSON.stringify(await exportJWK(publicKey)));
const token = await new SignJWT({ sub: 'ada' })
  .setProtectedHeader({ alg: 'ES256' })
  .setExpirationTime('5m')
  .sign(privateKey);
const convert = (words: readonly string[], input = token) =>
  runInProcess(['token', 'convert', ...words], { input });
const verify = (input: string, words: readonly string[] = []) =>
  runInProcess(['token', 'verify', '--key', keyFile, ...words], { input });

describe('signet token convert', () => {
  it('writes both JSON forms, which jose and Signet verify, and comes back to the letter', async () => {
    const flattened = await convert(['--to', 'flattened']);
    const general = await convert(['--to', 'general'], flattened.out);
    await flattenedVerify(JSON.parse(flattened.out), publicKey);
    await generalVerify(JSON.parse(general.out), publicKey);
    for (const { out } of [flattened, general]) {
      expect((await verify(out)).out).toContain('✓ Verified');
      expect((await convert(['--to', 'compact'], out)).out).toBe(`${token}\n`);
    }
    expect(JSON.parse((await convert(['--to', 'general', '--json'])).out)).toMatchObject({
      kind: 'signed',
      form: 'general',
    });
  });

  it('takes the payload out into a new file and puts it in again; each way it verifies', async () => {
    const payload = path('payload.json');
    const detached = await convert(['--detach', payload]);
    expect(readFileSync(payload, 'utf8')).toBe(
      Buffer.from(token.split('.')[1] ?? '', 'base64url').toString(),
    );
    expect((await verify(detached.out, ['--payload', payload])).out).toContain('✓ Verified');
    const alone = await verify(detached.out);
    expect(alone.code).toBe(1);
    expect(alone.out).toContain('--payload');
    expect((await convert(['--attach', payload], detached.out)).out).toBe(`${token}\n`);
    const again = await convert(['--detach', payload]);
    expect(again).toMatchObject({ code: 2, out: '' });
    expect(again.err).toContain('there already');
  });

  it('keeps one signature of several, and says how where none is named', async () => {
    const signing = new GeneralSign(new TextEncoder().encode('{"sub":"ada"}'));
    const other = await generateKeyPair('EdDSA', { crv: 'Ed25519' });
    signing.addSignature(other.privateKey).setProtectedHeader({ alg: 'EdDSA' });
    signing.addSignature(privateKey).setProtectedHeader({ alg: 'ES256' });
    const several = JSON.stringify(await signing.sign());
    const refused = await convert(['--to', 'compact'], several);
    expect(refused).toMatchObject({ code: 1, out: '' });
    expect(refused.err).toContain('conversion_impossible');
    const kept = await convert(['--to', 'compact', '--keep', '2'], several);
    expect((await verify(kept.out)).code).toBe(0);
  });

  it.each([
    ['nothing to do', []],
    ['a form that nobody knows', ['--to', 'xml']],
    ['both ways at once', ['--detach', 'a', '--attach', 'b']],
    ['entry 0', ['--keep', '0', '--to', 'compact']],
  ])('does not understand %s', async (_name, words) => {
    expect(await convert(words)).toMatchObject({ code: 2, out: '', err: expect.stringContaining('Fix') });
  });
});
