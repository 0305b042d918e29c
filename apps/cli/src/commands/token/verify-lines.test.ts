import { generateKeyPairSync, sign as nodeSign } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { runInProcess } from '../../testing/run-in-process.ts';

const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
const jwk = publicKey.export({ format: 'jwk' });
const pem = publicKey.export({ format: 'pem', type: 'spki' });

async function sign(claims: Readonly<Record<string, unknown>>): Promise<string> {
  const parts = [{ alg: 'ES256' }, claims].map((part) =>
    Buffer.from(JSON.stringify(part)).toString('base64url'),
  );
  const input = parts.join('.');
  const signature = nodeSign('sha256', Buffer.from(input), { key: privateKey, dsaEncoding: 'ieee-p1363' });
  return `${input}.${signature.toString('base64url')}`;
}

async function ask(lines: readonly unknown[]): Promise<readonly Record<string, unknown>[]> {
  const input = lines.map((line) => (typeof line === 'string' ? line : JSON.stringify(line))).join('\n');
  const ran = await runInProcess(['token', 'verify', '--jsonl'], { input });
  expect(ran.code).toBe(0);
  return ran.out
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
}

describe('signet token verify --jsonl', () => {
  it('answers each line in order, and goes on after one that is broken', async () => {
    const token = await sign({ sub: 'a' });
    const answers = await ask([
      'not JSON',
      '[]',
      { id: 'no token' },
      { id: 'no key', token },
      { id: 'bad alg', token, key: jwk, alg: 1 },
      { id: 'bad at', token, key: jwk, at: 'soon' },
      { id: 'bad checks', token, key: jwk, checks: 'some' },
      { id: 'bad key', token, key: 'secret' },
      { id: { n: 1 }, token, key: jwk },
      { token, key: pem, alg: null },
    ]);
    expect(answers.map(({ id, valid, code }) => [id, valid, code])).toEqual([
      [null, false, 'line_malformed'],
      [null, false, 'line_malformed'],
      ['no token', false, 'line_malformed'],
      ['no key', false, 'line_malformed'],
      ['bad alg', false, 'line_malformed'],
      ['bad at', false, 'line_malformed'],
      ['bad checks', false, 'line_malformed'],
      ['bad key', false, 'key_unreadable'],
      [{ n: 1 }, true, 'verified'],
      [null, true, 'verified'],
    ]);
    expect(answers[8]).toMatchObject({ alg: 'ES256', header: { alg: 'ES256' }, claims: { sub: 'a' } });
  });

  it('checks the times at the time it is given, or the signature only', async () => {
    const token = await sign({ exp: 1_000, nbf: 500 });
    const at = ['1970-01-01T00:10:00Z', 600, 1_000, 499, undefined];
    const answers = await ask([
      ...at.map((time) => ({ token, key: jwk, at: time })),
      { token, key: jwk, checks: 'signature' },
    ]);
    const codes = [
      'verified',
      'verified',
      'token_expired',
      'token_not_yet_valid',
      'token_expired',
      'verified',
    ];
    expect(answers.map(({ code }) => code)).toEqual(codes);
    expect(answers[2]).toMatchObject({ valid: false, claims: { exp: 1_000 } });
  });

  it('never tells claims of a token whose signature does not hold, nor a key', async () => {
    const token = await sign({ sub: 'a' });
    const { d = '', ...other } = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey.export({
      format: 'jwk',
    });
    const [answer] = await ask([{ token, key: { ...other, d } }]);
    expect(answer).toMatchObject({ valid: false, code: 'signature_invalid', alg: 'ES256' });
    expect(answer).not.toHaveProperty('claims');
    expect(JSON.stringify(answer)).not.toContain(d);
  });

  it('keeps every digit of a number and the line in one piece', async () => {
    const head = Buffer.from('{"alg":"HS256"}').toString('base64url');
    const payload = Buffer.from('{"id":100002348117421473,\n "a":1}').toString('base64url');
    const secret = Buffer.from('a secret of thirty-two bytes or more');
    const key = await crypto.subtle.importKey('raw', secret, { name: 'HMAC', hash: 'SHA-256' }, false, [
      'sign',
    ]);
    const mac = await crypto.subtle.sign('HMAC', key, Buffer.from(`${head}.${payload}`));
    const token = `${head}.${payload}.${Buffer.from(mac).toString('base64url')}`;
    const lines = ['utf8', 'base64', 'base64url', 'hex'].map((encoding) => {
      const text = secret.toString(encoding as BufferEncoding);
      return JSON.stringify({ token, key: { secret: text, encoding } });
    });
    const ran = await runInProcess(['token', 'verify', '--jsonl'], { input: lines.join('\n') });
    const answers = ran.out.trimEnd().split('\n');
    expect(answers).toHaveLength(4);
    for (const answer of answers) expect(answer).toMatch(/"valid":true.*100002348117421473/);
  });

  it('answers a line beyond the bound, and the one after it', async () => {
    const token = await sign({});
    const answers = await ask([
      `{"id":1,"token":"${'a'.repeat(4 * 1024 * 1024)}"}`,
      { id: 2, token, key: jwk },
    ]);
    expect(answers.map(({ id, code }) => [id, code])).toEqual([
      [null, 'line_malformed'],
      [2, 'verified'],
    ]);
  });
});
