import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder } from '@signet/testing/machine';
import { inspectionAlgorithms } from '@signet/token/jws';
import { type Jwk, makeKey } from '@signet/token/keys';
import { generalVerify, importJWK } from 'jose';
import { afterAll, describe, expect, it } from 'vitest';
import { runInProcess } from '../../testing/run-in-process.ts';

const folder = temporaryFolder();
afterAll(() => folder[Symbol.dispose]());
const file = (name: string, content: string | Uint8Array): string => {
  const path = join(folder.path, name);
  writeFileSync(path, content, { mode: 0o600 });
  return path;
};

async function keyFiles(algorithm: (typeof inspectionAlgorithms)[number], name: string = algorithm) {
  const made = await makeKey({ algorithm, kid: { name } });
  if (made.kind === 'refused') throw new Error(made.refusal.code);
  const { whole, open = whole } = made.key;
  return { jwk: whole, open, key: file(`${name}.jwk`, JSON.stringify(whole)) };
}

const now = 1_000_000;
const sign = (words: readonly string[], input: string | Uint8Array = '{"sub":"ada"}') =>
  runInProcess(['token', 'sign', ...words], { input, at: now });
const partOf = (token: string, index: number): string =>
  Buffer.from(token.split('.')[index] ?? '', 'base64url').toString();
async function verifiedBy(token: string, open: Jwk, payload?: string) {
  const line = {
    token: token.trim(),
    key: open,
    checks: 'signature',
    ...(payload === undefined ? {} : { payload }),
  };
  const ran = await runInProcess(['token', 'verify', '--jsonl'], { input: JSON.stringify(line) });
  return JSON.parse(ran.out);
}

