import { createAnswerRefusal, newId, SignetError, wallTime } from '@signet/contracts';
import fastify from 'fastify';
import { describe, expect, it } from 'vitest';
import { answerProblems } from './answer-problems.ts';
import { type Handlers, serveEndpoints } from './serve-endpoints.ts';
import { holdToTable } from './testing/index.ts';

type Served = 'revoke' | 'refresh' | 'explain';

const sid = newId('session');
const revoked = { sequence: 1, target: { kind: 'session', issuer: 'https://login.example', sid } } as const;

/** An app whose handlers tell of what they were given, and fail where a test says nothing else. */
function serving(handlers: Partial<Handlers<Served>> = {}) {
  const given: unknown[] = [];
  const app = fastify();
  holdToTable(app);
  const tell = async (parts: unknown) => {
    given.push(parts);
    return revoked;
  };
  const fail = async () => Promise.reject(new SignetError({ code: 'session_ended', sentence: 'x' }));
  serveEndpoints<Served>(app, { revoke: tell, refresh: fail, explain: fail, ...handlers });
  answerProblems(
    app,
    createAnswerRefusal({ realm: 'x', issuer: 'http://x', node: 'web', wall: () => wallTime(0) }),
  );
  return { app, given };
}

const post = (url: string, payload?: object) =>
  ({ method: 'POST', url, ...(payload === undefined ? {} : { payload }) }) as const;

describe('an endpoint of the table', () => {
  it('is served at its address, with its body as its schema reads it', async () => {
    const { app, given } = serving();
    const response = await app.inject(post('/admin/revocations', { sid }));
    expect([response.statusCode, response.json()]).toEqual([201, revoked]);
    expect(given).toEqual([{ body: { sid } }]);
  });

  it.each([{}, { sid: 'x' }, { sid, more: 1 }])('does not reach its handler with %j', async (payload) => {
    const { app, given } = serving();
    expect((await app.inject(post('/admin/revocations', payload))).body).toContain('request_invalid');
    expect(given).toEqual([]);
  });

  it('whose handler sends the reply itself is answered once, also where the client is gone by then', async () => {
    const lines: string[] = [];
    const app = fastify({ logger: { level: 'trace', stream: { write: (line) => void lines.push(line) } } });
    holdToTable(app);
    const begun = Promise.withResolvers<void>();
    const gone = Promise.withResolvers<void>();
    serveEndpoints<'readKeys'>(app, {
      async readKeys(_parts, { request, reply }) {
        if (request.headers['x-leaves'] === undefined) return reply.send('{"keys":[]}');
        request.raw.once('close', () => gone.resolve());
        begun.resolve();
        await gone.promise;
        return reply.send('{"keys":[]}');
      },
    });
    expect((await app.inject('/.well-known/jwks.json')).body).toBe('{"keys":[]}');
    const url = await app.listen({ port: 0, host: '127.0.0.1' });
    const leaving = new AbortController();
    const asked = fetch(`${url}/.well-known/jwks.json`, {
      headers: { 'x-leaves': 'yes' },
      signal: leaving.signal,
    }).catch(() => 'left');
    await begun.promise;
    leaving.abort();
    expect(await asked).toBe('left');
    await gone.promise;
    await app.close();
    expect(lines.filter((line) => line.includes('FST_ERR'))).toEqual([]);
  });

  it('that takes no body takes none', async () => {
    const { app } = serving();
    expect((await app.inject(post('/auth/refresh', { a: 1 }))).body).toContain('request_invalid');
    expect((await app.inject(post('/auth/refresh', {}))).body).toContain('session_ended');
    expect((await app.inject(post('/auth/refresh'))).body).toContain('session_ended');
  });

  it.each(['/auth/refresh?audience=x', '/admin/revocations?sid=x'])(
    'that takes no query refuses %s',
    async (url) => {
      const { app, given } = serving();
      const response = await app.inject(post(url, url.startsWith('/admin') ? { sid } : undefined));
      expect([response.statusCode, response.json()]).toMatchObject([400, { code: 'request_invalid' }]);
      expect(given).toEqual([]);
    },
  );

  it('that publishes a document ignores what a cache or a probe puts into the query', async () => {
    const app = fastify();
    serveEndpoints<'checkHealth'>(app, { checkHealth: async () => ({ status: 'ok' }) });
    expect((await app.inject('/healthz?probe=1')).json()).toEqual({ status: 'ok' });
  });

  it('has its parameters read before it sees them', async () => {
    const { app } = serving();
    expect((await app.inject('/admin/explanations/7')).body).toContain('request_invalid');
    expect((await app.inject(`/admin/explanations/${newId('reference')}`)).body).toContain('session_ended');
  });
});
