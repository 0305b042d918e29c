import { describe, expect, it } from 'vitest';
import { parseToken } from '../parse/parse-token.ts';
import { rawToken } from '../testing/raw-token.ts';
import { describeToken } from './describe-token.ts';

const describeClaims = (claims: object) =>
  describeToken(parseToken(rawToken('{"alg":"RS256"}', JSON.stringify(claims), 'x')), { now: 0 });

describe('known issuers', () => {
  it('are named by the form of iss, their private claims explained with the source', () => {
    const iss = 'https://login.example/realms/shop';
    const { issuer, claims } = describeClaims({ iss, realm_access: { roles: [] } });
    expect(issuer?.name).toBe('Keycloak');
    expect(claims.find(({ name }) => name === 'realm_access')).toMatchObject({
      meaning: 'The roles of the subject in the realm.',
      rule: 'keycloak.org/docs/latest/server_admin',
    });
  });

  it.each([
    'https://shop.auth0.com.attacker.example/',
    'https://attacker.example/?https://shop.eu.auth0.com/',
    'https://cognito-idp.eu-central-1.amazonaws.com.attacker.example/x',
    'https://login.microsoftonline.com.attacker.example/common/v2.0',
    'https://token.actions.githubusercontent.com.attacker.example',
    'https://accounts.google.com/',
  ])('are not taken for %s, which only looks alike', (iss) => {
    expect(describeClaims({ iss }).issuer).toBeUndefined();
  });

  it('lend their claims to nobody else, but an address as a name speaks for itself', () => {
    const { claims } = describeClaims({ iss: 'https://a.example', tid: 'x', 'https://a.example/roles': [] });
    expect(claims.map(({ name, rule }) => [name, rule])).toEqual([
      ['iss', 'RFC 7519 §4.1.1'],
      ['tid', undefined],
      ['https://a.example/roles', 'RFC 7519 §4.2'],
    ]);
  });

  it.each([
    [{ token_use: 'access', scope: 'a' }, 'access-token'],
    [{ token_use: 'id', aud: 'a' }, 'id-token'],
    [{ typ: 'Bearer', azp: 'web' }, 'access-token'],
    [{ typ: 'ID', azp: 'web' }, 'id-token'],
    [{ azp: 'web', aud: 'https://api.example', scp: 'read' }, 'access-token'],
    [{ azp: 'web', aud: ['web'] }, 'id-token'],
    [{ azp: 'web', aud: 'https://api.example' }, 'jwt'],
    [{ azpacr: '1', roles: [] }, 'access-token'],
  ])('tell the kind of %j', (claims, kind) => {
    expect(describeClaims(claims).kind.kind).toBe(kind);
  });
});
