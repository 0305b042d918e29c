import {
  type CertificateWish,
  selfSigned,
  type TestCertificate,
  testAuthority,
} from '@signet/testing/certificates';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { hashClientSecret } from '../clients/client-secret.ts';
import {
  type AppUnderTest,
  appUnderTest,
  claimsOf,
  clients,
  codeForm,
  nativeCallback,
  newCode,
} from '../oidc/testing/app-under-test.ts';
import type { PresentedCertificate } from './certificate-door.ts';

const secret = 'a-secret-of-a-client-in-this-test-of-certificates';
const authority = testAuthority();
const named = { subject: 'CN=billing,O=Example' };
const ofBilling: CertificateWish = {
  subject: [
    ['O', 'Example'],
    ['CN', 'billing'],
  ],
};
const credentials = { grant_type: 'client_credentials', client_id: 'billing' };

const service = {
  ...clients['shop'],
  grants: ['client_credentials'],
  redirectUris: [],
  postLogoutRedirectUris: [],
  secretHashes: [],
};

let test: AppUnderTest;
let shown: PresentedCertificate | undefined;

beforeEach(async () => {
  shown = undefined;
  test = await appUnderTest({
    certificateDoor: { origin: 'https://localhost:9443', presented: () => shown },
  });
});
afterEach(() => test.app.close());

/** @param trusted whether an authority that was named for it issued it */
function show(certificate: TestCertificate, trusted = true): void {
  shown = { der: certificate.der, trusted };
}

function declare(client: object, id = 'billing'): void {
  test.declare({ ...clients, [id]: { ...service, ...client } } as never);
}

const withTimes = (wish: CertificateWish = {}): CertificateWish => ({
  from: test.now() - 1000,
  until: test.now() + 3_600_000,
  ...wish,
});

function ask(form: Record<string, string> = credentials, headers: object = {}, url = '/oauth/token') {
  return test.app.inject({
    method: 'POST',
    url,
    headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
    payload: new URLSearchParams(form).toString(),
  });
}

const variantOf = (answer: { json(): { code?: string; variant?: string } }) => {
  const { code, variant } = answer.json();
  return `${code}.${variant}`;
};

