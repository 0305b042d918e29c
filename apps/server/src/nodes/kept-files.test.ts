import { chmodSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder } from '@signet/testing/machine';
import { expect, it, onTestFinished } from 'vitest';
import { z } from 'zod';
import { createKeptFile } from './kept-files.ts';
import { createNodeMemory } from './node-memory.ts';
import { createRememberedAnswers } from './remembered-answers.ts';

function opened() {
  const folder = temporaryFolder();
  onTestFinished(() => folder[Symbol.dispose]());
  const rejected: string[] = [];
  const reject = (_: string, reason: string) => void rejected.push(reason);
  const file = createKeptFile(folder.path, 'kept.json', z.object({ a: z.number() }), reject);
  return { folder: folder.path, place: join(folder.path, 'kept.json'), rejected, reject, file };
}

it('reads what it wrote, and leaves no draft behind', () => {
  const { file, folder, rejected } = opened();
  expect(file.read()).toBeUndefined();
  file.write({ a: 1 });
  file.write({ a: 2 });
  expect([file.read(), readdirSync(folder), rejected]).toEqual([{ a: 2 }, ['kept.json'], []]);
});

it.skipIf(process.platform === 'win32')('believes no file that others could have written or read', () => {
  const { file, place, rejected, folder } = opened();
  file.write({ a: 1 });
  for (const mode of [0o620, 0o640, 0o604, 0o666]) {
    chmodSync(place, mode);
    expect(file.read()).toBeUndefined();
  }
  chmodSync(place, 0o600);
  expect(file.read()).toEqual({ a: 1 });
  const link = createKeptFile(folder, 'link.json', z.object({ a: z.number() }), () => undefined);
  symlinkSync(place, join(folder, 'link.json'));
  expect(link.read()).toBeUndefined();
  expect(rejected).toHaveLength(4);
});

it.each(['', '{', '{"a":"1"}'])('believes nothing of "%s"', (text) => {
  const { file, place, rejected } = opened();
  writeFileSync(place, text, { mode: 0o600 });
  expect([file.read(), rejected.length]).toEqual([undefined, 1]);
});

it('takes no time for that of revocations which it does not belong to', () => {
  const { folder, reject } = opened();
  const memory = createNodeMemory(folder, reject);
  const known = { sequence: 5, heardAt: 1000, entries: [] };
  memory.keepRevocations(known, true);
  memory.keepRevocations({ ...known, heardAt: 2000 }, false);
  expect(memory.revocations()).toEqual({ ...known, heardAt: 2000 });
  memory.keepRevocations({ ...known, sequence: 6, heardAt: 3000 }, false);
  expect(memory.revocations()).toEqual(known);
});

it('answers by what was said before only where nobody can be asked, and only as long as that is believed', async () => {
  let believed = true;
  const away = () => Promise.reject(new Error('away'));
  const answers = createRememberedAnswers(
    { documents: { '/jwks': 'old' }, secrets: [], handed: { 'file:a': ['x'] } },
    () => believed,
  );
  expect(await answers.document('/jwks', away)).toBe('old');
  expect(await answers.document('/jwks', async () => 'new')).toBe('new');
  expect(await answers.document('/jwks', away)).toBe('new');
  await expect(answers.document('/other', away)).rejects.toThrow('away');
  believed = false;
  await expect(answers.document('/jwks', away)).rejects.toThrow('away');
  await expect(answers.secrets(away)).rejects.toThrow('away');
  expect(await answers.handed('file:a', away)).toEqual(['x']);
  expect(await answers.document('/jwks', async () => undefined)).toBeUndefined();
  expect(answers.all().documents).toEqual({});
});
