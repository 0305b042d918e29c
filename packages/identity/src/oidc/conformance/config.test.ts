import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type IdentityUnderTest, identityUnderTest } from '../../testing/identity-under-test.ts';

/** The plan `oidcc-config-certification-test-plan` of the OpenID Foundation, by the names of its modules. */
const issuer = 'https://login.example';

describe('oidcc-config-certification-test-plan', () => {
  let test: IdentityUnderTest;
  beforeAll(async () => {
    test = await identityUnderTest({ issuer });
  });
  afterAll(() => test.app.close());

  it('oidcc-discovery-endpoint-verification', async () => {
    const answer = await test.app.inject('/.well-known/openid-configuration');
    expect(answer.statusCode).toBe(200);
    expect(answer.headers['content-type']).toMatch(/^application\/json/);
    const document = answer.json();
    expect(document.issuer).toBe(issuer);
    const endpoints = Object.entries(document).filter(([name]) => /_endpoint$|_uri$/.test(name));
    expect(endpoints.length).toBeGreaterThan(6);
    for (const [name, address] of endpoints) {
      expect([name, URL.parse(String(address))?.protocol]).toEqual([name, 'https:']);
    }
    expect(document.scopes_supported).toContain('openid');
    expect(document.response_types_supported).toContain('code');
    expect(document.grant_types_supported).toContain('authorization_code');
    expect(document.subject_types_supported).toEqual(['public']);
    expect(document.id_token_signing_alg_values_supported).not.toContain('none');
    expect(document.claims_supported.length).toBeGreaterThan(0);
    expect(document).toMatchObject({
      claims_parameter_supported: false,
      request_parameter_supported: false,
      request_uri_parameter_supported: false,
    });
    const { keys } = (await test.app.inject(new URL(document.jwks_uri).pathname)).json();
    expect(keys.length).toBeGreaterThan(0);
    const kids = keys.map(({ kid }: { kid: string }) => kid);
    expect(new Set(kids).size).toBe(kids.length);
    for (const key of keys) {
      expect(key).toMatchObject({ kty: expect.any(String), use: 'sig', alg: expect.any(String) });
      for (const secret of ['d', 'p', 'q', 'k']) expect(key).not.toHaveProperty(secret);
    }
  });
});
