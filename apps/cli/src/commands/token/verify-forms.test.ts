import { createHash, createSign, generateKeyPairSync, randomBytes } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder } from '@signet/testing/machine';
import {
  CompactSign,
  calculateJwkThumbprint,
  exportJWK,
  exportPKCS8,
  exportSPKI,
  FlattenedSign,
  GeneralSign,
  generateKeyPair,
  SignJWT,
} from 'jose';
import { afterAll, describe, expect, it } from 'vitest';
import { type InProcessOptions, runInProcess } from '../../testing/run-in-process.ts';

const folder = temporaryFolder();
afterAll(() => folder[Symbol.dispose]());
const file = (name: string, content: string | Uint8Array): string => {
  const path = join(folder.path, name);
  writeFileSync(path, content, { mode: 0o600 });
  return path;
};

const now = 1_790_000_000;
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const { publicKey, privateKey } = await generateKeyPair('ES256', { extractable: true });
const publicPem = await exportSPKI(publicKey);
const key = ['--key', file('public.pem', publicPem)];
const claims = { iss: 'https://a.example', aud: 'b', sub: 'ada', iat: now, exp: now + 60 };
const sign = (more: object = {}, header: object = {}): Promise<string> =>
  new SignJWT({ ...claims, ...more }).setProtectedHeader({ alg: 'ES256', ...header }).sign(privateKey);
const verify = (input: string, words: readonly string[], options: InProcessOptions = {}) =>
  runInProcess(['token', 'verify', ...words], { input, at: now, width: 200, ...options });
const codeOf = (out: string): unknown => JSON.parse(out).refusal?.code;

describe('signet token verify, whatever the serialisation', () => {
  const payload = bytes(JSON.stringify(claims));

  it('verifies flattened and general JSON, and refuses a changed one', async () => {
    const flattened = await new FlattenedSign(payload).setProtectedHeader({ alg: 'ES256' }).sign(privateKey);
    const general = new GeneralSign(payload);
    general.addSignature(privateKey).setProtectedHeader({ alg: 'ES256' });
    for (const token of [flattened, await general.sign()]) {
      const ran = await verify(JSON.stringify(token), [...key, '--issuer', claims.iss, '--json']);
      expect(ran).toMatchObject({ code: 0, err: '' });
      expect(JSON.parse(ran.out)).toMatchObject({
        verdict: 'verified',
        payload: claims,
        unchecked: ['audience'],
      });
      const late = await verify(JSON.stringify(token), [...key, '--json'], { at: now + 3600 });
      expect(codeOf(late.out)).toBe('token_expired');
      const changed = { ...token, payload: Buffer.from('{"sub":"eve"}').toString('base64url') };
      expect(codeOf((await verify(JSON.stringify(changed), [...key, '--json'])).out)).toBe(
        'signature_invalid',
      );
    }
  });

  it('verifies a detached payload, with b64: false as well, from its file', async () => {
    const content = file('content.bin', randomBytes(60));
    const text = file('content.txt', '$.02');
    const [head, , signature] = (
      await new CompactSign(randomBytes(3)).setProtectedHeader({ alg: 'ES256' }).sign(privateKey)
    ).split('.');
    expect((await verify(`${head}..${signature}`, [...key, '--payload', content])).code).toBe(1);
    const unencoded = await new FlattenedSign(bytes('$.02'))
      .setProtectedHeader({ alg: 'ES256', b64: false, crit: ['b64'] })
      .sign(privateKey);
    const detached = `${unencoded.protected}..${unencoded.signature}`;
    const ran = await verify(detached, [...key, '--payload', text]);
    expect(ran).toMatchObject({ code: 0, err: '' });
    expect(ran.out).toContain('no claims set');
    expect(codeOf((await verify(detached, [...key, '--payload', text, '--issuer', 'x', '--json'])).out)).toBe(
      'crit_unknown',
    );
  });

  it('verifies what only the workbench knows, and names what is weak about a key', async () => {
    const curve = generateKeyPairSync('ed448');
    const head = Buffer.from('{"alg":"EdDSA"}').toString('base64url');
    const body = Buffer.from(payload).toString('base64url');
    const { sign: signBytes } = await import('node:crypto');
    const signature = signBytes(null, bytes(`${head}.${body}`), curve.privateKey).toString('base64url');
    const ed448 = file('ed448.jwk', JSON.stringify(curve.publicKey.export({ format: 'jwk' })));
    expect(
      (await verify(JSON.stringify({ protected: head, payload: body, signature }), ['--key', ed448])).code,
    ).toBe(0);
    const weak = await new FlattenedSign(payload).setProtectedHeader({ alg: 'HS256' }).sign(bytes('short'));
    const words = ['--secret-env', 'S', '--alg', 'HS256', '--json'];
    const taken = await verify(JSON.stringify(weak), words, { environment: { S: 'short' } });
    expect(JSON.parse(taken.out).warnings[0]).toContain('256');
  });
});