describe('a client that proves itself by a certificate of an authority', () => {
  it.each([
    [named, ofBilling],
    [{ dns: 'billing.example' }, { dns: ['billing.example'] }],
    [{ uri: 'spiffe://example/billing' }, { uri: ['https://other.example/', 'spiffe://example/billing'] }],
    [{ ip: '10.0.0.7' }, { ip: [[10, 0, 0, 7]] }],
    [{ email: 'billing@example.org' }, { email: ['billing@example.org'] }],
  ])('gets a token by %j', async (certificate, wish) => {
    declare({ certificate });
    show(authority.issue(withTimes(wish)));
    const answer = await ask();
    expect([answer.statusCode, answer.json().token_type]).toEqual([200, 'Bearer']);
    expect(claimsOf(answer.json().access_token)).not.toHaveProperty('cnf');
  });

  it.each([
    ['none', undefined, undefined],
    ['a secret in its place', undefined, { authorization: `Basic ${btoa(`billing:${secret}`)}` }],
    ['a secret beside it', ofBilling, { authorization: `Basic ${btoa(`billing:${secret}`)}` }],
  ])('gets none with %s', async (_what, wish, headers) => {
    declare({ certificate: named });
    if (wish !== undefined) show(authority.issue(withTimes(wish)));
    const form = headers === undefined ? credentials : { grant_type: 'client_credentials' };
    expect(variantOf(await ask(form, headers))).toBe('client_invalid.certificate_missing');
  });

  it.each<[string, object, CertificateWish, boolean]>([
    ['of another authority with the same subject', named, ofBilling, false],
    [
      'whose subject has its parts in another order',
      named,
      {
        subject: [
          ['CN', 'billing'],
          ['O', 'Example'],
        ],
      },
      true,
    ],
    [
      'whose subject has one part more',
      named,
      {
        subject: [
          ['O', 'Example'],
          ['OU', 'x'],
          ['CN', 'billing'],
        ],
      },
      true,
    ],
    ['that writes the subject in one part', named, { subject: [['CN', 'billing,O=Example']] }, true],
    [
      'with the name as its subject',
      { dns: 'billing.example' },
      { subject: [['CN', 'billing.example']] },
      true,
    ],
    ['with a wildcard', { dns: 'billing.example' }, { dns: ['*.example'] }, true],
    [
      'with a NUL behind the name',
      { dns: 'billing.example' },
      { dns: ['billing.example\0.evil.example'] },
      true,
    ],
    ['for a name above', { dns: 'billing.example' }, { dns: ['example', 'a.billing.example'] }, true],
    ['with the name as another kind', { dns: 'billing.example' }, { uri: ['billing.example'] }, true],
    ['with the address as a name', { ip: '10.0.0.7' }, { dns: ['10.0.0.7'] }, true],
    ['for another address', { ip: '10.0.0.7' }, { ip: [[10, 0, 0, 8]] }, true],
    [
      'for part of the URI',
      { uri: 'spiffe://example/billing' },
      { uri: ['spiffe://example/billing/x'] },
      true,
    ],
  ])('gets none with one %s', async (_what, certificate, wish, trusted) => {
    declare({ certificate });
    show(authority.issue(withTimes(wish)), trusted);
    expect(variantOf(await ask())).toBe('client_invalid.certificate_wrong');
  });

  it('gets none once it has run out, over a connection that began before, or before it begins', async () => {
    declare({ certificate: named });
    show(authority.issue(withTimes(ofBilling)));
    expect((await ask()).statusCode).toBe(200);
    test.pass(3_601_000);
    expect(variantOf(await ask())).toBe('client_invalid.certificate_wrong');
    show(authority.issue(withTimes({ ...ofBilling, from: test.now() + 60_000 })));
    expect(variantOf(await ask())).toBe('client_invalid.certificate_wrong');
  });

  it('is slowed down for a while where wrong ones come again and again, and never with the right one', async () => {
    declare({ certificate: named });
    show(authority.issue(withTimes({ subject: [['CN', 'thief']] })));
    let code = '';
    for (let tries = 0; tries < 30 && code !== 'client_throttled'; tries += 1)
      code = (await ask()).json().code;
    expect(code).toBe('client_throttled');
    show(authority.issue(withTimes(ofBilling)));
    expect((await ask()).statusCode).toBe(200);
  });

  it.each([
    '/oauth/introspect',
    '/oauth/revoke',
    '/oauth/par',
    '/oauth/device_authorization',
    '/oauth/revocations',
  ])('proves itself so at %s as well', async (url) => {
    declare({
      certificate: named,
      grants: ['authorization_code', 'urn:ietf:params:oauth:grant-type:device_code'],
      redirectUris: ['https://shop.example/signed-in'],
    });
    const form = { client_id: 'billing', token: 'x' };
    expect((await ask(form, {}, url)).json().error).toBe('invalid_client');
    show(authority.issue(withTimes(ofBilling)));
    expect((await ask(form, {}, url)).json().error).not.toBe('invalid_client');
  });
});

describe('a client that proves itself by a certificate that is named itself', () => {
  const own = () => selfSigned(withTimes());

  it('gets a token by its thumbprint, written in either way, and by the whole of it', async () => {
    const certificate = own();
    const hexadecimal = Buffer.from(certificate.thumbprint, 'base64url')
      .toString('hex')
      .match(/../g)
      ?.join(':');
    show(certificate, false);
    for (const pin of [certificate.thumbprint, hexadecimal, certificate.certificate]) {
      declare({ certificate: { pinned: [pin] } });
      expect((await ask()).statusCode).toBe(200);
    }
  });

  it('gets none by another certificate of the same names, whoever issued it', async () => {
    declare({ certificate: { pinned: [own().thumbprint] } });
    for (const trusted of [false, true]) {
      show(own(), trusted);
      expect(variantOf(await ask())).toBe('client_invalid.certificate_wrong');
    }
  });
});

