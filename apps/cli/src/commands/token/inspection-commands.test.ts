import { createHash, createHmac, generateKeyPairSync, sign as signBytes } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder } from '@signet/testing/machine';
import jsonwebtoken from 'jsonwebtoken';
import { afterAll, describe, expect, it } from 'vitest';
import { runInProcess } from '../../testing/run-in-process.ts';

const folder = temporaryFolder();
afterAll(() => folder[Symbol.dispose]());

const file = (name: string, text: string): string => {
  const path = join(folder.path, name);
  writeFileSync(path, text);
  return path;
};

const at = 1_790_000_000;
const claims = { iss: 'https://a.example', aud: 'b', sub: 'c', jti: 'd', iat: at, exp: at + 600 };
const secret = Buffer.from(crypto.getRandomValues(new Uint8Array(48))).toString('base64');
const made = (more: object = {}, header: object = {}): string =>
  jsonwebtoken.sign(JSON.stringify({ ...claims, ...more }), secret, { header: { alg: 'HS256', ...header } });

describe('signet token diagnose', () => {
  it('says which spelling of the secret was meant, and never the secret', async () => {
    const token = jsonwebtoken.sign(claims, Buffer.from(secret, 'base64'));
    const words = ['token', 'diagnose', '--secret-env', 'DEMO_SECRET'];
    const ran = await runInProcess(words, { input: token, environment: { DEMO_SECRET: secret } });
    expect(ran).toMatchObject({ code: 1, err: '' });
    expect(ran.out).toContain('as base64');
    expect(ran.out).not.toContain(secret);
  });

  it('knows DER where a JWS has raw bytes, and answers in JSON', async () => {
    const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    const parts = [{ alg: 'ES256' }, claims].map((part) =>
      Buffer.from(JSON.stringify(part)).toString('base64url'),
    );
    const signature = signBytes('sha256', Buffer.from(parts.join('.')), privateKey).toString('base64url');
    const key = file('public.pem', String(publicKey.export({ type: 'spki', format: 'pem' })));
    const ran = await runInProcess(['token', 'diagnose', '--key', key, '--json'], {
      input: [...parts, signature].join('.'),
    });
    expect(ran.code).toBe(1);
    expect(JSON.parse(ran.out)).toMatchObject({ verifies: false, findings: [{ code: 'signature-is-der' }] });
  });

  it('says yes where nothing is wrong, and 2 without a key', async () => {
    const key = file('secret.txt', `${secret}\n`);
    expect(await runInProcess(['token', 'diagnose', '--secret-file', key], { input: made() })).toMatchObject({
      code: 0,
    });
    expect(await runInProcess(['token', 'diagnose'], { input: made() })).toMatchObject({ code: 2, out: '' });
  });
});

