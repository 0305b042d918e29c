import { rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder } from '@signet/testing/machine';
import { expect, it } from 'vitest';
import { followFile } from './follow-file.ts';

it('a file that goes out of reach is a change like any other, and ends no process', async () => {
  using folder = temporaryFolder();
  const file = join(folder.path, 'signet.yaml');
  writeFileSync(file, 'version: 1');
  let stop: (() => void) | undefined;
  const changed = new Promise<void>((resolve) => {
    stop = followFile(file, resolve);
  });
  rmSync(file);
  // A link to itself: looking at it fails (ELOOP), for every user.
  symlinkSync(file, file);
  await expect(changed).resolves.toBeUndefined();
  stop?.();
});
