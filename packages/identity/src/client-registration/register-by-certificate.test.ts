import { selfSigned, testAuthority } from '@signet/testing/certificates';
import { jwkOfCertificate } from '@signet/token/keys';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { PresentedCertificate } from '../certificates/certificate-door.ts';
import { audience, type IdentityUnderTest, identityUnderTest } from '../testing/identity-under-test.ts';

const metadata = {
  client_name: 'A new app',
  redirect_uris: ['https://new.example/signed-in'],
  grant_types: ['authorization_code', 'refresh_token'],
};
const authority = testAuthority();

let test: IdentityUnderTest;
let shown: PresentedCertificate | undefined;

async function open(more: Parameters<typeof identityUnderTest>[0] = {}): Promise<void> {
  test = await identityUnderTest(more);
  test.configure({ clientRegistration: 'token' });
}

beforeEach(async () => {
  shown = undefined;
  await open({ certificateDoor: { origin: 'https://localhost:9443', presented: () => shown } });
});
afterEach(() => test.app.close());

async function register(changed: object) {
  const asked = { audiences: [audience], scopes: ['demo:read'], lifetime: 3_600_000 };
  const { token } = await test.identity.clientAdministration.addRegistrationToken(asked);
  return test.app.inject({
    method: 'POST',
    url: '/oauth/register',
    headers: { authorization: `Bearer ${token}` },
    payload: { ...metadata, ...changed },
  });
}

/** Whether the client has proved itself: what it asks for is refused either way. */
async function errorFor(client: string): Promise<string> {
  const answer = await test.app.inject({
    method: 'POST',
    url: '/oauth/token',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    payload: new URLSearchParams({
      grant_type: 'refresh_token',
      refresh_token: 'x',
      client_id: client,
    }).toString(),
  });
  return answer.json().error;
}

const times = () => ({ from: test.now() - 1000, until: test.now() + 3_600_000 });
const derText = (der: Uint8Array) => Buffer.from(der).toString('base64');
const keyWith = (certificate: { readonly certificate: string; readonly der: Uint8Array }) => ({
  ...jwkOfCertificate(certificate.certificate),
  x5c: [derText(certificate.der)],
});

