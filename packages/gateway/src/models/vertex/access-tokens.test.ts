import { generateKeyPairSync, verify } from 'node:crypto';
import { ManualClocks } from '@signet/contracts/testing';
import type { ServerQuestion } from '@signet/trust';
import { describe, expect, it, vi } from 'vitest';
import { AccessTokens } from './access-tokens.ts';

const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
const pem = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
const account = {
  type: 'service_account',
  client_email: 'models@models-1.iam.example',
  private_key: pem,
  private_key_id: 'one',
  // Whoever could write this would be given what proves who we are.
  token_uri: 'https://evil.example/token',
};
const key = JSON.stringify(account);

function tokens(answer: () => unknown = () => ({ access_token: 'ya29.one', expires_in: 3_600 })) {
  const clocks = new ManualClocks(1_760_000_000_000);
  const ask = vi.fn(async (_url: string, _question: ServerQuestion) => Response.json(answer()));
  const now = () => ({ wall: clocks.wall(), steady: clocks.steady() });
  return { clocks, ask, tokens: new AccessTokens(ask, now) };
}

describe('AccessTokens', () => {
  it('proves who asks to Google alone, by a signature', async () => {
    const { ask, tokens: held } = tokens();
    expect(await held.get(key)).toBe('ya29.one');
    const [url, question] = ask.mock.calls[0] ?? [];
    expect(url).toBe('https://oauth2.googleapis.com/token');
    const assertion = new URLSearchParams(question?.body).get('assertion') ?? '';
    const [head = '', claims = '', signature = ''] = assertion.split('.');
    expect(
      verify('sha256', Buffer.from(`${head}.${claims}`), publicKey, Buffer.from(signature, 'base64url')),
    ).toBe(true);
    expect(JSON.parse(Buffer.from(head, 'base64url').toString())).toEqual({
      alg: 'RS256',
      typ: 'JWT',
      kid: 'one',
    });
    expect(JSON.parse(Buffer.from(claims, 'base64url').toString())).toEqual({
      iss: 'models@models-1.iam.example',
      scope: 'https://www.googleapis.com/auth/cloud-platform',
      aud: 'https://oauth2.googleapis.com/token',
      iat: 1_760_000_000,
      exp: 1_760_003_600,
    });
  });

  it('asks once for many at a time, and again before the token ends', async () => {
    const { ask, clocks, tokens: held } = tokens();
    await Promise.all([held.get(key), held.get(key), held.get(key)]);
    clocks.pass(3_400_000);
    await held.get(key);
    expect(ask).toHaveBeenCalledTimes(1);
    clocks.pass(100_000);
    await held.get(key);
    expect(ask).toHaveBeenCalledTimes(2);
  });

  it('asks again where a token was not taken', async () => {
    const { ask, tokens: held } = tokens();
    await held.get(key);
    held.forget(key);
    await held.get(key);
    expect(ask).toHaveBeenCalledTimes(2);
  });

  it.each([
    ['says no token', { error: 'invalid_grant' }],
    ['says one that would end its header', { access_token: 'a\r\nx-goog-user-project: b', expires_in: 60 }],
    ['says one without an end', { access_token: 'a' }],
  ])('has none where Google %s', async (_, answer) => {
    expect(await tokens(() => answer).tokens.get(key)).toBeUndefined();
  });

  it('has none where Google does not answer, and keeps that of nobody', async () => {
    const { ask, tokens: held } = tokens(() => {
      throw new TypeError('away');
    });
    expect(await held.get(key)).toBeUndefined();
    expect(await held.get(key)).toBeUndefined();
    expect(ask).toHaveBeenCalledTimes(2);
  });

  it.each([
    ['no JSON', 'AIza'],
    ['of another kind', JSON.stringify({ ...account, type: 'authorized_user' })],
    ['without a key', JSON.stringify({ ...account, private_key: 'no key' })],
  ])('asks nobody by a key that is %s', async (_, other) => {
    const { ask, tokens: held } = tokens();
    expect(await held.get(other)).toBeUndefined();
    expect(ask).not.toHaveBeenCalled();
  });
});
