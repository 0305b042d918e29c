import { generateKeyPairSync } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { giveKey } from './give-key.ts';

const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
const pem = publicKey.export({ type: 'spki', format: 'pem' }).toString();
const jwk = publicKey.export({ format: 'jwk' });
const give = (key: string, password = '') => giveKey({ key, encoding: 'utf8', password });

describe('the key that the reader gives', () => {
  it('is nothing while the field is blank', async () => {
    expect(await give(' \n')).toEqual({ reading: { kind: 'none' } });
  });

  it('is one key with a name of its own, or a set', async () => {
    const alone = await give(JSON.stringify({ ...jwk, kid: 'a' }));
    expect(alone).toMatchObject({ ownName: 'a', keys: { kind: 'one', keys: [{ kind: 'jwk', kid: 'a' }] } });
    const set = await give(JSON.stringify({ keys: [{ ...jwk, kid: 'a' }, jwk] }));
    expect(set.keys).toMatchObject({ kind: 'set', keys: [{ kid: 'a' }, { kind: 'jwk' }] });
    expect(set.ownName).toBeUndefined();
  });

  it('is never read as a secret when it is a public key (algorithm confusion)', async () => {
    expect((await give(pem)).keys?.keys).toMatchObject([{ kind: 'der', form: 'spki' }]);
  });

  it('keeps every byte of a secret, or none', async () => {
    const { keys } = await give('a \n');
    expect(keys?.keys).toEqual([{ kind: 'secret', bytes: new TextEncoder().encode('a \n') }]);
    const hex = await giveKey({ key: 'xyz', encoding: 'hex', password: '' });
    expect(hex.reading).toMatchObject({ kind: 'unreadable', secret: true });
    expect(hex.keys).toBeUndefined();
  });

  it('is opened by its password, and says so while it has none or a wrong one', async () => {
    const options = { type: 'pkcs8', format: 'pem', cipher: 'aes-256-cbc', passphrase: 'open' } as const;
    const locked = privateKey.export(options).toString();
    expect((await give(locked)).reading).toMatchObject({ kind: 'unreadable', locked: true });
    const wrong = await give(locked, 'opens');
    expect(wrong.reading).toMatchObject({ locked: true, refusal: { code: 'key_encrypted' } });
    const opened = await give(locked, 'open');
    expect(opened.reading).toMatchObject({ kind: 'readable', locked: true });
    expect(opened.keys?.keys).toMatchObject([{ kind: 'der', form: 'pkcs8' }]);
  });

  it('is said to be unreadable in words', async () => {
    const { reading } = await give('{"kty":');
    expect(reading).toMatchObject({ kind: 'unreadable', refusal: { code: 'key_unreadable' } });
  });
});