describe('an app that registers itself with a certificate', () => {
  it.each([
    [
      'tls_client_auth_subject_dn',
      'CN=new,O=Example',
      {
        subject: [
          ['O', 'Example'],
          ['CN', 'new'],
        ],
      },
    ],
    ['tls_client_auth_san_dns', 'new.example', { dns: ['new.example'] }],
    ['tls_client_auth_san_uri', 'spiffe://example/new', { uri: ['spiffe://example/new'] }],
    ['tls_client_auth_san_email', 'new@example.org', { email: ['new@example.org'] }],
  ] as const)(
    'proves itself by %s of one that an authority issued, and by nothing else',
    async (member, name, wish) => {
      const answer = await register({ token_endpoint_auth_method: 'tls_client_auth', [member]: name });
      expect(answer.statusCode).toBe(201);
      const told = answer.json();
      expect(told).toMatchObject({ token_endpoint_auth_method: 'tls_client_auth', [member]: name });
      expect(told).not.toHaveProperty('client_secret');
      expect(await errorFor(told.client_id)).toBe('invalid_client');
      const issued = authority.issue({ ...times(), ...wish } as never);
      shown = { der: issued.der, trusted: false };
      expect(await errorFor(told.client_id)).toBe('invalid_client');
      shown = { der: issued.der, trusted: true };
      expect(await errorFor(told.client_id)).toBe('invalid_grant');
      shown = { der: authority.issue(times()).der, trusted: true };
      expect(await errorFor(told.client_id)).toBe('invalid_client');
    },
  );

  it('proves itself by its own, which stands in x5c, and is told it again', async () => {
    const [own, other] = [selfSigned(times()), selfSigned(times())];
    const answer = await register({
      token_endpoint_auth_method: 'self_signed_tls_client_auth',
      jwks: { keys: [keyWith(own)] },
      tls_client_certificate_bound_access_tokens: true,
    });
    expect(answer.statusCode).toBe(201);
    const told = answer.json();
    expect(told).toMatchObject({
      token_endpoint_auth_method: 'self_signed_tls_client_auth',
      jwks: { keys: [{ x5c: [derText(own.der)] }] },
      tls_client_certificate_bound_access_tokens: true,
    });
    shown = { der: other.der, trusted: true };
    expect(await errorFor(told.client_id)).toBe('invalid_client');
    shown = { der: own.der, trusted: false };
    expect(await errorFor(told.client_id)).toBe('invalid_grant');
  });

  const dn = { tls_client_auth_subject_dn: 'CN=new,O=Example' };
  const byName = { token_endpoint_auth_method: 'tls_client_auth' };
  const byItself = { token_endpoint_auth_method: 'self_signed_tls_client_auth' };
  const mixed = () => ({ ...keyWith(selfSigned(times())), x5c: [derText(selfSigned(times()).der)] });
  it.each<readonly [string, () => object]>([
    ['no name', () => byName],
    ['two names', () => ({ ...byName, ...dn, tls_client_auth_san_dns: 'new.example' })],
    ['a name that is read in no one way', () => ({ ...byName, tls_client_auth_san_dns: '*.new.example' })],
    ['a subject that is none', () => ({ ...byName, tls_client_auth_subject_dn: 'new' })],
    ['a name beside a secret', () => dn],
    ['a name beside no proof', () => ({ ...dn, token_endpoint_auth_method: 'none' })],
    ['keys beside a name', () => ({ ...byName, ...dn, jwks: { keys: [keyWith(selfSigned(times()))] } })],
    ['a name beside its own', () => ({ ...byItself, ...dn, jwks: { keys: [keyWith(selfSigned(times()))] } })],
    ['none of its own', () => byItself],
    [
      'a key without certificate',
      () => ({ ...byItself, jwks: { keys: [{ ...keyWith(selfSigned(times())), x5c: [] }] } }),
    ],
    ['the certificate of another key', () => ({ ...byItself, jwks: { keys: [mixed()] } })],
    [
      'a private key beside it',
      () => ({ ...byItself, jwks: { keys: [{ ...keyWith(selfSigned(times())), d: 'AQ' }] } }),
    ],
    ['an address of certificates', () => ({ ...byItself, jwks_uri: 'https://new.example/keys' })],
    [
      'what is no certificate',
      () => ({ ...byItself, jwks: { keys: [{ ...keyWith(selfSigned(times())), x5c: ['AAAA'] }] } }),
    ],
    [
      'two bindings',
      () => ({ dpop_bound_access_tokens: true, tls_client_certificate_bound_access_tokens: true }),
    ],
  ])('is refused with %s', async (_, changed) => {
    const answer = await register(changed());
    expect([answer.statusCode, answer.json().error]).toEqual([400, 'invalid_client_metadata']);
  });
});

it('takes nothing of certificates where none are shown, as discovery says', async () => {
  await test.app.close();
  await open();
  for (const changed of [
    { token_endpoint_auth_method: 'tls_client_auth', tls_client_auth_san_dns: 'new.example' },
    {
      token_endpoint_auth_method: 'self_signed_tls_client_auth',
      jwks: { keys: [keyWith(selfSigned(times()))] },
    },
    { tls_client_certificate_bound_access_tokens: true },
  ]) {
    expect((await register(changed)).json().error).toBe('invalid_client_metadata');
  }
  const told = (await test.app.inject('/.well-known/openid-configuration')).json();
  expect(told).not.toHaveProperty('tls_client_certificate_bound_access_tokens');
  expect(told.token_endpoint_auth_methods_supported).not.toContain('tls_client_auth');
  expect((await register({})).statusCode).toBe(201);
});