describe('signet token verify, where the text says more than was signed', () => {
  const body = Buffer.from(JSON.stringify(claims)).toString('base64url');
  const flattened = async (header: object = {}) => {
    const [head, payload, signature] = (await sign({}, header)).split('.');
    return { protected: head, payload, signature };
  };
  const refusedFor = async (token: object, words: readonly string[]) =>
    JSON.parse((await verify(JSON.stringify(token), [...key, ...words, '--json'])).out).refusal;

  it('does not take the type from a header that no signature covers', async () => {
    const token = { ...(await flattened()), header: { typ: 'at+jwt' } };
    expect(await refusedFor(token, ['--type', 'at+jwt'])).toMatchObject({ member: 'typ' });
  });

  it('holds what was signed against the profile, not a token that stands beside it', async () => {
    const other = [
      Buffer.from('{"alg":"ES256","typ":"JWT"}').toString('base64url'),
      Buffer.from(JSON.stringify({ ...claims, nonce: 'n-1' })).toString('base64url'),
      'c2ln',
    ].join('.');
    const words = ['--profile', 'id-token', '--nonce', 'n-1'];
    const beside = { ...(await flattened()), access_token: other };
    expect(await refusedFor(beside, words)).toMatchObject({ member: 'nonce' });
    const unsigned = { protected: other.split('.')[0], signature: 'c2ln', header: { typ: 'at+jwt' } };
    const { payload, ...own } = await flattened({ typ: 'JWT' });
    const first = { payload, signatures: [{ ...unsigned }, own] };
    expect((await verify(JSON.stringify(first), [...key, '--profile', 'access-token'])).code).toBe(1);
  });

  it.each([
    ['--nonce', 'n-1'],
    ['--code-file', 'code.txt'],
    ['--access-token-file', 'access.txt'],
    ['--method', 'GET'],
  ])('does not begin where %s would be named in vain', async (...named) => {
    expect(await verify(await sign(), [...key, ...named])).toMatchObject({ code: 2, out: '' });
  });

  it('refuses a token that is of no kind where its own word was to choose the profile', async () => {
    const token = await new CompactSign(bytes('{"hello":"you"}'))
      .setProtectedHeader({ alg: 'ES256', typ: 'x' })
      .sign(privateKey);
    expect((await verify(token, [...key, '--profile', 'auto'])).code).toBe(1);
  });

  it('judges the type of what is no claims set as well', async () => {
    const token = await new CompactSign(bytes('plain text'))
      .setProtectedHeader({ alg: 'ES256' })
      .sign(privateKey);
    expect((await verify(token, key)).code).toBe(0);
    expect((await verify(token, [...key, '--type', 'at+jwt'])).code).toBe(1);
  });

  it('names what is weak about a key of a set, whatever the serialisation', async () => {
    const small = generateKeyPairSync('rsa', { modulusLength: 1024 });
    const head = Buffer.from('{"alg":"RS256"}').toString('base64url');
    const signature = createSign('sha256')
      .update(`${head}.${body}`)
      .sign(small.privateKey)
      .toString('base64url');
    const set = file('weak.jwks', JSON.stringify({ keys: [small.publicKey.export({ format: 'jwk' })] }));
    for (const text of [
      `${head}.${body}.${signature}`,
      JSON.stringify({ protected: head, payload: body, signature }),
    ]) {
      const ran = await verify(text, ['--key', set, '--alg', 'RS256', '--json']);
      expect(JSON.parse(ran.out)).toMatchObject({ warnings: [expect.stringContaining('2048')] });
    }
    // Whoever reads a set with a secret may have signed.
    const secret = randomBytes(40);
    const shared = { keys: [{ kty: 'oct', k: secret.toString('base64url'), alg: 'HS256' }] };
    const token = await new FlattenedSign(bytes('{}')).setProtectedHeader({ alg: 'HS256' }).sign(secret);
    const words = ['--key', file('shared.jwks', JSON.stringify(shared)), '--json'];
    const ran = await verify(JSON.stringify(token), words);
    expect(JSON.parse(ran.out)).toMatchObject({ warnings: [expect.stringContaining('holds what signs')] });
  });

  it('never prints a private key that was given in place of its file', async () => {
    const pem = generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
    const ran = await verify('a.b.c', ['--key', pem.trim().replaceAll('\n', '\\n'), '--json']);
    expect(JSON.parse(ran.out)).toMatchObject({ refusal: { code: 'token_malformed' } });
    expect(`${ran.out}${ran.err}`).not.toContain(pem.split('\n')[1]);
  });
});

