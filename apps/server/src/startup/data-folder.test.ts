import { chmodSync, mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder } from '@signet/testing/machine';
import { describe, expect, it } from 'vitest';
import { startSignet } from '../testing/running-signet.ts';
import { lockDataFolder } from './data-folder-lock.ts';
import { findExposedPaths } from './exposed-paths.ts';

describe.skipIf(process.platform === 'win32')('the data folder', () => {
  it('holds nothing that others can read, but the configuration', async () => {
    using folder = temporaryFolder();
    const signet = await startSignet(folder.path);
    const open = readdirSync(folder.path).filter((name) => statSync(join(folder.path, name)).mode & 0o077);
    await signet.close();
    expect(open.filter((name) => name !== 'web')).toEqual(['signet.yaml']);
    expect(findExposedPaths(folder.path)).toEqual([]);
  });

  it('is complained of when others may write it or read the master key', async () => {
    using folder = temporaryFolder();
    await (await startSignet(folder.path)).close();
    const key = join(folder.path, 'master.key');
    chmodSync(key, 0o644);
    chmodSync(folder.path, 0o777);
    const signet = await startSignet(folder.path);
    await signet.close();
    expect(signet.logged()).toContain(`chmod go-w ${folder.path}`);
    expect(signet.logged()).toContain(`chmod 600 ${key}`);
  });

  it.each([
    ['a folder', (path: string) => mkdirSync(path)],
    ['another file', (path: string) => writeFileSync(path, 'x'.repeat(5000))],
  ])('says that %s in the place of the lock is no lock', (_what, put) => {
    using folder = temporaryFolder();
    put(join(folder.path, 'signet.lock'));
    expect(() => lockDataFolder(folder.path)).toThrow(/^The lock file .* cannot be used\.$/);
  });
});
