import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder } from '@signet/testing/machine';
import { makeKey } from '@signet/token/keys';
import { afterAll, describe, expect, it } from 'vitest';
import { runInProcess } from '../../testing/run-in-process.ts';

const folder = temporaryFolder();
afterAll(() => folder[Symbol.dispose]());

async function keyFile(name: string): Promise<{ whole: string; open: string }> {
  const made = await makeKey({ algorithm: 'ES256', kid: 'thumbprint' });
  if (made.kind === 'refused') throw new Error(made.refusal.code);
  const [whole, open] = [join(folder.path, `${name}.jwk`), join(folder.path, `${name}.pub.jwk`)];
  writeFileSync(whole, JSON.stringify(made.key.whole));
  writeFileSync(open, JSON.stringify(made.key.open));
  return { whole, open };
}

const issuer = await keyFile('issuer');
const holder = await keyFile('holder');
const claims =
  '{"iss":"me","email":"a@b.example","address":{"street":"Main","city":"Ulm"},"langs":["de","fr"]}';
const hidden = ['--hide', 'email', '--hide', 'address.street', '--hide', '/langs/1'];
const issue = (words: readonly string[], input = claims) =>
  runInProcess(['token', 'sd-jwt', '--key', issuer.whole, ...words], { input });
const present = (words: readonly string[], input: string) =>
  runInProcess(['token', 'present', ...words], { input });

describe('signet token sd-jwt and present', () => {
  it('issues what the holder presents a part of, and verify believes', async () => {
    const issued = await issue([...hidden, '--holder', holder.open, '--decoys', '2']);
    expect(issued).toMatchObject({ code: 0, err: '' });
    expect(issued.out.trim().split('~')).toHaveLength(5);
    const binding = ['--key', holder.whole, '--audience', 'shop', '--nonce', 'n1'];
    const shown = await present(['--show', 'address.street', ...binding], issued.out);
    expect(shown).toMatchObject({ code: 0, err: '' });
    const verified = await runInProcess(
      [
        'token',
        'verify',
        '--key',
        issuer.open,
        '--binding-audience',
        'shop',
        '--binding-nonce',
        'n1',
        '--json',
      ],
      { input: shown.out },
    );
    expect(JSON.parse(verified.out)).toMatchObject({
      verdict: 'verified',
      payload: { iss: 'me', address: { street: 'Main', city: 'Ulm' }, langs: ['de'] },
    });
    expect(verified.out).not.toContain('a@b.example');
  });

  it('warns where the key is not the holder’s', async () => {
    const issued = await issue([...hidden, '--holder', holder.open]);
    const binding = ['--key', issuer.whole, '--audience', 'shop', '--nonce', 'n1'];
    const shown = await present(binding, issued.out);
    expect(shown).toMatchObject({ code: 0, err: expect.stringContaining('to another key (cnf)') });
  });

  it('warns where a limit of the token could be held back', async () => {
    const issued = await issue(['--hide', 'iss']);
    expect(issued.code).toBe(0);
    expect(issued.err).toContain('iss limits the token');
  });

  it.each([
    ['a path that is none', ['--hide', 'a[']],
    ['half a decoy', ['--hide', 'email', '--decoys', '0.5']],
    ['a path to nothing', ['--hide', 'phone']],
  ])('does not issue with %s', async (_, words) => {
    const ran = await issue(words);
    expect(ran.code).not.toBe(0);
    expect(ran.out).toBe('');
  });

  it.each([
    ['what is not disclosed', ['--show', 'phone']],
    ['a proof for nobody', ['--key', holder.whole]],
  ])('does not present %s', async (_, words) => {
    const issued = await issue(hidden);
    expect(await present(words, issued.out)).toMatchObject({ code: 2, out: '' });
  });

  it('does not present what is no SD-JWT', async () => {
    expect(await present([], 'a.b.c')).toMatchObject({ code: 2, out: '' });
  });
});
