import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { issuer } from '../../testing/identity-under-test.ts';
import {
  type AppUnderTest,
  appUnderTest,
  authorizeUrl,
  claimsOf,
  clients,
  locationOf,
  signedInToShop,
} from '../testing/app-under-test.ts';

/** The plan `oidcc-backchannel-rp-initiated-logout-certification-test-plan` of the OpenID Foundation, by its modules. */
const told = 'https://shop.example/backchannel_logout';
const back = 'https://shop.example/goodbye';

let test: AppUnderTest;
let sent: { readonly url: string; readonly form: Readonly<Record<string, string>> }[];
beforeEach(async () => {
  sent = [];
  const sendForm = async (url: string, form: Readonly<Record<string, string>>) => {
    sent.push({ url, form });
    return 200;
  };
  test = await appUnderTest({ sendForm });
  test.declare({ ...clients, shop: { ...clients['shop'], backchannelLogoutUri: told } } as never);
});
afterEach(() => test.app.close());

describe('oidcc-backchannel-rp-initiated-logout-certification-test-plan', () => {
  it('oidcc-backchannel-logout-discovery-endpoint-verification', async () => {
    expect((await test.app.inject('/.well-known/openid-configuration')).json()).toMatchObject({
      end_session_endpoint: `${issuer}/oauth/logout`,
      backchannel_logout_supported: true,
      backchannel_logout_session_supported: true,
    });
  });

  it('oidcc-backchannel-rp-initiated-logout', async () => {
    const { id_token: hint } = await signedInToShop(test);
    const parameters = { id_token_hint: hint, post_logout_redirect_uri: back, state: 'x' };
    const answer = await test.browser.send('GET', `/oauth/logout?${new URLSearchParams(parameters)}`);
    expect(answer.headers.location).toBe(`${back}?state=x`);
    await test.identity.tellApps();
    expect(sent).toEqual([{ url: told, form: { logout_token: expect.any(String) } }]);
    const token = sent[0]?.form['logout_token'] ?? '';
    const [head, idHead] = [token, hint].map((each) =>
      JSON.parse(Buffer.from(each.split('.')[0] ?? '', 'base64url').toString()),
    );
    expect(head).toMatchObject({ alg: idHead.alg, kid: idHead.kid, typ: 'logout+jwt' });
    const { sub, sid } = claimsOf(hint);
    const claims = claimsOf(token);
    expect(claims).toMatchObject({
      iss: issuer,
      aud: 'shop',
      sub,
      sid,
      iat: test.now() / 1000,
      jti: expect.any(String),
      events: { 'http://schemas.openid.net/event/backchannel-logout': {} },
    });
    expect(Number(claims['exp']) - Number(claims['iat'])).toBeLessThanOrEqual(120);
    expect(claims).not.toHaveProperty('nonce');
    const again = await test.browser.send('GET', authorizeUrl({ prompt: 'none' }));
    expect(locationOf(again).searchParams.get('error')).toBe('login_required');
  });
});