describe('signet token sign', () => {
  it.each(inspectionAlgorithms)('signs with %s what verify believes', async (alg) => {
    const { key, open } = await keyFiles(alg);
    const ran = await sign(['--key', key]);
    expect(ran.code).toBe(0);
    expect(await verifiedBy(ran.out, open)).toMatchObject({ valid: true, claims: { sub: 'ada' } });
  });

  it('sets times by hand, and keeps every digit of the claims', async () => {
    const { key } = await keyFiles('ES256');
    const words = ['--key', key, '--exp', '+15m', '--nbf', '+0s'];
    const ran = await sign(words, '{"big": 12345678901234567890, "exp": 1}');
    expect(partOf(ran.out, 1)).toBe(
      `{"big":12345678901234567890,"exp":${now + 900},"iat":${now},"nbf":${now}}`,
    );
    const issued = await sign(['--key', key, '--exp', '+1h', '--iat', '1970-01-01T00:00:09Z'], '{}');
    expect(partOf(issued.out, 1)).toBe(`{"iat":9,"exp":${now + 3600}}`);
  });

  it('writes claims without white space, and says that they are a JWT unless the header is somebody’s own', async () => {
    const { key } = await keyFiles('ES256');
    const ran = await sign(['--key', key], '{\n  "sub": "a b",\n  "n": [1.0, 2]\n}\n');
    expect(ran.out).toMatch(/^eyJ[^.]+\.eyJ/);
    expect(partOf(ran.out, 1)).toBe('{"sub":"a b","n":[1.0,2]}');
    expect(JSON.parse(partOf(ran.out, 0))).toMatchObject({ alg: 'ES256', typ: 'JWT' });
    const own = await sign(['--key', key, '--header', file('own.json', '{"x": 1}')]);
    expect(partOf(own.out, 0)).not.toContain('typ');
    const bytes = await sign(['--key', key, '--payload', file('claims.txt', '{ }\n')]);
    expect([partOf(bytes.out, 0).includes('typ'), partOf(bytes.out, 1)]).toEqual([false, '{ }\n']);
  });

  it('signs the bytes of a file as they are', async () => {
    const { key, open } = await keyFiles('EdDSA');
    const bytes = Uint8Array.of(0, 255, 10);
    const ran = await sign(['--key', key, '--payload', file('bytes', bytes)]);
    expect(Buffer.from(ran.out.split('.')[1] ?? '', 'base64url')).toEqual(Buffer.from(bytes));
    expect(await verifiedBy(ran.out, open)).toMatchObject({ valid: true });
    const fromInput = await sign(['--key', key, '--payload', '-'], 'with a line end\n');
    expect(partOf(fromInput.out, 1)).toBe('with a line end\n');
  });

  it('keeps a header as it was written, and puts in front what it does not say', async () => {
    const { key } = await keyFiles('ES256', 'k1');
    const whole = '{ "typ":"x", "alg":"ES256",\n "kid":"other", "n":12345678901234567890 }\n';
    const kept = await sign(['--key', key, '--header', file('whole.json', whole)]);
    expect(partOf(kept.out, 0)).toBe(whole);
    const added = await sign(['--key', key, '--header', file('part.json', '{"x": 1.0}'), '--type', 'at+jwt']);
    expect(partOf(added.out, 0)).toBe('{"alg":"ES256","kid":"k1","typ":"at+jwt","x": 1.0}');
    const twice = await sign(['--key', key, '--header', file('part.json', '{"typ":"a"}'), '--type', 'b']);
    expect(twice).toMatchObject({ code: 2, out: '' });
  });

  it('leaves the payload out, with and without base64url', async () => {
    const { key, open } = await keyFiles('ES384');
    for (const more of [[], ['--unencoded']]) {
      const ran = await sign(['--key', key, '--payload', file('money', '$.02'), '--detached', ...more]);
      expect(ran.out).toMatch(/^[\w-]+\.\.[\w-]+\n$/);
      expect(await verifiedBy(ran.out, open, '$.02')).toMatchObject({ valid: true });
    }
    const stops = await sign(['--key', key, '--payload', file('money', '$.02'), '--unencoded']);
    expect(stops).toMatchObject({ code: 1, out: '' });
    expect(stops.err).toContain('--payload'.slice(2));
  });

  it('writes JSON with an unprotected header, and a signature for each key of a set', async () => {
    const [one, two] = [await keyFiles('RS256', 'a'), await keyFiles('ES256K', 'b')];
    const set = file('set.jwks', JSON.stringify({ keys: [one.jwk, two.jwk] }));
    const ran = await sign(['--key', set, '--to', 'general']);
    expect(ran.err).toContain('ES256K is legacy');
    const verified = await generalVerify(JSON.parse(ran.out), await importJWK({ ...one.open, kty: 'RSA' }));
    expect(verified.protectedHeader).toEqual({ alg: 'RS256', kid: 'a' });
    expect(await verifiedBy(ran.out, two.open)).toMatchObject({ valid: true });
    const beside = file('beside.json', '{"jku":"x"}');
    const flattened = await sign(['--key', one.key, '--to', 'flattened', '--unprotected', beside]);
    expect(JSON.parse(flattened.out)).toMatchObject({ header: { jku: 'x' } });
    expect(await sign(['--key', set])).toMatchObject({ code: 2, out: '' });
  });

  it('refuses weak keys unless told loudly, and then warns', async () => {
    const short = file('short', 'secret');
    const words = ['--secret-file', short, '--alg', 'HS256'];
    const refused = await sign(words);
    expect(refused).toMatchObject({ code: 1, out: '' });
    expect(refused.err).toContain('key_too_short');
    const allowed = await sign([...words, '--dangerously-allow-weak-key']);
    expect(allowed.code).toBe(0);
    expect(allowed.err).toMatch(/48 bits/);
  });

  it('makes an unsigned token under a loud name only', async () => {
    const ran = await sign(['--dangerously-unsigned']);
    expect(partOf(ran.out, 0)).toBe('{"alg":"none","typ":"JWT"}');
    expect(ran.err).toContain('Nobody signed');
    const { key, open } = await keyFiles('ES256');
    expect(await verifiedBy(ran.out, open)).toMatchObject({ valid: false, code: 'alg_none' });
    expect(await sign(['--key', key, '--alg', 'none'])).toMatchObject({ code: 2, out: '' });
  });

  it.each([
    ['times for bytes', ['--payload', '-', '--exp', '+1m']],
    ['an unknown form', ['--to', 'xml']],
    ['an unknown algorithm', ['--alg', 'XS1']],
  ])('does not understand %s', async (_, words) => {
    const { key } = await keyFiles('ES256');
    expect(await sign(['--key', key, ...words])).toMatchObject({ code: 2, out: '' });
  });

  it('says nothing of the key, whatever goes wrong', async () => {
    const { key, jwk } = await keyFiles('ES256');
    const ran = await sign(['--key', key, '--alg', 'RS256', '--json']);
    expect(ran.code).toBe(1);
    expect(`${ran.out}${ran.err}`).not.toContain(String(jwk['d']));
    expect(readFileSync(key, 'utf8')).toContain(String(jwk['d']));
  });
});
