import { newId, operatorClaims, operatorCredential } from '@signet/contracts';
import { signToken } from '@signet/token';
import { describe, expect, it } from 'vitest';
import {
  adminToken,
  type ControlUnderTest,
  controlUnderTest,
  issuer,
  userToken,
} from '../testing/control-under-test.ts';

async function codeFor({ app }: ControlUnderTest, authorization?: string): Promise<string> {
  const headers = authorization === undefined ? {} : { authorization };
  const response = await app.inject({ url: '/admin/users', headers });
  return response.statusCode === 200 ? 'ok' : response.json().code;
}

/** A credential of the right key with some claims replaced. */
async function forged(test: ControlUnderTest, changes: object, type: string = operatorCredential.type) {
  const claims = { ...operatorClaims(issuer, test.now(), newId('token')), ...changes };
  const spoken = Object.fromEntries(Object.entries(claims).filter(([, value]) => value !== undefined));
  return `Bearer ${await signToken(spoken, { key: test.operatorKey, type })}`;
}

function unsigned(now: number): string {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const header = part({ alg: 'none', typ: operatorCredential.type });
  return `Bearer ${header}.${part(operatorClaims(issuer, now, 'jti_x'))}.`;
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
    expect(await codeFor(test, unsigned(test.now()))).not.toBe('ok');
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
});
