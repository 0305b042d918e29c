import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { temporaryFolder } from '@signet/testing/machine';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startSignet, type TestSignet } from '../testing/running-signet.ts';

describe('a request that is none', () => {
  const folder = temporaryFolder();
  let signet: TestSignet;

  beforeAll(async () => {
    signet = await startSignet(folder.path);
  });

  afterAll(async () => {
    await signet.close();
    folder[Symbol.dispose]();
  });

  function send(bytes: string): Promise<string> {
    const socket = connect(Number(new URL(signet.web).port), '127.0.0.1');
    socket.write(bytes);
    return text(socket);
  }

  it.each([
    ['garbage', 'GARBAGE\r\n\r\n', 400, 'request_malformed'],
    [
      'two lengths',
      'POST /auth/login HTTP/1.1\r\nhost: x\r\ncontent-length: 5\r\ntransfer-encoding: chunked\r\n\r\n',
      400,
      'request_malformed',
    ],
    ['a folded header', 'GET / HTTP/1.1\r\nhost: x\r\na: b\r\n c\r\n\r\n', 400, 'request_malformed'],
    ['headers without end', `GET / HTTP/1.1\r\na: ${'b'.repeat(40_000)}`, 431, 'header_too_large'],
    ['a path that is no path', 'GET /%zz HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n', 404, 'not_found'],
    ['a path with NUL', 'GET /%00 HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n', 404, 'not_found'],
    [
      'a path in front of the root',
      'GET //admin/users HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n',
      404,
      'not_found',
    ],
  ])('is refused: %s', async (_what, bytes, status, code) => {
    const answer = await send(bytes);
    const [head = '', body = ''] = answer.split('\r\n\r\n');
    expect(head).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
    expect(head.toLowerCase()).toContain('content-type: application/problem+json');
    expect(head.toLowerCase()).toContain('x-content-type-options: nosniff');
    expect(head.toLowerCase()).toContain("content-security-policy: default-src 'none'");
    expect(JSON.parse(body)).toMatchObject({ code, reference: expect.stringMatching(/^req_/) });
  });

  it.each([
    '/',
    '/admin/users',
    '/auth/session',
    '/oauth/userinfo',
    '/oauth/authorize',
    '/oauth/logout',
    '/.well-known/jwks.json',
    '/device',
    '/nowhere',
  ])('has one Authorization: two are refused at %s, however they are written', async (path) => {
    const two = 'Authorization: Bearer one\r\nauthorization: Bearer two';
    const answer = await send(`GET ${path} HTTP/1.1\r\nhost: x\r\n${two}\r\nconnection: close\r\n\r\n`);
    const [head = '', body = ''] = answer.split('\r\n\r\n');
    expect(head).toMatch(/^HTTP\/1.1 400 /);
    expect(head.toLowerCase()).not.toContain('location:');
    expect(JSON.parse(body)).toMatchObject({
      code: 'token_ambiguous',
      actual: 'several Authorization headers',
    });
  });

  it('is no failure of ours: nothing stands in the log as an error', () => {
    expect(signet.logged()).not.toContain('"level":50');
  });

  it('does not find files whose names begin with a dot', async () => {
    const response = await fetch(`${signet.web}/.sources`);
    expect(response.status).toBe(404);
  });
});
