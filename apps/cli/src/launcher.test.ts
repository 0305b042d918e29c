import { execFileSync } from 'node:child_process';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  realpathSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { delimiter, join } from 'node:path';
import { temporaryFolder } from '@signet/testing/machine';
import { launcher, runSignet } from '@signet/testing/signet';
import { describe, expect, it } from 'vitest';

/** Every Node on this machine, which may be older than the one that Signet is pinned to. */
const nodes = [
  ...new Set([
    process.execPath,
    ...(process.env['PATH'] ?? '')
      .split(delimiter)
      .map((folder) => join(folder, 'node'))
      .filter((file) => !file.includes('node_modules') && existsSync(file))
      .map((file) => realpathSync(file)),
  ]),
];

describe('the launcher', () => {
  it.each(nodes)('runs the command on the pinned Node when %s calls it', async (node) => {
    const ran = await runSignet(['--help'], { by: [node, launcher] });
    expect(ran).toMatchObject({ code: 0, err: '' });
    expect(ran.out).toContain('Usage: signet');
  });

  it('says which version it is, as its package does', async () => {
    const { version } = JSON.parse(readFileSync(join(launcher, '..', '..', 'package.json'), 'utf8'));
    expect(await runSignet(['--version'])).toEqual({ code: 0, out: `${version}\n`, err: '' });
  });

  it('is found by the name that npm gives it', async () => {
    const root = join(launcher, '..', '..', '..', '..');
    const ran = await runSignet(['--help'], {
      by: [process.execPath, join(root, 'node_modules/.bin/signet')],
    });
    expect(ran.code).toBe(0);
  });

  it.each(nodes)('works through a link, called by %s', async (node) => {
    using folder = temporaryFolder();
    const link = join(folder.path, 'signet');
    symlinkSync(launcher, link);
    expect((await runSignet(['token', 'decode'], { by: [node, link], input: 'x' })).code).toBe(1);
  });

  it('passes exit codes on: 0, 1 and 2', async () => {
    expect((await runSignet(['--help'])).code).toBe(0);
    expect((await runSignet(['config', 'check', 'no-such-file.yaml'])).code).toBe(1);
    expect((await runSignet(['no-such-command'])).code).toBe(2);
  });

  it('says how to mend it where there is no Node that will do', async () => {
    using folder = temporaryFolder();
    const bin = join(folder.path, 'bin');
    mkdirSync(bin);
    writeFileSync(join(folder.path, 'package.json'), '{ "type": "module" }');
    copyFileSync(launcher, join(bin, 'signet.js'));
    const old = join(folder.path, 'old.cjs');
    writeFileSync(old, "Object.defineProperty(process.versions, 'node', { value: '14.21.3' });");
    const ran = await runSignet(['start'], {
      by: [process.execPath, '--require', old, join(bin, 'signet.js')],
    });
    expect(ran.code).toBe(1);
    expect(ran.err).toContain('this is Node 14.21.3');
    expect(ran.err).toContain('npm ci');
  });

  it.each(nodes)('is readable to %s', (node) => {
    expect(execFileSync(node, ['--check', launcher], { encoding: 'utf8' })).toBe('');
  });
});
