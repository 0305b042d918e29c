import fc from 'fast-check';
import { FlattenedSign, GeneralSign, generateKeyPair } from 'jose';
import { describe, expect, it } from 'vitest';
import { decodeBase64url } from '../base64url/decode-base64url.ts';
import { decryptJwe, openDecryptionKeys } from '../jwe/decrypt-jwe.ts';
import { inspectJws } from '../jws/inspect-jws.ts';
import { openInspectionKeys } from '../jws/inspection-keys.ts';
import { type GivenKeys, readGivenKeys } from '../keys/given-key.ts';
import { type PublishedVector, publishedVectors } from '../testing/published-vectors.ts';
import { rawToken } from '../testing/raw-token.ts';
import { type Conversion, convertToken } from './convert-token.ts';
import { readSerialised } from './read-serialised.ts';
import { serialisations } from './serialised-token.ts';

type Vector = PublishedVector<{ readonly valid: boolean }>;

const textOf = (token: unknown): string => (typeof token === 'string' ? token : JSON.stringify(token));
const converted = (token: unknown, conversion: Conversion): string => {
  const result = convertToken(textOf(token), conversion);
  if (result.verdict === 'refused') throw new Error(`${result.refusal.code}: ${result.refusal.sentence}`);
  return result.token.text;
};
const refusalOf = (token: unknown, conversion: Conversion) => {
  const result = convertToken(textOf(token), conversion);
  return result.verdict === 'refused' ? result.refusal : undefined;
};
const keysOf = (key: unknown): GivenKeys => {
  const given = readGivenKeys(key);
  if (given.kind === 'refused') throw new Error(given.refusal.code);
  return given.key;
};

/** What a verifier says of it, and of which bytes. */
const judged = async (token: unknown, { key, payload }: Vector): Promise<unknown> => {
  const detached = payload === undefined ? {} : { payload };
  const { verdict } = await inspectJws(token, { keys: openInspectionKeys(keysOf(key)), ...detached });
  return verdict.verdict === 'refused'
    ? verdict.refusal.code
    : { payload: verdict.token.payload, header: verdict.token.header };
};

const opened = async (token: unknown, { key }: Vector): Promise<unknown> => {
  const { verdict } = await decryptJwe(token, { keys: openDecryptionKeys(keysOf(key)) });
  return verdict.verdict === 'refused' ? verdict.refusal.code : verdict.token.plaintext;
};

const ways = (vectors: readonly Vector[]) =>
  vectors.flatMap((vector) => serialisations.map((to) => ({ ...vector, to })));

describe('the tokens of RFC 7515, 7516, 7520 and 7797', () => {
  it.each(ways(publishedVectors('jws-forms')))(
    '$source ($note) is judged as before when written as $to, or refused',
    async ({ to, ...vector }) => {
      const result = convertToken(textOf(vector.token), { to });
      if (result.verdict === 'refused') {
        expect(to).not.toBe('general');
        expect(result.refusal).toMatchObject({ code: 'conversion_impossible', fix: expect.any(String) });
        return;
      }
      expect(await judged(result.token.text, vector)).toEqual(await judged(vector.token, vector));
    },
  );

  it.each(ways(publishedVectors('jwe')))(
    '$source ($note) is decrypted as before when written as $to, or refused',
    async ({ to, ...vector }) => {
      const result = convertToken(textOf(vector.token), { to });
      if (result.verdict === 'refused') {
        expect(to).not.toBe('general');
        expect(result.refusal.code).toBe('conversion_impossible');
        return;
      }
      expect(await opened(result.token.text, vector)).toEqual(await opened(vector.token, vector));
    },
  );

  it.each(['4.1', '4.2', '4.3', '4.4'])(
    'RFC 7520 §%s: the compact form becomes the JSON forms published beside it',
    (section) => {
      const forms = publishedVectors('jws-forms').filter(({ source }) => source === `RFC 7520 §${section}`);
      const [compact, ...others] = [...forms].sort((one) => (typeof one.token === 'string' ? -1 : 1));
      expect(others).toHaveLength(2);
      for (const { token } of others) {
        const to = JSON.stringify(token).includes('"signatures"') ? 'general' : 'flattened';
        expect(JSON.parse(converted(compact?.token, { to }))).toEqual(token);
        expect(converted(token, { to: 'compact' })).toBe(compact?.token);
      }
    },
  );
});