describe('signet token verify by a key', () => {
  it('from a file, the environment, standard input and, with a warning, a word', async () => {
    const token = await sign();
    const held = file('token.txt', `${token}\n`);
    expect(
      await verify(token, ['--key-env', 'PUBLIC'], { environment: { PUBLIC: publicPem } }),
    ).toMatchObject({ code: 0, err: '' });
    expect(await verify(publicPem, ['--key', '-', '--file', held])).toMatchObject({ code: 0, err: '' });
    expect(await verify(publicPem, ['--key', '-'])).toMatchObject({
      code: 2,
      err: expect.stringContaining('--file'),
    });
    const word = await verify(token, ['--key', JSON.stringify(await exportJWK(publicKey))]);
    expect(word).toMatchObject({
      code: 0,
      err: expect.stringMatching(/^! Warning {2}A key on the command line/),
    });
  });

  it('as a secret in each spelling, and says which one it is not', async () => {
    const secret = randomBytes(40);
    const token = await new SignJWT(claims).setProtectedHeader({ alg: 'HS256' }).sign(secret);
    for (const encoding of ['base64', 'base64url', 'hex'] as const) {
      const words = ['--secret-env', 'S', '--secret-encoding', encoding, '--alg', 'HS256'];
      expect((await verify(token, words, { environment: { S: secret.toString(encoding) } })).code).toBe(0);
    }
    const wrong = await verify(token, ['--secret-env', 'S', '--secret-encoding', 'hex', '--alg', 'HS256'], {
      environment: { S: 'not hexadecimal' },
    });
    expect(wrong).toMatchObject({ code: 1, out: '' });
    expect(wrong.err).not.toContain('not hexadecimal');
    const spelled = await verify(token, [
      '--secret',
      secret.toString('hex'),
      '--secret-encoding',
      'hex',
      '--alg',
      'HS256',
    ]);
    expect(spelled).toMatchObject({ code: 0, err: expect.stringContaining('A secret on the command line') });
    expect(
      (await verify(token, ['--secret-env', 'S', '--secret-encoding', 'rot13'], { environment: { S: 'x' } }))
        .code,
    ).toBe(2);
  });

  it('that is encrypted, with its password', async () => {
    const pem = String(
      generateKeyPairSync('ec', {
        namedCurve: 'P-256',
        publicKeyEncoding: { type: 'spki', format: 'pem' },
        privateKeyEncoding: {
          type: 'pkcs8',
          format: 'pem',
          cipher: 'aes-256-cbc',
          passphrase: 'open sesame',
        },
      }).privateKey,
    );
    const closed = file('closed.pem', pem);
    const without = await runInProcess(['token', 'sign', '--key', closed], { input: '{}' });
    expect(without).toMatchObject({ code: 2, out: '', err: expect.stringContaining('--password-file') });
    const words = ['--key', closed, '--password-file', file('password', 'open sesame\n')];
    const signed = await runInProcess(['token', 'sign', ...words], { input: '{"sub":"a"}' });
    expect((await verify(signed.out, words)).code).toBe(0);
  });
});

