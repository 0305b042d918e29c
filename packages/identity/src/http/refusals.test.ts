import { describe, expect, it } from 'vitest';
import { postLogin, postRefresh } from '../testing/calls.ts';
import { addAda, identityUnderTest, issuer } from '../testing/identity-under-test.ts';

describe('a refusal of the identity provider', () => {
  it('is recorded under its reference', async () => {
    const { app, identity, recorded, now } = await identityUnderTest();
    await addAda(identity);
    const response = await postLogin(app, { password: 'wrong password' });
    expect(recorded).toMatchObject([
      {
        reference: response.json().reference,
        at: now(),
        node: 'identity',
        method: 'POST',
        path: '/auth/login',
        outcome: 'refused',
        status: 401,
        refusal: { code: 'credentials_invalid' },
        steps: [],
      },
    ]);
  });

  it('tells the record nothing of who and with what, however it was asked', async () => {
    const { app, identity, recorded } = await identityUnderTest();
    await addAda(identity, ['admin']);
    const secret = 'otter-in-the-wrong-member';
    await postLogin(app, { username: 'ada', password: secret });
    await postLogin(app, { audience: secret });
    await postLogin(app, { newPassword: secret });
    await postLogin(app, { [secret]: 1 });
    await postLogin(app, { username: `${secret} ` });
    await postRefresh(app, `signet_refresh=${secret}`);
    await app.inject({ method: 'POST', url: `/auth/refresh?token=${secret}` });
    await app.inject({ method: 'POST', url: '/auth/logout', headers: { authorization: `Bearer ${secret}` } });
    expect(recorded).toHaveLength(8);
    expect(JSON.stringify(recorded)).not.toMatch(/otter-in|"ada"/);
  });

  it('comes for a body that is no UTF-8, before its password is tried', async () => {
    const { app, identity } = await identityUnderTest();
    await addAda(identity);
    const payload = Buffer.from('{"username":"ada","password":"\xff"}', 'latin1');
    const headers = { 'content-type': 'application/json' };
    const response = await app.inject({ method: 'POST', url: '/auth/login', headers, payload });
    expect(response.json()).toMatchObject({ status: 400, code: 'request_invalid' });
  });

  it('says in the answer which audiences there are', async () => {
    const { app, identity } = await identityUnderTest();
    await addAda(identity, ['admin']);
    const response = await postLogin(app, { audience: 'https://elsewhere.example' });
    expect(response.json()).toMatchObject({
      code: 'audience_not_allowed',
      expected: `one of http://localhost:8080, ${issuer}/admin`,
      actual: 'another audience',
    });
  });
});
