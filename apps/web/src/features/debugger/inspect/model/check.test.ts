import { createHmac, generateKeyPairSync, sign } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { dissect } from '../../../../parts/token-view/model/dissect.ts';
import { checkToken } from './check.ts';

interface Vector {
  readonly source: string;
  readonly key: unknown;
  readonly token: unknown;
  readonly payload?: string;
  readonly expected: { readonly valid?: boolean; readonly plaintext?: string };
}

function vectorsIn(folder: string): readonly (readonly [string, Vector])[] {
  const place = new URL(`../../../../../../../vectors/${folder}/`, import.meta.url);
  return readdirSync(place)
    .filter((name) => name.endsWith('.json'))
    .map((name) => [name, JSON.parse(readFileSync(new URL(name, place), 'utf8')) as Vector]);
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}

/** A vector's key as somebody would paste it. */
function pasted(key: unknown): { readonly key: string; readonly encoding: 'utf8' | 'base64url' } {
  const isSecret = typeof key === 'object' && key !== null && 'secret' in key;
  if (!isSecret) return { key: text(key), encoding: 'utf8' };
  const { secret, encoding = 'utf8' } = key as { secret: string; encoding?: 'utf8' | 'base64url' };
  return { key: secret, encoding };
}

async function check(token: string, key: string, payload = '') {
  const question = { dissection: dissect(token), key, encoding: 'utf8', password: '', payload } as const;
  return (await checkToken(question)).check;
}

const encode = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');

