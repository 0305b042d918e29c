import { execFile } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { temporaryFolder } from '@signet/testing/machine';
import { expect, it } from 'vitest';
import { stampOf } from './put-in-place.ts';

const rounds = 150;

/** Builds over and over, as starts do that find their sources changed; what it prints is what went wrong. */
const builder = `
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
const { putInPlace, writeStamp } = await import(process.argv[1]);
const [, , output, stamp] = process.argv;
const draft = output + '.' + process.pid;
for (let round = 0; round < ${rounds}; round += 1) {
  mkdirSync(draft + '/assets', { recursive: true });
  for (let file = 0; file < 20; file += 1) writeFileSync(draft + '/assets/' + file, stamp);
  writeStamp(draft, stamp);
  putInPlace(draft, output);
  rmSync(draft, { recursive: true, force: true });
}
`;

it.each([
  ['the same sources', ['one', 'one']],
  ['different sources', ['one', 'two']],
])('leaves one whole build where two starts at once build %s', async (_, stamps) => {
  using folder = temporaryFolder();
  const output = join(folder.path, 'dist');
  const module = new URL('./put-in-place.ts', import.meta.url).href;
  await Promise.all(
    stamps.map((stamp) =>
      promisify(execFile)(process.execPath, ['--input-type=module', '-e', builder, module, output, stamp]),
    ),
  );
  expect(readdirSync(folder.path)).toEqual(['dist']);
  expect(stamps).toContain(stampOf(output));
  expect(readdirSync(join(output, 'assets'))).toHaveLength(20);
});
