import { Readable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { type UpstreamRequest, writeRequestHead } from './request-head.ts';

const request: UpstreamRequest = {
  method: 'POST',
  target: '/orders?x=1',
  host: 'orders.internal',
  headers: ['x-user-id', 'usr_1'],
  body: { kind: 'none' },
};

describe('a request head', () => {
  it('carries the target, the host, the headers and an explicit empty body', () => {
    expect(writeRequestHead(request)).toBe(
      'POST /orders?x=1 HTTP/1.1\r\nhost: orders.internal\r\nx-user-id: usr_1\r\ncontent-length: 0\r\n\r\n',
    );
  });

  it('frames a body by its length, or by chunks', () => {
    const stream = Readable.from([]);
    expect(writeRequestHead({ ...request, body: { kind: 'length', bytes: 7, stream } })).toContain(
      'content-length: 7\r\n',
    );
    expect(writeRequestHead({ ...request, body: { kind: 'chunked', stream } })).toContain(
      'transfer-encoding: chunked\r\n',
    );
  });

  it.each<[string, Partial<UpstreamRequest>]>([
    ['a method with a space', { method: 'GET /evil HTTP/1.1\r\nx:' }],
    ['a target with a line break', { target: '/a\r\nx: y' }],
    ['a target with a space', { target: '/a b' }],
    ['an absolute target', { target: 'http://evil.example/' }],
    ['a host with a line break', { host: 'a\r\nx: y' }],
    ['a header name with a colon', { headers: ['x:y', '1'] }],
    ['a header value with a line break', { headers: ['x-user-id', 'a\r\nx-admin: 1'] }],
    ['a header value beyond latin1', { headers: ['x-user-id', 'ā'] }],
    ['a framing header of the caller', { headers: ['Transfer-Encoding', 'chunked'] }],
    ['a connection header of the caller', { headers: ['connection', 'x-user-id'] }],
  ])('is never written with %s', (_, part) => {
    expect(() => writeRequestHead({ ...request, ...part })).toThrow(TypeError);
  });
});
