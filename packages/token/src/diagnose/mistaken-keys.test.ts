import { execFileSync } from 'node:child_process';
import { generateKeyPairSync, type KeyObject } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describeWithPrograms } from '@signet/testing/suites';
import { exportJWK, SignJWT } from 'jose';
import { sign } from 'jsonwebtoken';
import { afterAll, describe, expect, it } from 'vitest';
import { describeWithPyJwt, python } from '../testing/python.ts';
import { diagnoseSignature } from './diagnose-signature.ts';

const ec = generateKeyPairSync('ec', { namedCurve: 'P-256' });
const p384 = generateKeyPairSync('ec', { namedCurve: 'P-384' });
const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 });
const publicPem = (key: KeyObject): string => key.export({ type: 'spki', format: 'pem' }).toString();
const privatePem = (key: KeyObject): string => key.export({ type: 'pkcs8', format: 'pem' }).toString();
const claims = { sub: 'ada', roles: ['a', 'b'] };

async function setOf(...keys: readonly (readonly [KeyObject, object])[]): Promise<string> {
  const jwks = keys.map(async ([key, marks]) => ({ ...(await exportJWK(key)), ...marks }));
  return JSON.stringify({ keys: await Promise.all(jwks) });
}

describe('tokens that jsonwebtoken signed with another key than the set says', () => {
  const other = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const token = sign(claims, ec.privateKey, { algorithm: 'ES256', keyid: 'new' });

  it('under the name of another key', async () => {
    const set = await setOf([other.publicKey, { kid: 'new' }], [ec.publicKey, { kid: 'old' }]);
    expect((await diagnoseSignature(token, set)).findings).toMatchObject([
      { code: 'kid-mismatch', certainty: 'proven', sentence: expect.stringContaining('key old') },
    ]);
  });

  it('under a name that two keys share', async () => {
    const set = await setOf([other.publicKey, { kid: 'new' }], [ec.publicKey, { kid: 'new' }]);
    expect(await diagnoseSignature(token, set)).toMatchObject({
      verifies: true,
      findings: [{ code: 'kid-duplicate', sentence: expect.stringContaining('named new') }],
    });
    const first = await setOf([ec.publicKey, { kid: 'new' }], [other.publicKey, { kid: 'new' }]);
    expect(await diagnoseSignature(token, first)).toMatchObject({ verifies: true, findings: [] });
  });

  it.each([
    ['use enc', { use: 'enc' }],
    ['alg ES384', { alg: 'ES384' }],
    ['key_ops ["deriveBits"]', { key_ops: ['deriveBits'] }],
  ])('by a key that is marked %s', async (marked, marks) => {
    const { findings } = await diagnoseSignature(token, await setOf([ec.publicKey, marks]));
    expect(findings).toMatchObject([
      { code: 'key-marked-otherwise', sentence: expect.stringContaining(marked) },
    ]);
  });

  it('by a key on another curve, and of another kind', async () => {
    for (const [text, kind] of [
      [publicPem(p384.publicKey), 'ES384'],
      [publicPem(rsa.publicKey), 'RS256'],
      ['a shared secret', 'secret'],
    ] as const) {
      expect((await diagnoseSignature(token, text)).findings).toMatchObject([
        { code: 'key-kind', certainty: 'hint', sentence: expect.stringContaining(kind) },
      ]);
    }
  });

  it('and the end of which a form field cut off', async () => {
    const { findings } = await diagnoseSignature(token.slice(0, -20), publicPem(ec.publicKey));
    expect(findings.at(-1)).toMatchObject({
      code: 'signature-length',
      fix: expect.stringContaining('its last 20 characters'),
    });
    const long = sign(claims, rsa.privateKey, { algorithm: 'RS256' }).slice(0, 255);
    const cut = await diagnoseSignature(long, publicPem(rsa.publicKey));
    expect(cut.findings.at(-1)).toMatchObject({ code: 'signature-length' });
  });

  it('with a payload that was read and written again on its way', async () => {
    const spaced = new TextEncoder().encode(JSON.stringify(claims, null, 2));
    const [head, , signature] = sign(claims, ec.privateKey, {
      algorithm: 'ES256',
      noTimestamp: true,
    }).split('.');
    const rewritten = `${head}.${Buffer.from(spaced).toString('base64url')}.${signature}`;
    expect((await diagnoseSignature(rewritten, publicPem(ec.publicKey))).findings).toMatchObject([
      { code: 'text-respelt', certainty: 'proven' },
    ]);
  });

  it('as jose signs it, with nothing to be found', async () => {
    const right = await new SignJWT(claims).setProtectedHeader({ alg: 'ES256' }).sign(ec.privateKey);
    expect(await diagnoseSignature(right, publicPem(ec.publicKey))).toMatchObject({ verifies: true });
  });
});

