import { describe, expect, it } from 'vitest';
import {
  adminToken,
  controlUnderTest,
  modelKeysToken,
  publisherToken,
  userToken,
} from '../testing/control-under-test.ts';

const key = 'sk-0123456789abcdefWXYZ';
const one = '/admin/model-providers/openai';
const changes = [
  ['PUT', one, { kind: 'openai', key }],
  ['DELETE', one, undefined],
  ['POST', `${one}/test`, {}],
] as const;

describe('providers of models at the admin API', () => {
  it('are listed for every administrator, without a key', async () => {
    const { app } = await controlUnderTest();
    const headers = { authorization: `Bearer ${adminToken}` };
    const listed = await app.inject({ url: '/admin/model-providers', headers });
    expect([listed.statusCode, listed.json().providers]).toEqual([
      200,
      [{ name: 'openai', kind: 'openai', url: 'https://api.openai.com/v1', setAt: 5, state: 'used' }],
    ]);
  });

  it.each(changes)('are changed by nobody without the scope for it: %s %s', async (method, url, payload) => {
    const { app } = await controlUnderTest();
    const by = async (token: string) => {
      const headers = { authorization: `Bearer ${token}` };
      const sent = payload === undefined ? {} : { payload };
      const answer = await app.inject({ method, url, headers, ...sent });
      return [answer.statusCode, answer.json().code];
    };
    expect(await by(adminToken)).toEqual([403, 'scope_missing']);
    expect(await by(publisherToken)).toEqual([403, 'scope_missing']);
    expect(await by(userToken)).toEqual([403, 'admin_required']);
    expect(await by(modelKeysToken)).toEqual([200, undefined]);
  });

  it('write a key that they are given into no answer and no log', async () => {
    const { ask, log } = await controlUnderTest();
    const set = await ask(one, { kind: 'openai', key }, { method: 'PUT' });
    const bad = await ask(one, { kind: 'openai', key: `${key} ` }, { method: 'PUT' });
    const worse = await ask(one, { kind: 'openai', kEy: key }, { method: 'PUT' });
    expect([set, bad, worse].map(({ statusCode }) => statusCode)).toEqual([200, 400, 400]);
    expect([set, bad, worse].map(({ payload }) => payload).join() + log()).not.toContain(key);
  });
});
