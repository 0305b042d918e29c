import { exportPublicJwk, generateKeyPair, type KeyPair } from '@signet/token/keys';
import { signToken } from '@signet/token/sign';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type IdentityUnderTest, identityUnderTest, issuer } from '../testing/identity-under-test.ts';
import { assertionType } from './read-assertion.ts';

const service = {
  name: 'Invoices',
  type: 'confidential',
  grants: ['client_credentials'],
  redirectUris: [],
  postLogoutRedirectUris: [],
  origins: [],
  scopes: ['orders:read'],
  audiences: ['https://orders.example'],
  firstParty: false,
} as const;

let own: KeyPair;
let foreign: KeyPair;
let test: IdentityUnderTest;
beforeAll(async () => {
  own = await generateKeyPair('ES256', 'k1');
  foreign = await generateKeyPair('ES256', 'k1');
});
afterEach(() => test.app.close());

const jwkOf = async (pair: KeyPair) => JSON.stringify(await exportPublicJwk(pair.verification));

async function withKeys(options: Parameters<typeof identityUnderTest>[0] = {}): Promise<void> {
  test = await identityUnderTest(options);
  const keyed = { ...service, secretHashes: [] };
  test.declare({
    invoices: { ...keyed, publicKeys: [await jwkOf(own)] },
    billing: { ...keyed, publicKeys: [await jwkOf(foreign)] },
    remote: { ...keyed, jwksUri: 'https://remote.example/jwks' },
  });
}

interface Made {
  readonly claims?: Readonly<Record<string, unknown>>;
  readonly by?: KeyPair;
  readonly type?: string;
}

let made = 0;
async function assertion({ claims = {}, by = own, type = 'JWT' }: Made = {}): Promise<string> {
  const now = test.now() / 1000;
  made += 1;
  const usual = {
    iss: 'invoices',
    sub: 'invoices',
    aud: issuer,
    exp: now + 60,
    iat: now,
    jti: `one ${made}`,
  };
  const all = Object.entries({ ...usual, ...claims }).filter(([, value]) => value !== undefined);
  return signToken(Object.fromEntries(all) as never, { key: by.signing, type });
}

function send(path: string, form: Record<string, string>, headers: Record<string, string> = {}) {
  return test.app.inject({
    method: 'POST',
    url: `/oauth/${path}`,
    headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
    payload: new URLSearchParams(form).toString(),
  });
}

const proofOf = (client_assertion: string) => ({ client_assertion, client_assertion_type: assertionType });
const ask = (given: string, more: Record<string, string> = {}) =>
  send('token', { grant_type: 'client_credentials', ...proofOf(given), ...more });

