import { createHmac, generateKeyPairSync } from 'node:crypto';
import { verifySignature } from '@signet/token';
import { describe, expect, it } from 'vitest';
import { giveKey } from './give-key.ts';

const { publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
const pem = publicKey.export({ type: 'spki', format: 'pem' }).toString();
const jwk = publicKey.export({ format: 'jwk' });

describe('the key that the reader gives', () => {
  it('is nothing while the field is blank', async () => {
    const given = await giveKey(' \n', 'utf8', { alg: 'HS256', kid: undefined });
    expect(given).toMatchObject({ reading: { kind: 'none' }, keys: [] });
  });

  it('never serves as an HMAC secret when it is a public key (algorithm confusion)', async () => {
    const input = ['{"alg":"HS256"}', '{"sub":"admin"}'].map((part) =>
      Buffer.from(part).toString('base64url'),
    );
    const signature = createHmac('sha256', pem).update(input.join('.')).digest('base64url');
    const { keys } = await giveKey(pem, 'utf8', { alg: 'HS256', kid: undefined });
    const verdict = await verifySignature([...input, signature].join('.'), { keys });
    expect(verdict).toMatchObject({ verdict: 'refused', refusal: { code: 'alg_not_pinned' } });
  });

  it('is pinned to the algorithm of the token where it fits, and to nothing else', async () => {
    const { keys } = await giveKey(pem, 'utf8', { alg: 'PS384', kid: undefined });
    expect(keys.map(({ algorithm }) => algorithm)).toEqual(['PS384']);
  });

  it('is tried although the token names another kid, when it is the only one', async () => {
    const { keys } = await giveKey(JSON.stringify({ ...jwk, kid: 'a' }), 'utf8', { alg: 'RS256', kid: 'b' });
    expect(keys.map(({ kid }) => kid)).toEqual(['b']);
  });

  it('keeps its own names in a set', async () => {
    const set = JSON.stringify({ keys: [{ ...jwk, kid: 'a', alg: 'RS256' }] });
    const { keys } = await giveKey(set, 'utf8', { alg: 'RS256', kid: 'b' });
    expect(keys.map(({ kid }) => kid)).toEqual(['a']);
  });

  it('is used with a warning when it is a short secret', async () => {
    const { keys, findings } = await giveKey('short', 'utf8', { alg: 'HS256', kid: undefined });
    expect(keys).toHaveLength(1);
    expect(findings).toMatchObject([{ id: 'key_too_short', tone: 'warning' }]);
  });

  it('is said to be unreadable in words', async () => {
    const { reading } = await giveKey('{"kty":', 'utf8', { alg: 'HS256', kid: undefined });
    expect(reading).toMatchObject({ kind: 'unreadable', refusal: { code: 'key_unreadable' } });
  });
});
