import { describe, expect, it } from 'vitest';
import { adminToken, controlUnderTest, publisherToken, userToken } from '../testing/control-under-test.ts';

const document = '/admin/configuration/document';
const changes = [
  ['PUT', document, { text: 'routes: []' }],
  ['POST', '/admin/configuration/rollbacks', { number: 0 }],
] as const;

describe('the configuration at the admin API', () => {
  it('is told with its ETag, held against a text, listed and shown', async () => {
    const { ask } = await controlUnderTest();
    const told = await ask(document);
    expect([told.headers.etag, told.json()]).toMatchObject(['"7"', { number: 7, source: 'applied' }]);
    expect((await ask('/admin/configuration/checks', { text: 'abc' })).json()).toMatchObject({
      changes: ['3'],
    });
    const listed = await ask('/admin/configuration/history?limit=3&before=9');
    expect(listed.json().configurations[0].changes).toEqual(['3 9']);
    expect((await ask('/admin/configuration/history/4')).json()).toMatchObject({
      number: 4,
      text: 'routes: []',
    });
  });

  it.each(changes)(
    'is changed in the place of what the caller has seen alone: %s %s',
    async (method, url, body) => {
      const { ask, operator, app } = await controlUnderTest();
      const payload = JSON.stringify(body);
      const headers = {
        ...(await operator({ method, target: url, body: payload })),
        'content-type': 'application/json',
      };
      const blind = await app.inject({ method, url, payload, headers });
      expect([blind.statusCode, blind.json().code]).toEqual([428, 'precondition_missing']);
      const more = { ifMatch: '"7"', ...(method === 'PUT' ? { method } : {}) };
      const done = await ask(url, body, more);
      expect([done.statusCode, done.headers.etag, done.json().changes[0]]).toEqual([
        200,
        '"8"',
        expect.stringContaining('"7"'),
      ]);
    },
  );

  it.each(changes)(
    'is changed by no administrator without the scope for it: %s %s',
    async (method, url, payload) => {
      const { app } = await controlUnderTest();
      const by = async (token: string) => {
        const headers = { authorization: `Bearer ${token}`, 'if-match': '"7"' };
        const answer = await app.inject({ method, url, payload, headers });
        return [answer.statusCode, answer.json().code];
      };
      expect(await by(adminToken)).toEqual([403, 'scope_missing']);
      expect(await by(userToken)).toEqual([403, 'admin_required']);
      expect(await by(publisherToken)).toEqual([200, undefined]);
    },
  );

  it('is no text of ten megabytes, and no text that is none', async () => {
    const { ask } = await controlUnderTest();
    const sent = async (text: unknown) => {
      const answer = await ask(document, { text }, { method: 'PUT', ifMatch: '"7"' });
      return [answer.statusCode, answer.json().code];
    };
    expect(await sent('a'.repeat(10_000_000))).toEqual([413, 'body_too_large']);
    expect(await sent('a'.repeat(1024 * 1024 + 1))).toEqual([400, 'request_invalid']);
    expect(await sent('\n'.repeat(1024 * 1024))).toEqual([200, undefined]);
    for (const text of ['', 7, { a: 1 }]) expect(await sent(text)).toEqual([400, 'request_invalid']);
    // Of other endpoints a body stays as small as it was.
    const large = await ask('/admin/users', { username: 'a'.repeat(100_000) });
    expect(large.statusCode).toBe(413);
  });

  it.each([
    'history?before=0',
    'history?limit=0',
    'history?after=1',
    'history/0',
    'history/1e3',
    'history/-1',
  ])('is not asked for with %s', async (path) => {
    const { ask } = await controlUnderTest();
    expect((await ask(`/admin/configuration/${path}`)).json().code).toBe('request_invalid');
  });
});