describe('an assertion of a client', () => {
  it('proves it at the token endpoint, at introspection and at revocation', async () => {
    await withKeys();
    const { access_token: token } = (await ask(await assertion())).json();
    const state = await send('introspect', { token, ...proofOf(await assertion()) });
    expect(state.json()).toMatchObject({ active: true, client_id: 'invoices' });
    expect((await send('revoke', { token, ...proofOf(await assertion()) })).statusCode).toBe(200);
    expect((await send('introspect', { token, ...proofOf(await assertion()) })).json()).toEqual({
      active: false,
    });
  });

  it.each([
    ['the issuer', issuer],
    ['its token endpoint', `${issuer}/oauth/token`],
    ['a list of one', [issuer]],
  ])('names as its audience %s', async (_, aud) => {
    await withKeys();
    expect((await ask(await assertion({ claims: { aud } }))).statusCode).toBe(200);
  });

  it('counts once, however many send it at once and on whatever node', async () => {
    await withKeys();
    const one = await assertion();
    const answers = await Promise.all(Array.from({ length: 8 }, () => ask(one)));
    expect(answers.filter(({ statusCode }) => statusCode === 200)).toHaveLength(1);
    const refused = answers.find(({ statusCode }) => statusCode !== 200)?.json();
    expect(refused).toMatchObject({ error: 'invalid_client', code: 'client_invalid' });
    expect(refused.actual).toBe('one that came already');
    const other = await identityUnderTest({ beside: test });
    other.declare({ invoices: { ...service, secretHashes: [], publicKeys: [await jwkOf(own)] } });
    const there = await other.app.inject({
      method: 'POST',
      url: '/oauth/token',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      payload: new URLSearchParams({ grant_type: 'client_credentials', ...proofOf(one) }).toString(),
    });
    expect(there.statusCode).toBe(401);
    await other.app.close();
  });

  const seconds = 1_000_000_000_000;
  it.each<[string, Made, string]>([
    [
      'signed by the key of another client',
      {
        get by() {
          return foreign;
        },
      },
      'another one',
    ],
    ['of another client, signed by this one', { claims: { iss: 'billing', sub: 'billing' } }, 'another one'],
    ['of nobody', { claims: { iss: 'nobody', sub: 'nobody' } }, 'another one'],
    ['whose issuer is not its subject', { claims: { iss: 'billing' } }, 'another one'],
    ['without jti', { claims: { jti: undefined } }, 'another one'],
    ['with a jti without end', { claims: { jti: 'x'.repeat(300) } }, 'another one'],
    ['without exp', { claims: { exp: undefined } }, 'another one'],
    ['that is an access token', { type: 'at+jwt' }, 'another one'],
    ['that is a DPoP proof', { type: 'dpop+jwt' }, 'another one'],
    ['for another issuer', { claims: { aud: 'https://other.example' } }, 'another `aud`, or several'],
    [
      'for another issuer as well',
      { claims: { aud: [issuer, 'https://other.example'] } },
      'another `aud`, or several',
    ],
    ['that has expired', { claims: { exp: 1 } }, 'an `exp` that is past, or further ahead'],
    ['that lives for years', { claims: { exp: seconds } }, 'another one'],
  ])('is refused %s', async (_, given, actual) => {
    await withKeys();
    const answer = await ask(await assertion(given));
    expect(answer.json()).toMatchObject({ error: 'invalid_client', code: 'client_invalid', actual });
    expect(answer.statusCode).toBe(401);
    expect(answer.body + test.log() + JSON.stringify(test.recorded)).not.toContain('eyJ');
  });

  it('is refused where it lives longer than ten minutes', async () => {
    await withKeys();
    const answer = await ask(await assertion({ claims: { exp: test.now() / 1000 + 700 } }));
    expect(answer.json()).toMatchObject({ actual: 'an `exp` that is past, or further ahead' });
  });

  it.each([
    ['beside a secret', { client_secret: 'x' }, {}, 'token_request_invalid'],
    ['beside Basic', {}, { authorization: 'Basic aTpz' }, 'token_request_invalid'],
    ['for another client_id', { client_id: 'billing' }, {}, 'token_request_invalid'],
    [
      'of another type',
      { client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:saml2-bearer' },
      {},
      'client_invalid',
    ],
    ['that is no JWT', { client_assertion: 'abc' }, {}, 'client_invalid'],
  ])('is refused %s', async (_, form, headers, code) => {
    await withKeys();
    const all = { grant_type: 'client_credentials', ...proofOf(await assertion()), ...form };
    expect((await send('token', all, headers as Record<string, string>)).json().code).toBe(code);
  });

  it('signed with the public key as a secret is refused', async () => {
    await withKeys();
    const [head, body] = [
      { alg: 'HS256', typ: 'JWT' },
      { iss: 'invoices', sub: 'invoices', aud: issuer, exp: test.now() / 1000 + 60, jti: 'x' },
    ].map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'));
    const { createHmac } = await import('node:crypto');
    const mac = createHmac('sha256', await jwkOf(own))
      .update(`${head}.${body}`)
      .digest('base64url');
    expect((await ask(`${head}.${body}.${mac}`)).json()).toMatchObject({ code: 'client_invalid' });
  });

  it('is no longer looked at after too many wrong ones, but for the right one', async () => {
    await withKeys();
    let last = await ask(await assertion({ by: foreign }));
    for (let round = 0; round < 30; round += 1) last = await ask(await assertion({ by: foreign }));
    expect([last.statusCode, last.json().code]).toEqual([429, 'client_throttled']);
    expect((await ask(await assertion())).statusCode).toBe(200);
  });
});

describe('a client with keys', () => {
  it('proves itself in no other way', async () => {
    await withKeys();
    for (const form of [{ client_id: 'invoices' }, { client_id: 'invoices', client_secret: '' }]) {
      const answer = await send('token', { grant_type: 'client_credentials', ...form });
      expect(answer.json()).toMatchObject({ error: 'invalid_client' });
    }
  });

  it('that publishes them is believed by what it publishes, and fetched within limits', async () => {
    const fetched: unknown[] = [];
    await withKeys({
      fetchDocument: async (url, limits) => {
        fetched.push({ url, ...limits });
        return JSON.stringify({ keys: [JSON.parse(await jwkOf(own))] });
      },
    });
    const by = { claims: { iss: 'remote', sub: 'remote' } };
    expect((await ask(await assertion(by))).statusCode).toBe(200);
    expect((await ask(await assertion(by))).statusCode).toBe(200);
    expect((await ask(await assertion({ ...by, by: foreign }))).statusCode).toBe(401);
    expect(fetched).toEqual([
      { url: 'https://remote.example/jwks', maxBytes: 65_536, timeoutMs: 5_000, reach: 'anywhere' },
    ]);
  });

  it('that was added while Signet runs has them fetched from the public internet alone', async () => {
    const reaches: string[] = [];
    await withKeys({
      fetchDocument: async (_url, { reach }) => {
        reaches.push(reach);
        throw new Error('That address is not public.');
      },
    });
    const added = await test.identity.clientAdministration.add({
      ...service,
      id: 'added',
      jwksUri: 'https://metadata.internal/jwks',
    });
    expect(added).not.toHaveProperty('secret');
    const answer = await ask(await assertion({ claims: { iss: 'added', sub: 'added' } }));
    expect([answer.statusCode, reaches]).toEqual([401, ['public']]);
  });

  it('gets no secret, and loses the one that it had', async () => {
    await withKeys();
    const clients = test.identity.clientAdministration;
    const { secret = '' } = await clients.add({ ...service, id: 'added' });
    await clients.change('added', '"1"', { ...service, publicKeys: [await jwkOf(own)] });
    const bySecret = { grant_type: 'client_credentials', client_id: 'added', client_secret: secret };
    expect((await send('token', bySecret)).statusCode).toBe(401);
    expect((await ask(await assertion({ claims: { iss: 'added', sub: 'added' } }))).statusCode).toBe(200);
    await expect(clients.addSecret('added', { overlap: 0 })).rejects.toMatchObject({
      refusal: { code: 'client_has_keys' },
    });
    await clients.change('added', '"2"', service);
    expect((await ask(await assertion({ claims: { iss: 'added', sub: 'added' } }))).statusCode).toBe(401);
  });
});
