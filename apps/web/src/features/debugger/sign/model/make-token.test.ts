import {
  type ContentEncryption,
  decryptJwe,
  openDecryptionKeys,
  type WritingAlgorithm,
  writingAlgorithms,
} from '@signet/token/jwe';
import { inspectJws, openInspectionKeys } from '@signet/token/jws';
import { readGivenKeys } from '@signet/token/keys';
import { readSdJwt } from '@signet/token/sd-jwt';
import { describe, expect, it } from 'vitest';
import { disclosablesOf, isPersonal } from './disclosable.ts';
import { makeDraftKey } from './draft-key.ts';
import { type MadeToken, makeToken, type Plan } from './make-token.ts';
import { readObject } from './read-object.ts';
import { algorithmsForRecipient, makeRecipient, type Recipient, recipientCurves } from './recipient.ts';

const writing = { form: 'compact', isDetached: false } as const;

const payload = '{ "id": 100002348117421473 }';
const compact = '{"id":100002348117421473}';

async function recipientFor(
  algorithm: WritingAlgorithm,
  encryption: ContentEncryption = 'A256GCM',
): Promise<Recipient> {
  return makeRecipient({ algorithm, encryption, curve: 'P-256' });
}

async function make(output: Plan['output'], recipient: Recipient): Promise<MadeToken> {
  const key = await makeDraftKey('ES256');
  const made = await makeToken({
    output,
    draft: { header: '{"alg":"ES256","kid":"k1"}', payload, key },
    writing,
    recipient,
    paths: [],
  });
  if (made.kind === 'refused') throw new Error(made.sentence);
  return made;
}

async function open(token: string, key: unknown): Promise<string> {
  const keys = readGivenKeys(key);
  if (keys.kind === 'refused') throw new Error(keys.refusal.sentence);
  const { verdict } = await decryptJwe(token, { keys: openDecryptionKeys(keys.key) });
  if (verdict.verdict === 'refused') throw new Error(verdict.refusal.sentence);
  return new TextDecoder().decode(verdict.token.plaintext);
}

function headerOf(token: string): unknown {
  return JSON.parse(Buffer.from(token.split('.')[0] ?? '', 'base64url').toString());
}

describe('claims that are encrypted', () => {
  it.each(writingAlgorithms)(
    'open with the key that goes with them, digit for digit: %s',
    async (algorithm) => {
      const { token, inspectKey } = await make('encrypted', await recipientFor(algorithm));
      expect(await open(token, inspectKey)).toBe(compact);
      expect(headerOf(token)).toMatchObject({ alg: algorithm, enc: 'A256GCM', typ: 'JWT' });
    },
  );

  it.each(recipientCurves)('are agreed on with a key on %s', async (curve) => {
    const recipient = await makeRecipient({ algorithm: 'ECDH-ES', encryption: 'A128CBC-HS256', curve });
    const { token, inspectKey } = await make('encrypted', recipient);
    expect(await open(token, inspectKey)).toBe(compact);
  });

  it('give nothing away where only the public half is known', async () => {
    const recipient = await recipientFor('RSA-OAEP-256');
    const { n, e, kty, kid } = JSON.parse(recipient.text);
    const { token, inspectKey } = await make('encrypted', {
      ...recipient,
      text: JSON.stringify({ kty, kid, n, e }),
    });
    expect(inspectKey).toBe('');
    expect(await open(token, JSON.parse(recipient.text))).toBe(compact);
  });

  it.each([
    ['a key that only signs', async () => (await makeDraftKey('EdDSA')).text],
    ['a point off its curve', async () => '{"kty":"EC","crv":"P-256","x":"AAAA","y":"AAAA"}'],
    ['a key set', async () => '{"keys":[]}'],
  ])('are not made for %s', async (_name, text) => {
    const recipient = { ...(await recipientFor('ECDH-ES')), text: await text() };
    const draft = { header: '{}', payload, key: await makeDraftKey('ES256') };
    expect(await makeToken({ output: 'encrypted', draft, writing, recipient, paths: [] })).toMatchObject({
      part: 'recipient',
    });
  });
});