describe('signet token lint', () => {
  const when = ['--at', String(at)];

  it('has nothing to say about a careful token', async () => {
    const ran = await runInProcess(['token', 'lint', ...when], { input: made() });
    expect(ran).toMatchObject({ code: 0, err: '' });
    expect(ran.out).toContain('nothing to find fault with');
  });

  it('names the rule, the fix and the section, and lets nothing steer the terminal', async () => {
    const ran = await runInProcess(['token', 'lint', ...when], {
      input: made({}, { kid: '../\u001b[31mkey' }),
    });
    expect(ran.code).toBe(1);
    expect(ran.out).toContain('lint/kid-path, RFC 8725 §3.10');
    expect(ran.out).not.toContain('\u001b');
  });

  it('reads a token of a few hundred kilobytes as it does a short one', async () => {
    const input = made({ groups: 'g'.repeat(300_000), jti: undefined });
    const ran = await runInProcess(['token', 'lint', ...when, '--json'], { input });
    expect(ran.code).toBe(0);
    expect(JSON.parse(ran.out)).toMatchObject({ findings: [{ rule: 'lint/jti-missing', level: 'note' }] });
  });

  it('answers 0 for notes alone', async () => {
    const ran = await runInProcess(['token', 'lint', ...when, '--json'], { input: made({ jti: undefined }) });
    expect(ran.code).toBe(0);
    expect(JSON.parse(ran.out)).toMatchObject({ findings: [{ rule: 'lint/jti-missing', level: 'note' }] });
  });

  it('writes SARIF that points into the file', async () => {
    const token = made({ password: 'hunter2' });
    const path = file('token.txt', `Authorization: Bearer ${token}\n`);
    const ran = await runInProcess(['token', 'lint', '--file', path, '--sarif', ...when]);
    expect(ran.code).toBe(1);
    const [{ results }] = JSON.parse(ran.out).runs;
    const { region, artifactLocation } = results[0].locations[0].physicalLocation;
    expect(artifactLocation.uri).toContain('token.txt');
    expect(region.charOffset).toBeGreaterThan('Authorization: Bearer '.length);
    expect(ran.out).not.toContain('hunter2');
  });

  it('judges the key, the profile and what came along', async () => {
    const { publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
    const pem = String(publicKey.export({ type: 'spki', format: 'pem' }));
    const [head = '', body = ''] = made({ at_hash: 'x' }).split('.');
    const signature = createHmac('sha256', pem).update(`${head}.${body}`).digest('base64url');
    const words = [
      '--key',
      file('rsa.pem', pem),
      '--profile',
      'id-token',
      '--access-token-file',
      file('access', 'opaque'),
    ];
    const ran = await runInProcess(['token', 'lint', ...words, ...when, '--json'], {
      input: `${head}.${body}.${signature}`,
    });
    const rules = JSON.parse(ran.out).findings.map(({ rule }: { rule: string }) => rule);
    expect(rules).toEqual(['lint/algorithm-confusion', 'id-token/at_hash-unexpected']);
  });

  it.each([
    ['--issuer', 'https://login.example'],
    ['--audience', 'https://api.example'],
    ['--nonce', 'n-1'],
  ])('refuses %s without the profile by whose rules it would be checked', async (option, value) => {
    const ran = await runInProcess(['token', 'lint', option, value], { input: made() });
    expect(ran).toMatchObject({ code: 2, out: '' });
    expect(ran.err).toContain(`${option} alone`);
    const named = await runInProcess(['token', 'lint', option, value, '--profile', 'id-token', '--json'], {
      input: made(),
    });
    expect(named.code).not.toBe(2);
  });

  it('refuses a claim for the audience without an audience', async () => {
    const ran = await runInProcess(['token', 'lint', '--audience-claim', 'azp'], { input: made() });
    expect(ran).toMatchObject({ code: 2, out: '' });
    expect(ran.err).toContain('--audience-claim alone');
  });

  it('does not know other profiles', async () => {
    const ran = await runInProcess(['token', 'lint', '--profile', 'saml'], { input: made() });
    expect(ran).toMatchObject({ code: 2, out: '' });
  });
});

describe('signet token diff', () => {
  it('shows what differs, and exits with 1', async () => {
    const ran = await runInProcess(['token', 'diff', file('one', made()), '-'], {
      input: made({ sub: '\u001b[31mx' }),
    });
    expect(ran.code).toBe(1);
    expect(ran.out).toMatch(/^- sub {10,}"c"$/m);
    expect(ran.out).toMatch(/^\+ sub /m);
    expect(ran.out).not.toContain('\u001b');
  });

  it('exits with 0 for the same claims, and answers in JSON', async () => {
    const path = file('same', made({ groups: 'g'.repeat(300_000) }));
    const ran = await runInProcess(['token', 'diff', path, path, '--json']);
    expect(ran.code).toBe(0);
    expect(JSON.parse(ran.out)).toMatchObject({ same: true, header: [{ name: 'alg', kind: 'same' }] });
  });

  it('does not read standard input twice, nor files that are not there', async () => {
    expect((await runInProcess(['token', 'diff', '-', '-'])).code).toBe(2);
    expect((await runInProcess(['token', 'diff', join(folder.path, 'none'), '-'])).code).toBe(2);
  });
});

describe('signet token decode of an SD-JWT', () => {
  const disclosure = Buffer.from('["salt","name","Ada\\u001b[31m"]').toString('base64url');
  const digest = createHash('sha256').update(disclosure).digest('base64url');
  const token = `${made({ _sd: [digest, 'held-back'] })}~${disclosure}~`;

  it('shows what is disclosed and counts what is not', async () => {
    const ran = await runInProcess(['token', 'decode'], { input: token });
    expect(ran).toMatchObject({ code: 0, err: '' });
    expect(ran.out).toContain('1 digest without a disclosure');
    expect(ran.out).not.toContain('\u001b');
    const json = await runInProcess(['token', 'decode', '--json'], { input: token });
    expect(JSON.parse(json.out)).toMatchObject({
      kind: 'sd-jwt',
      sdJwt: { undisclosed: 1, claims: { name: 'Ada\u001b[31m' }, disclosures: [{ path: 'name' }] },
    });
  });
});
