import { generateKeyPairSync, sign as nodeSign } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { runInProcess } from '../../testing/run-in-process.ts';

const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
const key = publicKey.export({ format: 'jwk' });
const issuer = 'https://login.example';

function signed(claims: object, header: object = {}): string {
  const input = [{ alg: 'ES256', ...header }, claims]
    .map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'))
    .join('.');
  const signature = nodeSign('sha256', Buffer.from(input), { key: privateKey, dsaEncoding: 'ieee-p1363' });
  return `${input}.${signature.toString('base64url')}`;
}

async function ask(line: object): Promise<Record<string, unknown>> {
  const { out } = await runInProcess(['token', 'verify', '--jsonl'], { input: JSON.stringify(line) });
  return JSON.parse(out);
}

describe('a line of verify --jsonl', () => {
  it('is held against the issuer and the audience that it names', async () => {
    const token = signed({ iss: issuer, aud: ['https://api.example'], exp: 4_000_000_000 });
    const good = { token, key, issuer, audience: 'https://api.example' };
    expect(await ask(good)).toMatchObject({ valid: true, unchecked: [] });
    expect(await ask({ ...good, issuer: `${issuer}/` })).toMatchObject({
      valid: false,
      code: 'issuer_unexpected',
    });
    expect(await ask({ ...good, audience: 'https://other.example' })).toMatchObject({
      valid: false,
      code: 'audience_unexpected',
    });
    expect(await ask({ ...good, at: 4_000_000_001 })).toMatchObject({ code: 'token_expired' });
  });

  it('names what it did not ask for', async () => {
    const token = signed({ iss: issuer });
    const answer = await ask({ token, key });
    expect(answer).toMatchObject({ valid: true, unchecked: ['issuer', 'audience', 'expiry'] });
    expect(answer['reason']).toContain('Not checked: issuer, audience, expiry.');
    expect(await ask({ token, key, checks: 'signature' })).toMatchObject({
      unchecked: ['issuer', 'audience', 'times'],
    });
  });

  it('names the request of a DPoP proof, whose signature alone proves nothing', async () => {
    const { d: _d, ...jwk } = key;
    const token = signed(
      { jti: 'one', htm: 'GET', htu: 'https://api.example/', iat: 1 },
      { typ: 'dpop+jwt', jwk },
    );
    const answer = await ask({ token, key });
    expect(answer['unchecked']).toEqual(['method', 'url', 'accessToken']);
    expect(answer['reason']).toContain('Not checked: htm, htu, ath.');
  });

  it.each([
    [{ issuer: 1 }, 'The member issuer is not text.'],
    [{ audience: [] }, 'The member audience is not text.'],
    [{ audience: 'a', checks: 'signature' }, 'the member audience is not checked'],
  ])('that asks in vain is no question: %j', async (asked, reason) => {
    expect(await ask({ token: signed({}), key, ...asked })).toMatchObject({
      code: 'line_malformed',
      reason: expect.stringContaining(reason),
    });
  });

  it('that expects an issuer of what is no claims set is refused', async () => {
    const [head = '', , signature = ''] = signed({}).split('.');
    const input = `${head}.${Buffer.from('text').toString('base64url')}`;
    const made = nodeSign('sha256', Buffer.from(input), { key: privateKey, dsaEncoding: 'ieee-p1363' });
    const token = `${input}.${made.toString('base64url')}`;
    expect(signature).not.toBe('');
    expect(await ask({ token, key })).toMatchObject({ valid: true });
    expect(await ask({ token, key, issuer })).toMatchObject({ valid: false, code: 'token_malformed' });
  });
});

describe('--jsonl', () => {
  it.each([
    ['verify', ['--issuer', issuer], '--issuer beside --jsonl', 'issuer'],
    ['verify', ['--alg', 'ES256'], '--alg beside --jsonl', 'alg'],
    ['verify', ['--access-token-file', 'a.txt'], '--access-token-file beside --jsonl', 'issuer'],
    ['verify', ['a.b.c'], 'a token beside --jsonl', 'token'],
    ['decrypt', ['--key', 'k.pem'], '--key beside --jsonl', 'id, token, key; alg'],
  ])(
    'of token %s refuses %j, which it would not ask of any line',
    async (command, beside, actual, member) => {
      const ran = await runInProcess(['token', command, '--jsonl', ...beside], { input: '{}' });
      expect(ran.code).toBe(2);
      expect(ran.out).toBe('');
      expect(ran.err).toContain(actual);
      expect(ran.err).toContain(member);
    },
  );
});