describe('a signed token', () => {
  async function sign(written: Partial<Plan['writing']>, header = '{"alg":"ES256"}', claims = payload) {
    const key = await makeDraftKey('ES256');
    const draft = { header, payload: claims, key };
    const recipient = await recipientFor('dir');
    return makeToken({ output: 'signed', draft, writing: { ...writing, ...written }, recipient, paths: [] });
  }

  async function verdictOf(made: Awaited<ReturnType<typeof sign>>) {
    if (made.kind === 'refused') throw new Error(made.sentence);
    const given = readGivenKeys(JSON.parse(made.inspectKey));
    if (given.kind === 'refused') throw new Error(given.refusal.sentence);
    const token: unknown = made.token.startsWith('{') ? JSON.parse(made.token) : made.token;
    const { verdict } = await inspectJws(token, {
      keys: openInspectionKeys(given.key),
      ...(made.payload !== undefined && { payload: made.payload }),
    });
    return verdict.verdict;
  }

  const unencoded = '{"alg":"ES256","b64":false,"crit":["b64"]}';

  it.each([
    [{ form: 'flattened' }, '{"alg":"ES256"}', /^{"payload":"[^{]+","protected":/],
    [{ form: 'general' }, '{"alg":"ES256"}', /^{"payload":"[^{]+","signatures":\[{"protected":/],
    [{ form: 'general' }, unencoded, /^{"payload":"{\\"id\\"/],
    [{ isDetached: true }, '{"alg":"ES256"}', /^[^.]+\.\.[^.]+$/],
    [{ isDetached: true }, unencoded, /^[^.]+\.\.[^.]+$/],
    [{ isDetached: true, form: 'flattened' }, '{"alg":"ES256"}', /^{"protected":/],
  ] as const)('is written as %j under %s, and verifies', async (written, header, shape) => {
    const made = await sign(written, header);
    expect(made).toMatchObject({ token: expect.stringMatching(shape) });
    expect(await verdictOf(made)).toBe('verified');
  });

  it('leaves a payload that travels beside it as it is written', async () => {
    expect(await sign({ isDetached: true })).toMatchObject({ payload });
  });

  it('says how a payload can be left as it is that would break the compact form', async () => {
    const refused = await sign({}, unencoded, '{"iss":"a.example"}');
    expect(refused).toMatchObject({
      part: 'payload',
      sentence: expect.stringContaining('Detach the payload'),
    });
  });
});

describe('a token inside another', () => {
  it('is signed first, announced in the header, and opens with one set of keys', async () => {
    const { token, inspectKey } = await make('nested', await recipientFor('ECDH-ES+A256KW'));
    expect(headerOf(token)).toMatchObject({ alg: 'ECDH-ES+A256KW', cty: 'JWT' });
    const { keys } = JSON.parse(inspectKey);
    const inner = await open(token, keys[0]);
    expect(headerOf(inner)).toEqual({ alg: 'ES256', kid: 'k1' });
    expect(keys[1]).not.toHaveProperty('d');
  });

  it('is not made of a draft that cannot be signed', async () => {
    const draft = { header: '{"alg":"RS256"}', payload, key: await makeDraftKey('ES256') };
    const recipient = await recipientFor('dir');
    expect(await makeToken({ output: 'nested', draft, writing, recipient, paths: [] })).toMatchObject({
      part: 'header',
    });
  });
});

describe('the algorithms for a recipient', () => {
  it('are those that the key can be used with', async () => {
    const { alg: _alg, ...jwk } = JSON.parse((await recipientFor('ECDH-ES')).text);
    const recipient = { ...(await recipientFor('dir')), text: JSON.stringify(jwk) };
    const fitting = await algorithmsForRecipient(recipient);
    expect(fitting).toContain('ECDH-ES+A256KW');
    expect(fitting.every((algorithm) => algorithm.startsWith('ECDH-ES'))).toBe(true);
    expect(await algorithmsForRecipient({ ...recipient, text: '' })).toEqual([]);
  });
});

describe('an SD-JWT', () => {
  const claims =
    '{ "iss": "i", "id": 100002348117421473, "email": "a@b.example", "address": { "country": "GB" } }';

  async function issue(paths: Plan['paths'], holding?: Plan['holding']) {
    const key = await makeDraftKey('ES256');
    const draft = { header: '{"alg":"ES256"}', payload: claims, key };
    const made = await makeToken({
      output: 'sd-jwt',
      draft,
      writing,
      recipient: await recipientFor('dir'),
      paths,
      ...(holding && { holding }),
    });
    if (made.kind === 'refused') throw new Error(made.sentence);
    return { ...made, sdJwt: await readSdJwt(made.token) };
  }

  it('hides what was chosen behind digests, and keeps every digit of the rest', async () => {
    const { token, sdJwt } = await issue([['email'], ['address', 'country']]);
    const body = Buffer.from(token.split('.')[1] ?? '', 'base64url').toString();
    expect(body).not.toContain('a@b.example');
    expect(body).toContain('100002348117421473');
    expect(sdJwt?.disclosures.map(({ name }) => name).toSorted()).toEqual(['country', 'email']);
  });

  it('names the key of its holder, who proves to have it', async () => {
    const key = await makeDraftKey('EdDSA');
    const binding = { audience: 'https://v.example', nonce: 'n-1' };
    const { sdJwt, token } = await issue([['email']], { decoys: 2, key, binding });
    const claims = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString());
    expect(claims.cnf.jwk).not.toHaveProperty('d');
    expect(claims.cnf.jwk.x).toBe(JSON.parse(key.text).x);
    expect(claims._sd.length).toBeGreaterThan(1);
    expect(sdJwt?.keyBinding?.sdHash).toBe('right');
    const bound = token.split('~').at(-1) ?? '';
    const given = readGivenKeys(claims.cnf.jwk);
    if (given.kind === 'refused') throw new Error(given.refusal.sentence);
    const { verdict } = await inspectJws(bound, { keys: openInspectionKeys(given.key) });
    expect(verdict.verdict).toBe('verified');
    expect(JSON.parse(Buffer.from(bound.split('.')[1] ?? '', 'base64url').toString())).toMatchObject({
      aud: 'https://v.example',
      nonce: 'n-1',
    });
  });

  it('is not bound to a secret', async () => {
    const draft = { header: '{"alg":"ES256"}', payload: claims, key: await makeDraftKey('ES256') };
    const holding = { decoys: 0, key: await makeDraftKey('HS256') };
    const recipient = await recipientFor('dir');
    expect(
      await makeToken({ output: 'sd-jwt', draft, writing, recipient, paths: [], holding }),
    ).toMatchObject({
      kind: 'refused',
      part: 'holder',
    });
  });

  it('is not made of claims with names that it needs itself', async () => {
    const draft = { header: '{"alg":"ES256"}', payload: '{"_sd":[]}', key: await makeDraftKey('ES256') };
    const plan = {
      output: 'sd-jwt',
      draft,
      writing,
      recipient: await recipientFor('dir'),
      paths: [],
    } as const;
    expect(await makeToken(plan)).toMatchObject({ kind: 'refused', part: 'payload' });
  });
});

describe('what may be held back', () => {
  const root = readObject('payload', '{"iss":"i","name":"A","address":{"country":"GB"},"list":[1,[2]]}');
  const all = root.kind === 'object' ? disclosablesOf(root) : [];

  it('is every claim and element, each before what is inside it', () => {
    expect(all.map(({ id }) => id)).toEqual([
      '["iss"]',
      '["name"]',
      '["address"]',
      '["address","country"]',
      '["list"]',
      '["list",0]',
      '["list",1]',
      '["list",1,0]',
    ]);
  });

  it('begins with what is about the person', () => {
    expect(all.filter(isPersonal).map(({ id }) => id)).toEqual(['["name"]', '["address"]']);
  });
});
