import { createHmac, generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { SecretEncoding } from '../../keys/key-reading.ts';
import { diagnose } from './diagnose.ts';

const never = new AbortController().signal;
const secret = 'a secret of more than thirty-two bytes, for HS256';

describe('the button beside a diagnosis', () => {
  it.each([
    ['a line break', `${secret}\n`, 'utf8', 'Use the secret without its line break', secret, 'utf8'],
    ['quotes', `"${secret}"`, 'utf8', 'Use the secret without its quotes', secret, 'utf8'],
    ['text that was said to be hex', secret, 'hex', 'Read it as text', secret, 'utf8'],
    ['base64', base64(secret), 'utf8', 'Read it as base64', base64(secret), 'base64'],
    ['hex', hex(secret), 'base64', 'Read it as hex', hex(secret), 'hex'],
    ['hex in quotes', `'${hex(secret)}'`, 'utf8', 'without its quotes, as hex', hex(secret), 'hex'],
  ] as const)('mends %s', async (_, key, encoding, label, mended, reading) => {
    const mend = await mendFor(hmac(secret), key, encoding);
    expect(mend).toMatchObject({ key: mended, encoding: reading });
    expect(mend?.label).toContain(label);
  });

  it('chooses the key of a set that does match', async () => {
    const [one, other] = [pair('k1'), pair('k2')];
    const set = JSON.stringify({ keys: [one.jwk, other.jwk] });
    const mend = await mendFor(elliptic(other.key, 'k1'), set, 'utf8');
    expect(mend?.label).toBe('Use key “k2”');
    expect(JSON.parse(mend?.key ?? '')).toEqual(other.jwk);
  });

  it('is not there when nothing matches, and the count says that it was tried', async () => {
    const found = await diagnose(question(hmac('another secret'), secret, 'utf8'), never);
    expect(found?.causes).toEqual([]);
    expect(found?.tried).toBeGreaterThan(30);
  });

  it('never turns a public key into a secret (algorithm confusion)', async () => {
    const pem = generateKeyPairSync('rsa', { modulusLength: 2048 }).publicKey;
    const text = pem.export({ type: 'spki', format: 'pem' }).toString();
    const found = await diagnose(question(hmac(text), text, 'utf8'), never);
    expect(found?.causes).toMatchObject([{ code: 'algorithm-confusion' }]);
    expect(found?.causes.some(({ mend }) => mend !== undefined)).toBe(false);
  });

  it('says nothing once it is called off', async () => {
    const search = new AbortController();
    const found = diagnose(question(hmac(secret), 'other', 'utf8'), search.signal);
    search.abort();
    expect(await found).toBeUndefined();
  });
});

async function mendFor(token: string, key: string, encoding: SecretEncoding) {
  const found = await diagnose(question(token, key, encoding), never);
  return found?.causes.find(({ mend }) => mend !== undefined)?.mend;
}

function question(token: string, key: string, encoding: SecretEncoding) {
  return { token, key, encoding };
}

function hmac(key: string): string {
  const input = `${encode({ alg: 'HS256' })}.${encode({ sub: 'ada' })}`;
  return `${input}.${createHmac('sha256', key).update(input).digest('base64url')}`;
}

function pair(kid: string) {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  return { key: privateKey, jwk: { ...publicKey.export({ format: 'jwk' }), kid } };
}

function elliptic(key: KeyObject, kid: string): string {
  const input = `${encode({ alg: 'ES256', kid })}.${encode({ sub: 'ada' })}`;
  return `${input}.${sign('sha256', Buffer.from(input), { key, dsaEncoding: 'ieee-p1363' }).toString('base64url')}`;
}

function encode(value: object): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}

function base64(text: string): string {
  return Buffer.from(text).toString('base64');
}

function hex(text: string): string {
  return Buffer.from(text).toString('hex');
}
