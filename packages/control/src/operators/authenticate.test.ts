import { newId, operatorClaims, operatorCredential } from '@signet/contracts';
import { signToken } from '@signet/token/sign';
import { describe, expect, it } from 'vitest';
import {
  adminToken,
  type ControlUnderTest,
  controlUnderTest,
  issuer,
  listing,
  userToken,
} from '../testing/control-under-test.ts';

async function codeFor({ app }: ControlUnderTest, authorization?: string): Promise<string> {
  const headers = authorization === undefined ? {} : { authorization };
  const response = await app.inject({ url: '/admin/users', headers });
  return response.statusCode === 200 ? 'ok' : response.json().code;
}

/** A credential of the right key with some claims replaced. */
async function forged(test: ControlUnderTest, changes: object, type: string = operatorCredential.type) {
  const claims = { ...(await operatorClaims(issuer, listing, test.now(), newId('token'))), ...changes };
  const spoken = Object.fromEntries(Object.entries(claims).filter(([, value]) => value !== undefined));
  return `Bearer ${await signToken(spoken, { key: test.operatorKey, type })}`;
}

async function unsigned(now: number): Promise<string> {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const header = part({ alg: 'none', typ: operatorCredential.type });
  return `Bearer ${header}.${part(await operatorClaims(issuer, listing, now, 'jti_x'))}.`;
}

describe('who may call the admin API', () => {
  it('is the operator and an administrator', async () => {
    const test = await controlUnderTest();
    expect(await codeFor(test, (await test.operator()).authorization)).toBe('ok');
    expect(await codeFor(test, `Bearer ${adminToken}`)).toBe('ok');
  });

  it('is nobody else', async () => {
    const test = await controlUnderTest();
    expect(await codeFor(test)).toBe('token_missing');
    expect(await codeFor(test, `Bearer ${userToken}`)).toBe('admin_required');
    expect(await codeFor(test, 'Basic YWRtaW46YWRtaW4=')).toBe('token_missing');
    expect(await codeFor(test, 'Bearer rubbish')).toBe('key_unknown');
  });

  it('holds for every address, also for those that do not exist', async () => {
    const { app } = await controlUnderTest();
    for (const url of ['/admin/records', '/admin/gateways', '/admin/nothing', '/admin/explanations/x']) {
      const response = await app.inject({ url });
      expect([response.statusCode, response.json().code]).toEqual([401, 'token_missing']);
      expect(response.headers['www-authenticate']).toBe(`Bearer realm="${issuer}/admin"`);
    }
  });

  it('is asked before the body is read', async () => {
    const { app } = await controlUnderTest();
    const response = await app.inject({
      method: 'POST',
      url: '/admin/users',
      payload: '{"broken',
      headers: { 'content-type': 'application/json' },
    });
    expect(response.json().code).toBe('token_missing');
  });
});

/** What the command line of an older Signet says. */
const firstVersion = { ver: undefined, htm: undefined, target: undefined, body: undefined };

