import Fastify from 'fastify';
import { describe, expect, it } from 'vitest';
import { acceptJson } from './accept-json.ts';

function post(payload: string | Buffer, contentType = 'application/json') {
  const app = Fastify();
  acceptJson(app, { mostBytes: 32 });
  app.post('/', async ({ body }) => ({ body }));
  return app.inject({ method: 'POST', url: '/', headers: { 'content-type': contentType }, payload });
}

describe('a body', () => {
  it('is JSON, or nothing', async () => {
    expect((await post('{"a":"ü"}')).json()).toEqual({ body: { a: 'ü' } });
    expect((await post('')).json()).toEqual({});
  });

  it.each<[string, string | Buffer]>([
    ['no JSON', '{'],
    ['a member named twice', '{"a":1,"a":2}'],
    ['bytes that are no UTF-8', Buffer.from([0x22, 0xff, 0x22])],
    ['half a surrogate as bytes', Buffer.from([0x22, 0xed, 0xa0, 0x80, 0x22])],
    ['a byte order mark', Buffer.from('\ufeff{}')],
  ])('is refused: %s', async (_, payload) => {
    expect((await post(payload)).statusCode).toBe(400);
  });

  it.each(['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x'])(
    'is refused as %s, which a form of another site can send',
    async (type) => expect((await post('{}', type)).statusCode).toBe(415),
  );

  it('is refused when it is larger than allowed', async () => {
    expect((await post(`"${'a'.repeat(40)}"`)).statusCode).toBe(413);
  });
});