describeWithPyJwt('tokens that Python made', () => {
  it('with PyJWT, which signs ES256 on any curve', async () => {
    const token = python(['print(jwt.encode({"sub": "ada"}, given, "ES256"))'], privatePem(p384.privateKey));
    const { findings } = await diagnoseSignature(token, publicPem(p384.publicKey));
    expect(findings).toContainEqual(
      expect.objectContaining({ code: 'key-kind', sentence: expect.stringContaining('P-256') }),
    );
  });

  it('with PyJWT, and a payload that json.dumps wrote again', async () => {
    const token = python(
      [
        'head, body, signature = jwt.encode(given["claims"], given["key"], "RS256").split(".")',
        'claims = json.loads(base64.urlsafe_b64decode(body + "=="))',
        'body = base64.urlsafe_b64encode(json.dumps(claims).encode()).decode().rstrip("=")',
        'print(f"{head}.{body}.{signature}")',
      ],
      { key: privatePem(rsa.privateKey), claims },
    );
    expect((await diagnoseSignature(token, publicPem(rsa.publicKey))).findings).toMatchObject([
      { code: 'text-respelt' },
    ]);
  });

  it('with PyJWT over json.dumps, and a payload that JSON.stringify wrote again', async () => {
    const token = python(
      ['print(jwt.PyJWS().encode(json.dumps(given["claims"]).encode(), given["key"], "HS256"))'],
      { key: 'a secret of a program', claims },
    );
    const [head, body = '', signature] = token.split('.');
    const again = JSON.stringify(JSON.parse(Buffer.from(body, 'base64url').toString()));
    const rewritten = `${head}.${Buffer.from(again).toString('base64url')}.${signature}`;
    expect((await diagnoseSignature(rewritten, 'a secret of a program')).findings).toMatchObject([
      { code: 'text-respelt' },
    ]);
  });

  it('with cryptography, which writes an ECDSA signature in DER', async () => {
    const token = python(
      [
        'from cryptography.hazmat.primitives import hashes, serialization',
        'from cryptography.hazmat.primitives.asymmetric import ec',
        'key = serialization.load_pem_private_key(given.encode(), None)',
        'encode = lambda part: base64.urlsafe_b64encode(part).decode().rstrip("=")',
        'signed = encode(b\'{"alg":"ES256"}\') + "." + encode(b\'{"sub":"ada"}\')',
        'print(signed + "." + encode(key.sign(signed.encode(), ec.ECDSA(hashes.SHA256()))))',
      ],
      privatePem(ec.privateKey),
    );
    expect((await diagnoseSignature(token, publicPem(ec.publicKey))).findings).toMatchObject([
      { code: 'signature-is-der', certainty: 'proven' },
    ]);
  });

  it('with urlsafe_b64encode, which leaves its padding', async () => {
    const token = python(
      [
        'import hashlib, hmac',
        'encode = lambda part: base64.urlsafe_b64encode(part).decode()',
        'head, body, _ = jwt.encode({"sub": "ada"}, given, "HS256").split(".")',
        'print(f"{head}.{body}." + encode(hmac.new(given.encode(), f"{head}.{body}".encode(), hashlib.sha256).digest()))',
      ],
      'a secret of a program',
    );
    expect(await diagnoseSignature(token, 'a secret of a program')).toMatchObject({
      verifies: false,
      findings: [{ code: 'token-unreadable', sentence: expect.stringContaining('Padding') }],
    });
  });
});

describeWithPrograms(['openssl'], 'tokens that a shell script made with openssl', () => {
  const folder = mkdtempSync(join(tmpdir(), 'signet-mistakes-'));
  const file = (name: string, text: string): string => {
    const path = join(folder, name);
    writeFileSync(path, text, { mode: 0o600 });
    return path;
  };
  const rsaFile = file('rsa.pem', privatePem(rsa.privateKey));
  const ecFile = file('ec.pem', privatePem(ec.privateKey));
  afterAll(() => rmSync(folder, { recursive: true }));

  const signed = (alg: string, options: readonly string[]): string => {
    const parts = [{ alg }, claims].map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'));
    const input = parts.join('.');
    const signature = execFileSync('openssl', ['dgst', '-binary', ...options], { input });
    return `${input}.${signature.toString('base64url')}`;
  };
  const family = ['RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512'];
  const byRsa = (alg: string): readonly string[] => [
    `-sha${alg.slice(2)}`,
    '-sign',
    rsaFile,
    ...(alg.startsWith('PS') ? ['-sigopt', 'rsa_padding_mode:pss', '-sigopt', 'rsa_pss_saltlen:-1'] : []),
  ];

  it.each(family.flatMap((named) => family.map((used) => [named, used] as const)))(
    'with a header that names %s over a signature by %s',
    async (named, used) => {
      const diagnosis = await diagnoseSignature(signed(named, byRsa(used)), publicPem(rsa.publicKey));
      if (named === used) expect(diagnosis).toMatchObject({ verifies: true, findings: [] });
      else expect(diagnosis.findings).toMatchObject([{ code: 'other-algorithm', algorithm: used }]);
    },
  );

  it('with an ECDSA signature in DER, as dgst writes it', async () => {
    for (let round = 0; round < 5; round += 1) {
      const token = signed('ES256', ['-sha256', '-sign', ecFile]);
      const { findings } = await diagnoseSignature(token, publicPem(ec.publicKey));
      expect(findings).toMatchObject([{ code: 'signature-is-der', certainty: 'proven' }]);
    }
  });

  it('and a key file of which the end is missing', async () => {
    const half = publicPem(rsa.publicKey).split('\n').slice(0, 3).join('\n');
    const { findings } = await diagnoseSignature(signed('RS256', byRsa('RS256')), half);
    expect(findings).toMatchObject([{ code: 'key-unreadable' }]);
  });
});