describe('signet token verify with times', () => {
  it('lets clocks differ by a duration that a person writes', async () => {
    const token = await sign();
    const at = now + 80;
    expect((await verify(token, key, { at })).code).toBe(1);
    for (const skew of ['30s', '1m', '21'])
      expect((await verify(token, [...key, '--skew', skew], { at })).code).toBe(0);
    for (const skew of ['10s', '0'])
      expect((await verify(token, [...key, '--skew', skew], { at })).code).toBe(1);
    for (const skew of ['soon', '-5s', '2d', '1w'])
      expect((await verify(token, [...key, '--skew', skew])).code).toBe(2);
  });
});

describe('signet token verify by a profile', () => {
  it('refuses by the rules of its kind, and believes what follows them', async () => {
    const access = 'opaque-access-token';
    const at_hash = createHash('sha256').update(access).digest().subarray(0, 16).toString('base64url');
    const words = [
      ...key,
      '--profile',
      'id-token',
      '--nonce',
      'n-1',
      '--issuer',
      claims.iss,
      '--audience',
      'b',
      '--access-token-file',
      file('access.txt', `${access}\n`),
      '--json',
    ];
    expect(await verify(await sign({ nonce: 'n-1', at_hash }), words)).toMatchObject({ code: 0 });
    const other = JSON.parse((await verify(await sign({ nonce: 'n-2', at_hash }), words)).out);
    expect(other).toMatchObject({
      verdict: 'refused',
      refusal: { member: 'nonce', fix: expect.any(String) },
    });
    const swapped = JSON.parse((await verify(await sign({ nonce: 'n-1', at_hash: 'AAAA' }), words)).out);
    expect(swapped).toMatchObject({ refusal: { member: 'at_hash' } });
    expect((await verify(await sign(), [...key, '--profile', 'saml'])).code).toBe(2);
  });
});

describe('signet token verify with a DPoP proof', async () => {
  const holder = await generateKeyPair('ES256', { extractable: true });
  const jwk = await exportJWK(holder.publicKey);
  const bound = await sign({ cnf: { jkt: await calculateJwkThumbprint(jwk) } });
  const ath = createHash('sha256').update(bound).digest('base64url');
  const url = 'https://api.example/orders';
  const proof = (more: object = {}, by = holder): Promise<string> =>
    exportJWK(by.publicKey).then((own) =>
      new SignJWT({ jti: 'j', htm: 'GET', htu: url, iat: now, ath, ...more })
        .setProtectedHeader({ alg: 'ES256', typ: 'dpop+jwt', jwk: own })
        .sign(by.privateKey),
    );
  const withProof = async (text: string, more: readonly string[] = []) =>
    verify(bound, [...key, '--dpop', file('proof.txt', text), '--method', 'GET', '--url', url, ...more]);

  it('believes the proof of the key that the token names', async () => {
    const ran = await withProof(await proof());
    expect(ran).toMatchObject({ code: 0, err: '' });
    expect(ran.out).not.toContain('--dpop');
    expect((await verify(bound, key)).out).toContain('proof of possession (--dpop)');
    const loose = await verify(bound, [...key, '--dpop', file('proof.txt', await proof())]);
    expect(loose.out).toMatch(/Not checked .*\(--method\): htm, address of the proof \(--url\):\s+htu/s);
  });

  it.each([
    [
      'by another key',
      async () => proof({}, await generateKeyPair('ES256', { extractable: true })),
      'bound to the key',
    ],
    ['for another method', () => proof({ htm: 'POST' }), 'htm'],
    ['for another address', () => proof({ htu: 'https://api.example/other' }), 'The proof is for'],
    ['for another token', () => proof({ ath: 'AAAA' }), 'ath'],
    ['of yesterday', () => proof({ iat: now - 86_400 }), '86400 s old'],
    [
      'with another signature',
      async () => (await proof()).replace(/\.[^.]+$/, `.${'A'.repeat(86)}`),
      'DPoP proof is refused',
    ],
    ['that is none', async () => 'proof', 'DPoP proof is refused'],
    ['without a key', () => sign(), 'does not bring a public key'],
  ])('refuses a proof %s', async (_name, make, said) => {
    const ran = await withProof(await make());
    expect(ran.code).toBe(1);
    expect(ran.out).toContain(said);
  });

  it('refuses a stolen token to which a thief has put one of his own', async () => {
    const thief = await generateKeyPair('ES256', { extractable: true });
    const jkt = await calculateJwkThumbprint(await exportJWK(thief.publicKey));
    const [head, payload, signature] = bound.split('.');
    const bait = [head, Buffer.from(JSON.stringify({ cnf: { jkt } })).toString('base64url'), 'c2ln'].join(
      '.',
    );
    const long = await sign({ cnf: { jkt: await calculateJwkThumbprint(jwk) }, more: 'x'.repeat(70_000) });
    for (const text of [JSON.stringify({ protected: head, payload, signature, access_token: bait }), long]) {
      const own = await proof({ ath: createHash('sha256').update(text).digest('base64url') }, thief);
      const words = ['--dpop', file('own.txt', own), '--method', 'GET', '--url', url];
      expect((await verify(text, [...key, ...words])).code).toBe(1);
    }
  });

  it('refuses a token that is bound to no key', async () => {
    const plain = await sign();
    const own = await proof({ ath: createHash('sha256').update(plain).digest('base64url') });
    const ran = await verify(plain, [...key, '--dpop', file('own.txt', own)]);
    expect(ran.code).toBe(1);
    expect(ran.out).toContain('bound to no key');
  });
});