describe('a JWS with several signatures', async () => {
  const pairs = await Promise.all([generateKeyPair('ES256'), generateKeyPair('EdDSA', { crv: 'Ed25519' })]);
  const signing = new GeneralSign(new TextEncoder().encode('{"sub":"ada"}'));
  signing.addSignature(pairs[0].privateKey).setProtectedHeader({ alg: 'ES256' });
  signing.addSignature(pairs[1].privateKey).setProtectedHeader({ alg: 'EdDSA' });
  const token = await signing.sign();

  it('does not fit elsewhere, and says so', () => {
    for (const to of ['compact', 'flattened'] as const)
      expect(refusalOf(token, { to })).toMatchObject({
        actual: '2 signatures',
        fix: expect.stringMatching(/keep/),
      });
  });

  it('gives the one that is asked for, letter by letter', () => {
    const { payload, signatures } = token;
    const { protected: header, signature } = signatures[1] ?? {};
    expect(converted(token, { to: 'compact', keep: 2 })).toBe(`${header}.${payload}.${signature}`);
    expect(refusalOf(token, { to: 'compact', keep: 3 })?.expected).toContain('1 to 2');
  });
});

describe('an unprotected header', async () => {
  const { privateKey } = await generateKeyPair('ES256');
  const flattened = await new FlattenedSign(new TextEncoder().encode('{}'))
    .setProtectedHeader({ alg: 'ES256' })
    .setUnprotectedHeader({ kid: 'k1' })
    .sign(privateKey);

  it('is never dropped', () => {
    expect(refusalOf(flattened, { to: 'compact' })?.actual).toContain('kid');
    expect(JSON.parse(converted(flattened, { to: 'general' })).signatures[0].header).toEqual({ kid: 'k1' });
  });

  it('keeps every digit', () => {
    const text = JSON.stringify(flattened).replace('"k1"', '"k1","n":12345678901234567890.10');
    expect(converted(text, { to: 'general' })).toContain('"n":12345678901234567890.10');
  });

  it('is refused when nobody knows what stands beside it', () => {
    expect(refusalOf({ ...flattened, note: 'x' }, { to: 'general' })?.actual).toBe('note');
  });
});

describe('a payload', () => {
  const plain = rawToken('{"alg":"HS256"}', '{"sub":"ada"}', 'signature');
  const unencoded = { protected: encode('{"alg":"HS256","b64":false,"crit":["b64"]}'), signature: 'c2ln' };

  it('is detached as the bytes that were signed, and attached again', () => {
    const result = convertToken(plain, { detach: true });
    const { text = '', payload } = result.verdict === 'verified' ? result.token : {};
    expect(text).toMatch(/^[\w-]+\.\.[\w-]+$/);
    expect(new TextDecoder().decode(payload)).toBe('{"sub":"ada"}');
    expect(converted(text, payload === undefined ? {} : { attach: payload })).toBe(plain);
  });

  it('is moved when there is one to move, and somewhere to move it', () => {
    const attach = new TextEncoder().encode('x');
    expect(refusalOf(plain, { attach })?.sentence).toContain('already');
    expect(refusalOf(plain.replace(/\.[^.]+\./, '..'), { detach: true })?.sentence).toContain('already');
    expect(refusalOf(unencoded, { attach: Uint8Array.of(0xff) })?.sentence).toContain('UTF-8');
  });

  it('that is not encoded keeps out of the compact form where dots and lines would break it', () => {
    for (const payload of ['a.b', 'line\n', 'Grüße'])
      expect(refusalOf({ ...unencoded, payload }, { to: 'compact' })?.rule).toBe('RFC 7797 §5.2');
    expect(converted({ ...unencoded, payload: '$02' }, { to: 'compact' })).toBe(
      `${unencoded.protected}.$02.${unencoded.signature}`,
    );
    expect(converted({ ...unencoded, payload: 'a.b' }, { to: 'compact', detach: true })).toContain('..');
  });
});