describe('a token that is bound to a certificate', () => {
  const thief = () => selfSigned(withTimes());

  it('says so in `cnf`, and to introspection, for a client that proves itself by something else too', async () => {
    declare({ certificateBound: true, secretHashes: [hashClientSecret(secret)] });
    const mine = selfSigned(withTimes());
    show(mine, false);
    const basic = { authorization: `Basic ${btoa(`billing:${secret}`)}` };
    const { access_token: token, token_type } = (
      await ask({ grant_type: 'client_credentials' }, basic)
    ).json();
    const cnf = { 'x5t#S256': mine.thumbprint };
    expect([token_type, claimsOf(token)['cnf']]).toEqual(['Bearer', cnf]);
    shown = undefined;
    const state = (await ask({ token }, basic, '/oauth/introspect')).json();
    expect(state).toMatchObject({ active: true, cnf, token_type: 'Bearer' });
  });

  it('is not given without one, nor bound to a key in its place', async () => {
    declare({ certificateBound: true, secretHashes: [hashClientSecret(secret)] });
    const basic = { authorization: `Basic ${btoa(`billing:${secret}`)}` };
    const grant = { grant_type: 'client_credentials' };
    expect(variantOf(await ask(grant, basic))).toBe('token_request_invalid.certificate_missing');
    expect(variantOf(await ask(grant, { ...basic, dpop: 'a.b.c' }))).toBe(
      'token_request_invalid.two_bindings',
    );
    show(selfSigned(withTimes({ until: test.now() - 1 })), false);
    expect(variantOf(await ask(grant, basic))).toBe('token_request_invalid.certificate_missing');
  });

  it('is good at userinfo beside its certificate alone', async () => {
    declare({ ...clients['phone'], certificateBound: true }, 'phone');
    const changed = { client_id: 'phone', redirect_uri: nativeCallback };
    show(selfSigned(withTimes()), false);
    const { access_token: token } = (
      await ask(codeForm(await newCode(test.browser, changed), changed))
    ).json();
    const info = (headers: object = {}) =>
      test.app.inject({ url: '/oauth/userinfo', headers: { authorization: `Bearer ${token}`, ...headers } });
    expect((await info()).statusCode).toBe(200);
    show(thief(), true);
    expect(variantOf(await info())).toBe('token_bound.certificate_other');
    shown = undefined;
    expect(variantOf(await info())).toBe('token_bound.certificate_missing');
  });

  it('comes with a refresh token of a public client that is bound alike, and is not spoilt by who lacks it', async () => {
    declare({ ...clients['phone'], certificateBound: true }, 'phone');
    const changed = { client_id: 'phone', redirect_uri: nativeCallback };
    const mine = selfSigned(withTimes());
    show(mine, false);
    const first = (await ask(codeForm(await newCode(test.browser, changed), changed))).json();
    const refresh = { grant_type: 'refresh_token', client_id: 'phone', refresh_token: first.refresh_token };
    show(thief(), false);
    expect(variantOf(await ask(refresh))).toBe('refresh_token_invalid.proof_key');
    shown = undefined;
    expect((await ask(refresh)).statusCode).toBe(400);
    // Nor is it by a client that is told to bind nothing any more.
    declare(clients['phone'] ?? {}, 'phone');
    expect(variantOf(await ask(refresh))).toBe('refresh_token_invalid.proof_key');
    declare({ ...clients['phone'], certificateBound: true }, 'phone');
    show(mine, false);
    const next = (await ask(refresh)).json();
    expect(claimsOf(next.access_token)['cnf']).toEqual({ 'x5t#S256': mine.thumbprint });
  });
});
