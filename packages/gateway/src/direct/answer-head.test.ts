import { describe, expect, it } from 'vitest';
import { type HeadOptions, writeAnswerHead } from './answer-head.ts';

const plain: HeadOptions = {
  method: 'GET',
  status: 200,
  reason: undefined,
  headers: ['Content-Length', '2', 'date', 'today'],
  keep: true,
  keptFor: 65,
};

function written(changes: Partial<HeadOptions>): string {
  return writeAnswerHead({ ...plain, ...changes }).text;
}

describe('writeAnswerHead', () => {
  it('says what becomes of the connection, as node:http does', () => {
    expect(written({})).toBe(
      'HTTP/1.1 200 OK\r\nContent-Length: 2\r\ndate: today\r\nConnection: keep-alive\r\nKeep-Alive: timeout=65\r\n\r\n',
    );
    expect(written({ keep: false })).toContain('\r\nConnection: close\r\n');
  });

  it('ends the connection where a header says so', () => {
    const { text, last } = writeAnswerHead({
      ...plain,
      headers: ['connection', 'close', 'content-length', '0'],
    });
    expect(last).toBe(true);
    expect(text).not.toContain('keep-alive');
  });

  it('dates an answer that is not dated', () => {
    expect(written({ headers: ['content-length', '0'] })).toMatch(
      /\r\nDate: \w{3}, \d\d \w{3} \d{4} [\d:]{8} GMT\r\n/,
    );
  });

  it.each([
    ['of announced length', {}, 'length'],
    ['of no announced length', { headers: [] }, 'chunked'],
    ['to HEAD', { method: 'HEAD' }, 'none'],
    ['to HEAD, of no announced length', { method: 'HEAD', headers: [] }, 'none'],
    ['without content', { status: 204, headers: [] }, 'none'],
    ['that nothing changed', { status: 304 }, 'none'],
  ])('frames an answer %s', (_what, changes, framing) => {
    const head = writeAnswerHead({ ...plain, ...changes });
    expect(head.framing).toBe(framing);
    const chunked = framing === 'chunked' || ('headers' in changes && 'method' in changes);
    expect(head.text.includes('Transfer-Encoding: chunked')).toBe(chunked);
  });

  it.each([
    ['x-a', 'b\r\nset-cookie: c'],
    ['x-a', 'b\nc'],
    ['x-a', '\u0000'],
    ['x-a', '\u0394'],
    ['x a', 'b'],
    ['x-a\r\nx-b', 'c'],
    ['', 'b'],
  ])('writes nothing that could be read as another header: %j: %j', (name, value) => {
    expect(() => written({ headers: [name, value] })).toThrow(TypeError);
  });

  it('takes no line break in a reason', () => {
    expect(() => written({ reason: 'OK\r\nx: y' })).toThrow(TypeError);
  });
});
