import { randomBytes } from 'node:crypto';
import { encryptJwe } from '@signet/token/jwe';
import { describe, expect, it } from 'vitest';
import { runInProcess } from '../../testing/run-in-process.ts';

const bytes = Uint8Array.from(randomBytes(32));
const secret = Buffer.from(bytes).toString('hex');
const encrypt = (text: string): Promise<string> =>
  encryptJwe(new TextEncoder().encode(text), {
    key: { kind: 'secret', bytes },
    algorithm: 'dir',
    encryption: 'A256GCM',
  });

describe('signet token decrypt', () => {
  it('answers each line in order with --jsonl, and goes on after one that is broken', async () => {
    const token = await encrypt('content');
    const key = { secret, encoding: 'hex' };
    const lines = [
      { id: 1, token, key },
      { id: 2, token, key: { secret: 'another' } },
      { id: 3, token: token.replace(/..$/, 'AA'), key },
      { id: 4, token, key, alg: 'A256KW' },
      { id: 5 },
      { id: 6, token: 'a.b.c', key },
      { id: 7, token, key: { kty: 'oct', k: Buffer.from(bytes).toString('base64url') } },
    ];
    const input = `${lines.map((line) => JSON.stringify(line)).join('\n')}\nnot JSON\n`;
    const ran = await runInProcess(['token', 'decrypt', '--jsonl'], { input });
    expect(ran).toMatchObject({ code: 0, err: '' });
    const answers = ran.out
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(answers.map(({ id, valid, code }) => [id, valid, code])).toEqual([
      [1, true, 'decrypted'],
      [2, false, 'alg_not_pinned'],
      [3, false, expect.stringMatching(/^(decryption_failed|token_malformed)$/)],
      [4, false, 'alg_not_pinned'],
      [5, false, 'line_malformed'],
      [6, false, 'token_malformed'],
      [7, true, 'decrypted'],
      [null, false, 'line_malformed'],
    ]);
    const plaintext = Buffer.from('content').toString('base64url');
    expect(answers[0]).toMatchObject({ alg: 'dir', enc: 'A256GCM', header: { alg: 'dir' }, plaintext });
    expect(ran.out).not.toContain(secret);
  });

  it('prints what one token holds, or why it cannot', async () => {
    const words = ['token', 'decrypt', '--secret-env', 'DEMO_SECRET'];
    const text = 'exactly thirty-two bytes, really';
    const key = { kind: 'secret', bytes: new TextEncoder().encode(text) } as const;
    const token = await encryptJwe(bytes.slice(0, 0), { key, algorithm: 'dir', encryption: 'A256GCM' });
    const environment = { DEMO_SECRET: text };
    expect(await runInProcess(words, { input: token, environment })).toMatchObject({ code: 0, out: '\n' });
    const other = await runInProcess(words, { input: await encrypt('x'), environment });
    expect(other.code).toBe(1);
    expect(other.err).toContain('cannot be decrypted');
  });
});
