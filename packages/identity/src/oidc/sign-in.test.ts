import { afterEach, describe, expect, it } from 'vitest';
import { audience, issuer } from '../testing/identity-under-test.ts';
import {
  type AppUnderTest,
  appUnderTest,
  askForTokens,
  authorizeUrl,
  claimsOf,
  codeForm,
  locationOf,
  newCode,
  signedInToShop,
  signInAt,
  uidOf,
} from './testing/app-under-test.ts';

let test: AppUnderTest;

afterEach(() => test.app.close());

describe('an app signs a person in', () => {
  it('on the page, and gets a code with its state and our name', async () => {
    test = await appUnderTest();
    const started = await test.browser.send('GET', authorizeUrl());
    expect(started.statusCode).toBe(303);
    expect(started.headers.location).toMatch(/^\/signin\/[\w-]+$/);
    const shown = await test.browser.send('GET', `/auth/interactions/${uidOf(started)}`);
    expect(shown.json()).toEqual({
      uid: uidOf(started),
      prompt: 'login',
      client: { id: 'shop', name: 'The shop', firstParty: true },
      scopes: ['openid', 'profile', 'demo:read'],
      audience,
    });
    const back = await signInAt(test.browser, started);
    expect(back.headers.location).toMatch(/^https:\/\/shop\.example\/signed-in\?/);
    expect(Object.fromEntries(locationOf(back).searchParams)).toEqual({
      code: expect.stringMatching(/^[\w-]{43}$/),
      state: 'the state of the app',
      iss: issuer,
    });
    expect(test.faults).toEqual([]);
  });

  it('and exchanges the code for tokens of the same session', async () => {
    test = await appUnderTest();
    const tokens = await signedInToShop(test);
    const access = claimsOf(tokens.access_token);
    expect(access).toMatchObject({
      iss: issuer,
      aud: [audience, `${issuer}/oauth/userinfo`],
      client_id: 'shop',
      scope: 'openid profile demo:read',
      sid: expect.stringMatching(/^ses_/),
    });
    expect(claimsOf(tokens.id_token)).toEqual({
      iss: issuer,
      sub: access['sub'],
      aud: 'shop',
      exp: Number(access['iat']) + 900,
      iat: access['iat'],
      auth_time: access['auth_time'],
      acr: '1',
      amr: ['pwd'],
      sid: access['sid'],
      nonce: 'the nonce of the app',
    });
    const headers = { authorization: `Bearer ${tokens.access_token}` };
    const who = await test.app.inject({ url: '/oauth/userinfo', headers });
    expect(who.json()).toEqual({ sub: access['sub'], preferred_username: 'ada' });
  });

  it('and is told the address where it asks for it, with whether anybody has proved it', async () => {
    test = await appUnderTest();
    const whoOf = async (scope: string) => {
      const code = await newCode(test.browser, { scope });
      const { access_token: token } = (await askForTokens(test.app, codeForm(code))).json();
      const headers = { authorization: `Bearer ${token}` };
      return (await test.app.inject({ url: '/oauth/userinfo', headers })).json();
    };
    const { sub, ...nothing } = await whoOf('openid email');
    expect(nothing).toEqual({});
    await test.stores.emails.put({ accountId: sub, address: 'ada@example.org', verified: false });
    expect(await whoOf('openid email')).toEqual({ sub, email: 'ada@example.org', email_verified: false });
    expect(await whoOf('openid profile')).toEqual({ sub, preferred_username: 'ada' });
  });
});