describe('an operator credential', () => {
  it('counts once', async () => {
    const test = await controlUnderTest();
    const { authorization } = await test.operator();
    const answers = await Promise.all(Array.from({ length: 10 }, () => codeFor(test, authorization)));
    expect(answers.filter((code) => code === 'ok')).toHaveLength(1);
    expect(answers.filter((code) => code === 'token_revoked')).toHaveLength(9);
  });

  it('does not count again after a restart, which forgets what was used', async () => {
    const before = await controlUnderTest();
    const { authorization } = await before.operator();
    expect(await codeFor(before, authorization)).toBe('ok');
    const after = await controlUnderTest({ masterKey: before.masterKey, startedAt: before.now() + 1 });
    expect(await codeFor(after, authorization)).toBe('token_revoked');
    expect(await codeFor(after, (await after.operator()).authorization)).toBe('ok');
  });

  it('does not outlive its minute', async () => {
    const test = await controlUnderTest();
    const { authorization } = await test.operator();
    test.pass(91_000);
    expect(await codeFor(test, authorization)).toBe('token_expired');
  });

  it('cannot be unsigned', async () => {
    const test = await controlUnderTest();
    expect(await codeFor(test, await unsigned(test.now()))).not.toBe('ok');
  });

  it('cannot be signed with another key', async () => {
    const test = await controlUnderTest();
    const other = await controlUnderTest();
    expect(await codeFor(test, (await other.operator()).authorization)).toBe('signature_invalid');
  });

  it.each([
    ['of another audience', { aud: 'http://localhost:8080' }, 'audience_unexpected'],
    ['of another issuer', { iss: issuer }, 'issuer_unexpected'],
    ['without an identifier', { jti: undefined }, 'claim_missing'],
    ['that is to live for a year', { exp: 1_900_000_000 }, 'claim_invalid'],
    ['without an end', { exp: undefined }, 'claim_missing'],
    ['of the first version, good for any request', firstVersion, 'credential_mismatch'],
    ['of a version to come', { ver: 3 }, 'credential_mismatch'],
    ['for another method', { htm: 'POST' }, 'credential_mismatch'],
    ['for another address', { target: '/admin/records' }, 'credential_mismatch'],
    ['for another query', { target: '/admin/users?x' }, 'credential_mismatch'],
    ['for a body that is not sent', { body: 'ab'.repeat(32) }, 'credential_mismatch'],
    ['for any body', { body: undefined }, 'credential_mismatch'],
  ])('%s is refused', async (_what, changes, code) => {
    const test = await controlUnderTest();
    expect(await codeFor(test, await forged(test, changes))).toBe(code);
  });

  it('of another type is refused', async () => {
    const test = await controlUnderTest();
    expect(await codeFor(test, await forged(test, {}, 'at+jwt'))).toBe('type_unexpected');
  });

  it('never stands in the log', async () => {
    const test = await controlUnderTest();
    const { authorization } = await test.operator();
    await codeFor(test, authorization);
    await codeFor(test, authorization);
    expect(test.log()).not.toContain(authorization.slice('Bearer '.length));
  });

  it('of another version is told so, and what to do', async () => {
    const test = await controlUnderTest();
    const headers = { authorization: await forged(test, firstVersion) };
    expect((await test.app.inject({ url: '/admin/users', headers })).json()).toMatchObject({
      code: 'credential_mismatch',
      expected: expect.stringContaining('version 2'),
      actual: expect.stringContaining('version 1'),
      fix: expect.stringContaining('belongs to the server'),
    });
  });
});

describe('an operator credential that somebody caught', () => {
  const adding = { method: 'POST', target: '/admin/users', body: '{"username":"ada"}' };
  const send = async ({ app }: ControlUnderTest, authorization: string, body: string, url = adding.target) =>
    (
      await app.inject({
        method: 'POST',
        url,
        body,
        headers: { authorization, 'content-type': 'application/json' },
      })
    ).json();

  it.each([
    ['another body', '{"username":"mallory","roles":["admin"]}'],
    ['the same body in other bytes', '{"username": "ada"}'],
    ['no body', ''],
  ])('does nothing with %s, and is spent', async (_what, body) => {
    const test = await controlUnderTest();
    const { authorization } = await test.operator(adding);
    expect(await send(test, authorization, body)).toMatchObject({
      code: 'credential_mismatch',
      detail: expect.stringContaining('another body'),
    });
    expect(await send(test, authorization, adding.body)).toMatchObject({ code: 'token_revoked' });
    expect((await test.ask('/admin/users')).json()).toEqual({ users: [] });
  });

  it('does nothing at another address, and is spent', async () => {
    const test = await controlUnderTest();
    const { authorization } = await test.operator(adding);
    const elsewhere = await send(test, authorization, adding.body, '/admin/revocations?secret');
    expect(elsewhere).toMatchObject({ code: 'credential_mismatch', actual: '/admin/revocations' });
    expect(await send(test, authorization, adding.body)).toMatchObject({ code: 'token_revoked' });
    expect(test.revoked).toEqual([]);
  });

  it('does not carry a body that its request has not', async () => {
    const test = await controlUnderTest();
    const { authorization } = await test.operator({ ...adding, body: '' });
    expect(await send(test, authorization, adding.body)).toMatchObject({ code: 'credential_mismatch' });
  });

  it('is judged by its bytes: those that are no UTF-8 are not read as others', async () => {
    const test = await controlUnderTest();
    const { authorization } = await test.operator({ ...adding, body: '{"username":"\ufffd"}' });
    const body = Buffer.concat([Buffer.from('{"username":"'), Buffer.of(0x80), Buffer.from('"}')]);
    const headers = { authorization, 'content-type': 'application/json' };
    const answer = await test.app.inject({ method: 'POST', url: adding.target, body, headers });
    expect(answer.json().code).toBe('request_invalid');
  });

  it('serves its own request', async () => {
    const test = await controlUnderTest();
    const { authorization } = await test.operator(adding);
    expect(await send(test, authorization, adding.body)).toMatchObject({ username: 'ada' });
  });
});
