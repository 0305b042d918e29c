import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder } from '@signet/testing/machine';
import { describeWithPrograms } from '@signet/testing/suites';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runInProcess } from '../testing/run-in-process.ts';

const folder = temporaryFolder();
afterAll(() => folder[Symbol.dispose]());
const script = async (shell: string): Promise<string> => {
  const ran = await runInProcess(['completion', shell]);
  expect(ran).toMatchObject({ code: 0, err: '' });
  return ran.out;
};

beforeAll(async () => {
  mkdirSync(join(folder.path, 'a folder'));
  writeFileSync(join(folder.path, 'a key.pem'), '');
  for (const shell of ['bash', 'zsh', 'fish']) writeFileSync(join(folder.path, shell), await script(shell));
});

/** What each shell must offer after the same words: all of these, and none of those. */
const cases: readonly (readonly [line: string, some: readonly string[], none: readonly string[]])[] = [
  ['signet ', ['token', 'key', 'start', 'completion', 'explain'], ['verify']],
  ['signet to', ['token'], ['start']],
  ['signet token ', ['decode', 'verify', 'encrypt', 'convert', 'diff'], ['generate']],
  ['signet token verify --i', ['--issuer'], ['--key']],
  ['signet token verify --alg E', ['ES256', 'EdDSA'], ['RS256']],
  ['signet token verify --alg ES256 --prof', ['--profile'], ['--alg']],
  ['signet token encrypt --alg RSA', ['RSA-OAEP-256'], ['RSA1_5', 'RS256']],
  ['signet token encrypt --enc ', ['A256GCM', 'A128CBC-HS256'], ['ES256']],
  ['signet token convert --to ', ['compact', 'flattened', 'general'], ['jwk']],
  ['signet key generate --format ', ['jwk', 'pem'], ['compact']],
  ['signet completion ', ['bash', 'zsh', 'fish'], []],
  ['signet token verify --issuer ', [], ['verify', '--key', 'zsh']],
];

function expectOffers(offers: readonly string[], some: readonly string[], none: readonly string[]): void {
  expect(offers).toEqual(expect.arrayContaining([...some]));
  for (const word of none) expect(offers).not.toContain(word);
}

describeWithPrograms(['bash'], 'the completion for bash', () => {
  /** As readline does it: the words, the one under the cursor, and the function that answers. */
  const complete = (line: string): readonly string[] => {
    const words = line.split(' ');
    const program = `
      source ./bash
      COMP_WORDS=(${words.map((word) => `'${word}'`).join(' ')}); COMP_CWORD=${words.length - 1}
      eval "$(complete -p signet | sed 's/.*-F \\([^ ]*\\).*/\\1/')"
      printf '%s\\n' "\${COMPREPLY[@]}"`;
    const out = execFileSync('bash', ['--norc', '-c', program], { cwd: folder.path, encoding: 'utf8' });
    return out.split('\n').filter((word) => word !== '');
  };

  it.each(cases)('offers after "%s"', (line, some, none) => expectOffers(complete(line), some, none));

  it('offers files and folders where they are wanted, blanks and all', () => {
    expectOffers(complete('signet token verify --key a'), ['a key.pem'], ['--alg']);
    expectOffers(complete('signet start --data a'), ['a folder'], ['a key.pem']);
    expectOffers(complete('signet key inspect a'), ['a key.pem'], ['generate']);
  });

  it('understands --option=value', () => {
    expectOffers(complete('signet token convert --to = g'), ['general'], ['compact']);
  });
});

describeWithPrograms(['fish'], 'the completion for fish', () => {
  const complete = (line: string): readonly string[] => {
    const words = ['--no-config', '-c', `source ./fish; complete -C ${JSON.stringify(line)}`];
    const environment = { ...process.env, HOME: folder.path, XDG_CONFIG_HOME: folder.path };
    const out = execFileSync('fish', words, { cwd: folder.path, encoding: 'utf8', env: environment });
    return out.split('\n').flatMap((each) => (each === '' ? [] : [each.split('\t', 1)[0] ?? '']));
  };

  it.each(cases)('offers after "%s"', (line, some, none) => expectOffers(complete(line), some, none));

  it('offers files where they are wanted', () => {
    expect(complete('signet token verify --key a')).toContain('a key.pem');
    expect(complete('signet start --data ').join()).not.toContain('key.pem');
  });
});

describeWithPrograms(['zsh'], 'the completion for zsh', () => {
  /** A real zsh runs the function as its completion system would, with builtins that print what they are given. */
  const complete = (line: string): readonly string[] => {
    const words = line.split(' ').map((word) => `'${word}'`);
    const program = `
      compdef() { : }
      compadd() { shift; print -rl -- "$@" }
      _describe() { print -rl -- "\${(@P)@[-1]%%:*}" }
      _files() { [[ $1 = -/ ]] && print -rl -- *(N/) || print -rl -- *(N) }
      source ./zsh
      words=(${words.join(' ')}); CURRENT=${words.length}
      _signet`;
    const out = execFileSync('zsh', ['-f', '-c', program], { cwd: folder.path, encoding: 'utf8' });
    const last = line.split(' ').at(-1) ?? '';
    return out.split('\n').filter((word) => word !== '' && word.startsWith(last));
  };

  it.each(cases)('offers after "%s"', (line, some, none) => expectOffers(complete(line), some, none));

  it('offers files and folders where they are wanted', () => {
    expectOffers(complete('signet token verify --key a'), ['a key.pem'], []);
    expectOffers(complete('signet start --data a'), ['a folder'], ['a key.pem']);
  });
});

describe('signet completion', () => {
  it('knows no other shell', async () => {
    expect(await runInProcess(['completion', 'tcsh'])).toMatchObject({ code: 2, out: '' });
  });
});