describe('signet token verify of a DPoP proof by itself', async () => {
  const holder = await generateKeyPair('ES256', { extractable: true });
  const jwk = await exportJWK(holder.publicKey);
  const url = 'https://api.example/orders';
  const proof = await new SignJWT({ jti: 'j', htm: 'GET', htu: url, iat: now })
    .setProtectedHeader({ alg: 'ES256', typ: 'dpop+jwt', jwk })
    .sign(holder.privateKey);
  const request = ['--method', 'GET', '--url', url];

  it('holds it against the key inside, and names the access token as not checked', async () => {
    const ran = await verify(proof, ['--profile', 'dpop-proof', ...request]);
    expect(ran).toMatchObject({ code: 0, err: '' });
    expect(ran.out).toContain('Not checked  access token beside the proof (--access-token-file): ath');
  });

  it.each([
    [[], 'htm and htu'],
    [['--method', 'GET'], 'htu'],
    [['--url', url], 'htm'],
  ])('does not say Verified without the request it was made for: %j', async (named, missing) => {
    for (const profile of ['dpop-proof', 'auto']) {
      const given = profile === 'auto' ? ['--key', file('own.json', JSON.stringify(jwk))] : [];
      const ran = await verify(proof, ['--profile', profile, ...given, ...named]);
      expect(ran.code).toBe(2);
      expect(ran.out + ran.err).toContain(`${missing} would not be checked`);
      expect(ran.out).not.toContain('Verified');
    }
  });

  it('refuses one that another key signed, or that brings no key', async () => {
    const [head = '', payload = ''] = proof.split('.');
    const forged = await verify(`${head}.${payload}.${'A'.repeat(86)}`, [
      '--profile',
      'dpop-proof',
      ...request,
    ]);
    expect(forged.code).toBe(1);
    expect(forged.out).toContain('signature');
    const bare = await verify(await sign(), ['--profile', 'dpop-proof', ...request]);
    expect(bare.code).toBe(1);
    expect(bare.out + bare.err).toContain('does not bring a public key');
  });
});