describe('a token in the page, with its key', () => {
  it.each(vectorsIn('jws-forms'))(
    'answers as published: %s',
    async (_, { token, key, payload, expected }) => {
      const dissection = dissect(text(token));
      const question = { ...pasted(key), dissection, password: '', payload: payload ?? '' };
      const { check: answer } = await checkToken(question);
      const matches = answer.kind === 'matches' || 'matchingEntry' in answer;
      expect(matches).toBe(expected.valid !== false);
    },
  );

  it.each(vectorsIn('jwe'))('is decrypted as published: %s', async (_, { token, key, expected }) => {
    const question = { ...pasted(key), dissection: dissect(text(token)), password: '', payload: '' };
    const { check: answer } = await checkToken(question);
    expect(answer.kind).toBe('decrypted');
    const plaintext = answer.kind === 'decrypted' ? answer.plaintext : new Uint8Array();
    expect(Buffer.from(plaintext).toString('base64url')).toBe(expected.plaintext);
  });

  it('of which the payload stands elsewhere waits for it, and is checked over it', async () => {
    const secret = 'a secret of more than thirty-two bytes, for HS256';
    const [head, body] = [encode({ alg: 'HS256' }), encode({ sub: 'ada' })];
    const signature = createHmac('sha256', secret).update(`${head}.${body}`).digest('base64url');
    const detached = `${head}..${signature}`;
    expect(await check(detached, secret)).toEqual({ kind: 'not-checked', waitsFor: 'payload' });
    expect(await check(detached, secret, '{"sub":"ada"}')).toMatchObject({ kind: 'matches' });
    expect(await check(detached, secret, '{"sub":"bob"}')).toMatchObject({ kind: 'refused' });
  });

  it('with several signatures is judged by the one that is shown', async () => {
    const [mine, other] = [0, 1].map(() => generateKeyPairSync('ec', { namedCurve: 'P-256' }));
    const [head, payload] = [encode({ alg: 'ES256' }), encode({ sub: 'ada' })];
    const signatures = [other, mine].map((pair) => ({
      protected: head,
      signature: sign('sha256', Buffer.from(`${head}.${payload}`), {
        key: pair?.privateKey.export({ type: 'pkcs8', format: 'pem' }) ?? '',
        dsaEncoding: 'ieee-p1363',
      }).toString('base64url'),
    }));
    // What is no signature is not counted, neither when one is shown nor when it is judged.
    const token = JSON.stringify({ payload, signatures: [null, ...signatures, 'none'] });
    const key = JSON.stringify(mine?.publicKey.export({ format: 'jwk' }));
    const ask = async (shown: number) => {
      const question = {
        dissection: dissect(token, shown),
        key,
        encoding: 'utf8',
        password: '',
        payload: '',
      };
      return (await checkToken({ ...question, encoding: 'utf8' })).check;
    };
    expect(await ask(0)).toMatchObject({
      kind: 'refused',
      refusal: { code: 'signature_invalid' },
      matchingEntry: 1,
    });
    expect(await ask(1)).toMatchObject({ kind: 'matches' });
  });

  it('is never verified by a payload that only one of several signatures brings along', async () => {
    const secret = 'a secret of more than thirty-two bytes, for HS256';
    const [head, signed, shown] = [
      encode({ alg: 'HS256' }),
      encode({ sub: 'ada' }),
      encode({ sub: 'admin' }),
    ];
    const signature = createHmac('sha256', secret).update(`${head}.${signed}`).digest('base64url');
    const entry = { protected: head, signature };
    for (const bait of [
      { ...entry, payload: signed },
      { payload: signed, signatures: [entry] },
    ]) {
      const token = JSON.stringify({ payload: shown, signatures: [bait, entry] });
      expect(await check(token, secret)).toMatchObject({ kind: 'refused' });
    }
  });

  it.each([['es256k', 'secp256k1', 'ES256K', 'sha256']])(
    'may be signed with %s, with a word about it',
    async (_, namedCurve, alg, hash) => {
      const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve });
      const input = `${encode({ alg })}.${encode({ sub: 'ada' })}`;
      const bytes = sign(hash, Buffer.from(input), { key: privateKey, dsaEncoding: 'ieee-p1363' });
      const token = `${input}.${bytes.toString('base64url')}`;
      const answer = await check(token, publicKey.export({ type: 'spki', format: 'pem' }).toString());
      expect(answer).toMatchObject({
        kind: 'matches',
        algorithm: alg,
        warnings: [expect.stringContaining('legacy')],
      });
    },
  );

  it('names the key of a set that matched', async () => {
    const { privateKey, publicKey } = generateKeyPairSync('ed448');
    const input = `${encode({ alg: 'EdDSA' })}.${encode({ sub: 'ada' })}`;
    const token = `${input}.${sign(null, Buffer.from(input), privateKey).toString('base64url')}`;
    const other = generateKeyPairSync('ed448').publicKey.export({ format: 'jwk' });
    const set = JSON.stringify({ keys: [other, { ...publicKey.export({ format: 'jwk' }), kid: 'mine' }] });
    expect(await check(token, set)).toMatchObject({ kind: 'matches', kid: 'mine', keyIndex: 1 });
  });

  it('is never taken for verified by the PEM as a secret (algorithm confusion)', async () => {
    const pem = generateKeyPairSync('rsa', { modulusLength: 2048 })
      .publicKey.export({ type: 'spki', format: 'pem' })
      .toString();
    const input = `${encode({ alg: 'HS256' })}.${encode({ sub: 'admin' })}`;
    const token = `${input}.${createHmac('sha256', pem).update(input).digest('base64url')}`;
    expect(await check(token, pem)).toMatchObject({ kind: 'refused', refusal: { code: 'alg_not_pinned' } });
  });

  it('is not judged without a key, and an encrypted one not by a public key', async () => {
    const input = `${encode({ alg: 'ES256' })}.${encode({ sub: 'ada' })}.c2ln`;
    expect(await check(input, '')).toEqual({ kind: 'not-checked' });
    const encrypted = `${encode({ alg: 'RSA-OAEP-256', enc: 'A256GCM' })}.aaaa.aaaa.aaaa.aaaa`;
    expect(await check(encrypted, '')).toEqual({ kind: 'not-checked' });
    const { publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
    const jwk = JSON.stringify(publicKey.export({ format: 'jwk' }));
    expect(await check(encrypted, jwk)).toMatchObject({ kind: 'refused', refusal: { code: 'key_public' } });
  });
});
