import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder } from '@signet/testing/machine';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runInProcess } from '../../testing/run-in-process.ts';

const folder = temporaryFolder();
const secretFile = join(folder.path, 'secret');
const secret = 'a secret of forty characters, and a few more of them';
/** No double holds one of these, and in none of them may a digit change. */
const lost = ['100002348117421473', '1e309', '-0.12345678901234567890'] as const;
const [sub, huge, fine] = lost;
const claims = `{"sub":${sub},"deep":[{"huge":${huge}}],"fine":${fine}}`;
let token: string;

beforeAll(async () => {
  writeFileSync(secretFile, secret);
  const words = ['token', 'sign', '--secret-file', secretFile, '--alg', 'HS256'];
  const signed = await runInProcess(words, { input: claims });
  expect(signed).toMatchObject({ code: 0, err: '' });
  token = signed.out.trim();
});
afterAll(() => folder[Symbol.dispose]());

const key = ['--secret-file', secretFile, '--alg', 'HS256'];
const ofToken = () => token;
const surfaces: readonly (readonly [string, readonly string[], () => string])[] = [
  ['decode', ['token', 'decode'], ofToken],
  ['decode --json', ['token', 'decode', '--json'], ofToken],
  ['verify', ['token', 'verify', ...key], ofToken],
  ['verify --json', ['token', 'verify', ...key, '--json'], ofToken],
  ['verify --jsonl', ['token', 'verify', '--jsonl'], () => JSON.stringify({ id: 1, token, key: { secret } })],
  ['sign --json', ['token', 'sign', ...key, '--json'], () => claims],
];

describe('a number that no double holds', () => {
  it('is signed digit for digit', () => {
    expect(Buffer.from(String(token.split('.')[1]), 'base64url').toString()).toBe(claims);
  });

  it.each(surfaces)('is printed digit for digit by %s', async (_surface, words, input) => {
    const ran = await runInProcess(words, { input: input() });
    expect(ran).toMatchObject({ code: 0, err: '' });
    for (const digits of lost) expect(ran.out).toMatch(new RegExp(`[^0-9]${digits}[^0-9]`));
    expect(ran.out).not.toMatch(/10000234811742147[0-24-9]|null|Infinity/);
  });

  it('is printed digit for digit by diff, with the other one beside it', async () => {
    const other = join(folder.path, 'other.jwt');
    const words = ['token', 'sign', ...key];
    writeFileSync(other, (await runInProcess(words, { input: claims.replace('473', '474') })).out);
    const ran = await runInProcess(['token', 'diff', '-', other], { input: token });
    expect(ran.code).toBe(1);
    expect(ran.out).toContain(sub);
    expect(ran.out).toContain('100002348117421474');
  });

  it('keeps the digits of the name that a line gave itself', async () => {
    const ran = await runInProcess(['token', 'verify', '--jsonl'], {
      input: `{"id":${sub},"token":"a","key":{"secret":"b"}}`,
    });
    expect(ran.out).toMatch(new RegExp(`^\\{"id":${sub},`));
  });

  it.each(['text', 'JSON'])('is said to have come where it should be a time, in %s', async (form) => {
    const asked = await runInProcess(['token', 'sign', ...key], { input: `{"exp":${huge}}` });
    const words = ['token', 'verify', ...key, ...(form === 'JSON' ? ['--json'] : [])];
    const ran = await runInProcess(words, { input: asked.out });
    expect(ran.code).toBe(1);
    expect(ran.out).toContain(huge);
    expect(ran.out).not.toContain('null');
  });
});