describe('signet token verify of an SD-JWT', async () => {
  const holder = await generateKeyPair('ES256', { extractable: true });
  const disclosure = Buffer.from('["salt","email","ada@a.example"]').toString('base64url');
  const digest = createHash('sha256').update(disclosure).digest('base64url');
  const issued = await sign({
    _sd: [digest],
    _sd_alg: 'sha-256',
    cnf: { jwk: await exportJWK(holder.publicKey) },
  });
  const presented = `${issued}~${disclosure}~`;
  const binding = (text: string, more: object = {}, by = holder): Promise<string> =>
    new SignJWT({
      iat: now,
      aud: 'verifier',
      nonce: 'n',
      sd_hash: createHash('sha256').update(text).digest('base64url'),
      ...more,
    })
      .setProtectedHeader({ alg: 'ES256', typ: 'kb+jwt' })
      .sign(by.privateKey);
  const asked = ['--binding-audience', 'verifier', '--binding-nonce', 'n'];

  it('shows what was disclosed, and that nobody proved to be the holder', async () => {
    const ran = await verify(presented, key);
    expect(ran).toMatchObject({ code: 0, err: '' });
    expect(ran.out).toContain('ada@a.example');
    expect(ran.out).toContain('no key binding token');
  });

  it('believes a holder who proved it for this audience and nonce, in JSON as well', async () => {
    const whole = presented + (await binding(presented));
    const ran = await verify(whole, [...key, ...asked]);
    expect(ran).toMatchObject({ code: 0, err: '' });
    expect(ran.out).toContain('The holder proved');
    const json = await runInProcess(['token', 'convert', '--to', 'flattened'], { input: whole });
    expect((await verify(json.out, [...key, ...asked])).out).toContain('The holder proved');
  });

  it.each([
    ['without a key binding', async () => presented],
    ['of which only the token of the issuer is left', async () => issued],
    ['for another audience', async () => presented + (await binding(presented, { aud: 'other' }))],
    ['for another nonce', async () => presented + (await binding(presented, { nonce: 'm' }))],
    [
      'by another key',
      async () =>
        presented + (await binding(presented, {}, await generateKeyPair('ES256', { extractable: true }))),
    ],
    ['of other disclosures', async () => presented + (await binding(`${issued}~`))],
    [
      'with a disclosure that nobody signed',
      async () => `${issued}~${Buffer.from('["s","admin",true]').toString('base64url')}~`,
    ],
  ])('refuses one %s', async (_name, make) => {
    const ran = await verify(await make(), [...key, ...asked]);
    expect(ran.code).toBe(1);
    expect(ran.out).toContain('✗ Refused');
    expect(ran.out).toContain('RFC');
  });

  it('refuses a long one that has expired', async () => {
    const old = await sign({ exp: now - 60, more: 'x'.repeat(70_000) });
    const ran = await verify(`${old}~`, [...key, '--json']);
    expect(codeOf(ran.out)).toBe('token_expired');
  });

  it('never shows what stands in an unsigned disclosure', async () => {
    const evil = Buffer.from('["s","role","admin-role"]').toString('base64url');
    expect((await verify(`${issued}~${evil}~`, key)).out).not.toContain('admin-role');
  });
});

describe('signet token decode', () => {
  it('takes JSON serialisations, detached and several signatures apart', async () => {
    const general = new GeneralSign(bytes('{"sub":"ada"}'));
    general.addSignature(privateKey).setProtectedHeader({ alg: 'ES256' }).setUnprotectedHeader({ kid: 'k1' });
    general.addSignature(privateKey).setProtectedHeader({ alg: 'ES256', kid: 'k2' });
    const token = JSON.stringify(await general.sign());
    const ran = await runInProcess(['token', 'decode'], { input: token });
    expect(ran).toMatchObject({ code: 0, err: '' });
    expect(ran.out).toContain('entry 1 of 2');
    expect(ran.out).toContain('Not protected: {"kid":"k1"}');
    const second = await runInProcess(['token', 'decode', '--entry', '2', '--json'], { input: token });
    expect(JSON.parse(second.out)).toMatchObject({
      form: 'general',
      header: { kid: 'k2' },
      several: { count: 2, shown: 2 },
    });
    const [head, , signature] = (await sign()).split('.');
    const words = ['token', 'decode', '--json', '--payload', file('payload.json', '{"sub":"eve"}')];
    const detached = await runInProcess(words, { input: `${head}..${signature}` });
    expect(JSON.parse(detached.out)).toMatchObject({ detached: true, payload: { sub: 'eve' } });
  });

  it('is coloured on a terminal alone', async () => {
    const input = await sign();
    expect((await runInProcess(['token', 'decode'], { input, colour: true })).out).toContain('\u001b[');
    expect((await runInProcess(['token', 'decode'], { input })).out).not.toContain('\u001b');
    expect(await exportPKCS8(privateKey)).toContain('PRIVATE KEY');
  });
});
