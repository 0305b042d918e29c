import { generateKeyPairSync, type KeyObject } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { describeKey } from '../describe-key/describe-key.ts';
import { diagnoseSignature } from '../diagnose/diagnose-signature.ts';
import { importVerificationKey } from './import-key.ts';
import { jwkOfText } from './key-conversion.ts';
import { readKeyFile } from './key-file.ts';
import { readKey } from './read-key.ts';

const ec = generateKeyPairSync('ec', { namedCurve: 'P-256' });
const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 });
const okp = generateKeyPairSync('ed25519');
type Form = 'spki' | 'pkcs8' | 'pkcs1' | 'sec1';
const derOf = (key: KeyObject, type: Form): Buffer => key.export({ type: type as 'spki', format: 'der' });
const pemOf = (key: KeyObject, type: Form): string =>
  key.export({ type: type as 'spki', format: 'pem' }).toString();

const keys: readonly (readonly [string, KeyObject, Form])[] = [
  ['EC, SPKI', ec.publicKey, 'spki'],
  ['EC, PKCS#8', ec.privateKey, 'pkcs8'],
  ['EC, SEC1', ec.privateKey, 'sec1'],
  ['RSA, SPKI', rsa.publicKey, 'spki'],
  ['RSA, PKCS#8', rsa.privateKey, 'pkcs8'],
  ['RSA, PKCS#1', rsa.publicKey, 'pkcs1'],
  ['RSA, PKCS#1 private', rsa.privateKey, 'pkcs1'],
  ['Ed25519, SPKI', okp.publicKey, 'spki'],
  ['Ed25519, PKCS#8', okp.privateKey, 'pkcs8'],
];

describe('the bytes of a key in DER', () => {
  it.each(keys)('are read as its PEM is: %s', async (_name, key, form) => {
    const [der, pem] = [derOf(key, form), pemOf(key, form)];
    expect(readKey(der)).toEqual(readKey(pem));
    expect(await jwkOfText(der)).toEqual(await jwkOfText(pem));
    const [described, ofPem] = [await describeKey(der), await describeKey(pem)];
    if (described.kind === 'refused' || ofPem.kind === 'refused') throw new Error('The key was refused.');
    const [{ form: own, ...rest } = { form: '' }] = described.keys;
    expect(own).toMatch(/^DER, /);
    expect(ofPem.keys).toEqual([{ ...rest, form: own.replace(/^DER/, 'PEM') }]);
  });

  it('are encrypted as their PEM is', () => {
    const secret = { cipher: 'aes-256-cbc', passphrase: 'p' };
    const der = ec.privateKey.export({ type: 'pkcs8', format: 'der', ...secret });
    expect(readKey(der)).toMatchObject({ kind: 'refused', refusal: { code: 'key_encrypted' } });
  });

  it.each(keys)('are no secret, for whoever has them could sign: %s', async (_name, key, form) => {
    const secret = Uint8Array.from(derOf(key, form));
    expect(await importVerificationKey({ from: 'secret', secret }, 'HS256')).toMatchObject({
      kind: 'refused',
      refusal: { code: 'secret_is_pem', sentence: 'This is a DER file, not a secret.' },
    });
  });

  it('are found to be the secret of a token by the diagnosis', async () => {
    const der = Uint8Array.from(derOf(ec.publicKey, 'spki'));
    const hmac = { name: 'HMAC', hash: 'SHA-256' };
    const key = await crypto.subtle.importKey('raw', der, hmac, false, ['sign']);
    const input = `${Buffer.from('{"alg":"HS256"}').toString('base64url')}.e30`;
    const signature = await crypto.subtle.sign('HMAC', key, new TextEncoder().encode(input));
    const token = `${input}.${Buffer.from(signature).toString('base64url')}`;
    expect((await diagnoseSignature(token, der)).findings[0]?.code).toBe('algorithm-confusion');
  });
});

describe('the bytes of a file', () => {
  it.each([
    ['a JWK', JSON.stringify(ec.publicKey.export({ format: 'jwk' })), 'jwk'],
    ['a PEM', pemOf(ec.publicKey, 'spki'), 'pem'],
  ])('are %s in UTF-16 and behind a byte order mark as well', (_name, text, kind) => {
    const wide = Buffer.from(text, 'utf16le');
    const marked = Buffer.from(`\ufeff${text}`, 'utf16le');
    for (const bytes of [
      wide,
      marked,
      Buffer.from(wide).swap16(),
      marked.swap16(),
      Buffer.from(`\ufeff${text}`),
    ])
      expect(readKey(bytes)).toMatchObject({ kind });
    expect(readKey(`\ufeff${text}`)).toMatchObject({ kind });
  });

  it('stay what they are, each file another, unless they are the text of one', () => {
    const bytes = fc.oneof(
      fc.uint8Array({ maxLength: 80 }),
      fc.uint8Array({ maxLength: 40 }).map((rest) => Uint8Array.of(0xff, 0xfe, ...rest)),
      fc.uint8Array({ maxLength: 40 }).map((rest) => Uint8Array.of(0x30, rest.length, ...rest)),
    );
    fc.assert(
      fc.property(bytes, (file) => {
        const read = readKeyFile(file);
        if (read.kind === 'bytes') {
          expect(read.bytes).toEqual(file);
          return;
        }
        expect(read.writing).not.toBe('DER');
        if (read.writing === undefined) expect(new TextEncoder().encode(read.text)).toEqual(file);
        if (read.writing?.startsWith('UTF-16')) expect(read.text).toMatch(/^[\t\r\n\x20-\x7e]+$/);
      }),
      { numRuns: 2000 },
    );
  });

  it('are no DER of a key where they are the DER of a signature', () => {
    const number = Buffer.concat([Buffer.of(0x02, 0x20), Buffer.alloc(32, 0x7f)]);
    const signature = Buffer.concat([Buffer.of(0x30, 0x44), number, number]);
    expect(readKeyFile(signature).kind === 'text' && readKeyFile(signature)).toEqual({
      kind: 'text',
      text: signature.toString('utf8'),
    });
  });
});
