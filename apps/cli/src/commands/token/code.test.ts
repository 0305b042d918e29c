import type { Ran } from '@signet/testing/signet';
import { describe, expect, it } from 'vitest';
import { type InProcessOptions, runInProcess } from '../../testing/run-in-process.ts';

const encoded = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
const token = [
  encoded({ alg: 'ES256', typ: 'at+jwt' }),
  encoded({ iss: 'https://login.example', aud: 'https://api.example\u001b[31m' }),
  'AA',
].join('.');
const code = (words: readonly string[], options: InProcessOptions = { input: token }): Promise<Ran> =>
  runInProcess(['token', 'code', ...words], options);

describe('signet token code', () => {
  it('writes the program alone to standard output, and what it took from the token beside it', async () => {
    const ran = await code([]);
    expect(ran.code).toBe(0);
    expect(ran.out).toMatch(/^import .*\n[\s\S]*\}\n$/);
    expect(ran.out).toContain("await readFile('public.pem', 'utf8')");
    expect(ran.err).toContain('not verified: alg ES256, iss');
    expect(ran.err).toContain('npm install jose@6');
    expect(ran.out + ran.err).not.toContain('\u001b');
  });

  it('says what was tested', async () => {
    expect((await code(['--stack', 'go'])).err.replaceAll(/\s+/g, ' ')).toContain('tests run this code');
    expect((await code(['--stack', 'java'])).err.replaceAll(/\s+/g, ' ')).toContain('do not run it');
  });

  it('needs no token where everything is said, and answers in JSON', async () => {
    const ran = await code(
      ['--alg', 'HS256', '--issuer', 'me', '--audience', 'you', '--secret-env', 'A_SECRET', '--json'],
      { environment: { A_SECRET: 'never to be seen' } },
    );
    expect(ran).toMatchObject({ code: 0, err: '' });
    const written = JSON.parse(ran.out);
    expect(written).toMatchObject({ kind: 'written', stack: 'node', proof: 'run' });
    expect(written.code).toContain('A_SECRET');
    expect(ran.out).not.toContain('never to be seen');
  });

  it.each([
    ['a stack that nobody knows', ['--stack', 'cobol']],
    ['two places for one key', ['--pem', 'a.pem', '--jwks-url', 'https://a.example/jwks']],
    ['a key set over an open line', ['--jwks-url', 'http://a.example/jwks']],
    ['an algorithm that the library has not', ['--stack', 'csharp', '--alg', 'EdDSA']],
    ['an audience that is none', ['--audience', '']],
    ['an encoding that nobody knows', ['--alg', 'HS256', '--secret-encoding', 'rot13']],
    ['clocks that differ by an hour', ['--skew', '1h']],
  ])('refuses %s', async (_name, words) => {
    const ran = await code(words);
    expect(ran).toMatchObject({ code: 2, out: '' });
    expect(ran.err).toMatch(/\w/);
  });
});