describe('an SD-JWT', () => {
  const issued = rawToken('{"alg":"ES256"}', '{"_sd":[]}', 'signature');
  const disclosures = [encode('["s","a",1]'), encode('["t","b",2]')];
  const binding = rawToken('{"typ":"kb+jwt","alg":"ES256"}', '{"sd_hash":"x"}', 'signature');

  it.each([
    ['', {}],
    [binding, { kb_jwt: binding }],
  ])('goes to JSON and back (RFC 9901 §8.1), with key binding: "%s"', (bound, member) => {
    const compact = [issued, ...disclosures, bound].join('~');
    const flattened = converted(compact, { to: 'flattened' });
    expect(JSON.parse(flattened).header).toEqual({ disclosures, ...member });
    const general = converted(flattened, { to: 'general' });
    expect(JSON.parse(general).signatures[0].header).toEqual({ disclosures, ...member });
    expect(converted(general, { to: 'compact' })).toBe(compact);
  });

  it('without disclosures ends with its ~', () => {
    expect(converted(converted(`${issued}~`, { to: 'flattened' }), { to: 'compact' })).toBe(`${issued}~`);
  });

  it('has disclosures that can stand between ~, a real key binding token and its payload in it', () => {
    expect(refusalOf(`${issued}~~`, { to: 'flattened' })?.sentence).toContain('empty');
    expect(refusalOf(`${issued}~${disclosures[0]}`, { to: 'flattened' })?.rule).toBe('RFC 9901 §4.3');
    expect(refusalOf(`${issued}~`, { detach: true })?.sentence).toContain('SD-JWT');
    const sneaky = JSON.stringify({
      ...JSON.parse(converted(`${issued}~`, { to: 'flattened' })),
      header: { disclosures: ['a~b'] },
    });
    expect(refusalOf(sneaky, { to: 'compact' })?.code).toBe('token_malformed');
  });

  it('keeps what stands beside its disclosures in JSON, and is not written compact with it', () => {
    const read = JSON.parse(converted(`${issued}~${disclosures[0]}~`, { to: 'flattened' }));
    const more = { ...read, header: { ...read.header, kid: 'k' } };
    expect(JSON.parse(converted(more, { to: 'general' })).signatures[0].header.kid).toBe('k');
    expect(refusalOf(more, { to: 'compact' })?.actual).toContain('kid');
  });
});

describe('any text', () => {
  it('is converted or refused, never thrown at', () => {
    const pieces = fc.constantFrom(
      '{',
      '}',
      '.',
      '~',
      '"payload":',
      '"signatures":[',
      ']',
      'e30',
      '"',
      ',',
      'eyJhbGciOiJIUzI1NiJ9',
    );
    const texts = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(pieces, { maxLength: 12 }).map((list) => list.join('')),
    );
    fc.assert(
      fc.property(texts, fc.constantFrom(...serialisations), (text, to) => {
        const result = convertToken(text, { to });
        expect(['refused', 'verified']).toContain(result.verdict);
      }),
    );
  });

  it('of a token comes back to the letter by way of both JSON forms', () => {
    const part = fc
      .uint8Array({ minLength: 1, maxLength: 40 })
      .map((bytes) => Buffer.from(bytes).toString('base64url'));
    fc.assert(
      fc.property(part, part, (payload, signature) => {
        const token = `${encode('{"alg":"HS256"}')}.${payload}.${signature}`;
        expect(
          converted(converted(converted(token, { to: 'general' }), { to: 'flattened' }), { to: 'compact' }),
        ).toBe(token);
      }),
    );
  });

  it('beyond the limit is refused for its size', () => {
    expect(refusalOf('{}', { to: 'compact', maxBytes: 1 })?.code).toBe('token_oversized');
    const read = readSerialised('a.b.c');
    expect(read.verdict).toBe('refused');
  });
});

function encode(text: string): string {
  const encoded = Buffer.from(text).toString('base64url');
  expect(decodeBase64url(encoded).problems).toEqual([]);
  return encoded;
}
