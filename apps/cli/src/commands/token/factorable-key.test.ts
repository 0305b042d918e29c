import { createPublicKey, type webcrypto } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder } from '@signet/testing/machine';
import { publicHalf } from '@signet/token/keys';
import { makeRocaKey } from '@signet/token/testing/roca-key';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runInProcess } from '../../testing/run-in-process.ts';

const folder = temporaryFolder();
const fileOf = (name: string): string => join(folder.path, name);
const roca = makeRocaKey('old-card');
const open = publicHalf(roca);
const { kid: _kid, ...withoutName } = roca;
const signWith = ['token', 'sign', '--key', fileOf('private'), '--alg', 'RS256', '--exp', '+15m'];
let token: string;
let unnamed: string;

async function signed(words: readonly string[]): Promise<string> {
  const all = [...signWith, ...words, '--dangerously-allow-weak-key'];
  return (await runInProcess(all, { input: '{"sub":"ada"}' })).out.trim();
}

beforeAll(async () => {
  writeFileSync(fileOf('private'), JSON.stringify(withoutName));
  writeFileSync(fileOf('jwk'), JSON.stringify(open));
  writeFileSync(fileOf('set'), JSON.stringify({ keys: [open] }));
  const pem = createPublicKey({ key: open as webcrypto.JsonWebKey, format: 'jwk' });
  writeFileSync(fileOf('pem'), pem.export({ type: 'spki', format: 'pem' }));
  writeFileSync(fileOf('der'), pem.export({ type: 'spki', format: 'der' }));
  token = await signed(['--kid', 'old-card']);
  unnamed = await signed([]);
});
afterAll(() => folder[Symbol.dispose]());

describe('a token by a key that anybody can factor', () => {
  it.each([
    ['jwk', true],
    ['set', true],
    ['pem', false],
    ['der', false],
  ] as const)('verifies with a warning by its %s', async (form, isNamed) => {
    const words = ['token', 'verify', '--key', fileOf(form), '--alg', 'RS256'];
    const input = isNamed ? token : unnamed;
    const shown = await runInProcess(words, { input });
    expect(shown.code).toBe(0);
    expect(shown.out.replace(/\s+/g, ' ')).toContain('can be factored (ROCA');
    const answer = JSON.parse((await runInProcess([...words, '--json'], { input })).out);
    expect(answer).toMatchObject({
      verdict: 'verified',
      warnings: [expect.stringContaining('ROCA, CVE-2017-15361')],
    });
  });

  it('verifies with the same warning by --jsonl', async () => {
    const ran = await runInProcess(['token', 'verify', '--jsonl'], {
      input: JSON.stringify({ token, key: open }),
    });
    expect(JSON.parse(ran.out)).toMatchObject({
      code: 'verified',
      warnings: [expect.stringContaining('ROCA, CVE-2017-15361')],
    });
  });

  it('is not made unless asked for by that name, and the key is told of by key inspect', async () => {
    const refused = await runInProcess(signWith, { input: '{}' });
    expect(refused.out).toBe('');
    expect(refused.err).toContain('can be computed');
    const inspected = await runInProcess(['key', 'inspect', fileOf('der'), '--json']);
    expect(inspected.code).toBe(1);
    expect(JSON.parse(inspected.out).keys).toMatchObject([
      { form: 'DER, PUBLIC KEY (SPKI)', weaknesses: [{ rule: 'key/rsa-roca' }] },
    ]);
  });
});
