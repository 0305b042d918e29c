import { chmodSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { startSignet, type TestSignet } from '@signet/server/testing';
import { temporaryFolder } from '@signet/testing/machine';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { runInProcess } from '../../testing/run-in-process.ts';

const folder = temporaryFolder();
const data = join(folder.path, 'data');
const password = join(folder.path, 'password');
const file = join(folder.path, 'signet.yaml');
let signet: TestSignet;

const signetWith = (...words: string[]) =>
  runInProcess(['secrets', ...words, '--data', data], { width: 200 });

beforeAll(async () => {
  writeFileSync(password, 'correct-horse', { mode: 0o600 });
  const smtp = { server: 'smtp://127.0.0.1:9', username: 'signet', password: 'file:password' };
  writeFileSync(file, JSON.stringify({ mail: { from: 'a@example.org', smtp } }));
  signet = await startSignet(data, { flags: { config: file } });
});
afterAll(async () => {
  await signet.close();
  folder[Symbol.dispose]();
});

it('tell where each secret is and how old, read them again, and say what could not be read', async () => {
  const listed = await signetWith('list');
  expect(listed.out).toMatch(/mail\.smtp\.password\s+file:password\s+again and again/);
  writeFileSync(password, 'correct-horse-battery');
  const refreshed = await signetWith('refresh');
  expect(refreshed).toMatchObject({ code: 0, out: expect.stringContaining('Changed   mail.smtp.password') });
  chmodSync(password, 0o644);
  const failed = await signetWith('refresh', '--end-overlap');
  expect(failed).toMatchObject({ code: 1, out: expect.stringContaining('Failed    mail.smtp.password') });
  const after = await signetWith('list');
  expect(after.out).toContain('mail.smtp.password could not be read at');
  for (const { out, err } of [listed, refreshed, failed, after])
    expect(out + err).not.toContain('correct-horse');
});

it('are looked at without a server too, and only said to be there', async () => {
  chmodSync(password, 0o600);
  const good = await signetWith('check', file);
  expect(good).toMatchObject({ code: 0, out: expect.stringContaining('1 of 1 secrets') });
  chmodSync(password, 0o604);
  const bad = await signetWith('check', file, '--json');
  expect(bad.code).toBe(1);
  expect(JSON.parse(bad.out)).toMatchObject({
    ok: false,
    secrets: [
      { key: 'mail.smtp.password', reference: 'file:password', reason: expect.stringContaining('Others') },
    ],
  });
  const absent = await signetWith('check', join(folder.path, 'absent.yaml'));
  expect(absent.code).not.toBe(0);
  expect(good.out + bad.out).not.toContain('correct-horse');
});
