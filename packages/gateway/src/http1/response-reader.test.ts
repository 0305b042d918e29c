import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MalformedResponse } from './malformed-response.ts';
import { ResponseReader } from './response-reader.ts';

interface Reading {
  readonly status: number;
  readonly body: string;
  readonly surplus: number;
  readonly done: boolean;
  readonly early?: readonly string[];
  readonly trailers?: readonly string[];
}

/** Reads `text` in pieces that end at the given offsets, then the close of the connection. */
function read(text: string, cuts: readonly number[] = [], method = 'GET'): Reading | 'malformed' {
  let status = 0;
  let body = '';
  let surplus = 0;
  const early: string[] = [];
  const reader = new ResponseReader({ method }, 1024, {
    switched: () => void early.push('switched'),
    early: ({ rawHeaders }) => void early.push(...rawHeaders),
    head: (head) => {
      status = head.status;
    },
    body: (piece) => {
      body += piece.toString('latin1');
    },
  });
  const offsets = [...cuts.map((cut) => cut % (text.length + 1)).sort((a, b) => a - b), text.length];
  try {
    let from = 0;
    for (const to of offsets) {
      if (to > from) surplus += reader.push(Buffer.from(text.slice(from, to), 'latin1'));
      from = Math.max(from, to);
    }
    const done = reader.done;
    reader.close();
    const said = {
      ...(early.length > 0 ? { early } : {}),
      ...(reader.trailers.length > 0 ? { trailers: reader.trailers } : {}),
    };
    return { status, body, surplus, done, ...said };
  } catch (error) {
    if (error instanceof MalformedResponse) return 'malformed';
    throw error;
  }
}

const ok = 'HTTP/1.1 200 OK\r\n';

describe('a response', () => {
  it('ends where its length says, and what follows is surplus', () => {
    expect(read(`${ok}Content-Length: 5\r\n\r\nhelloHTTP/1.1`)).toEqual({
      status: 200,
      body: 'hello',
      surplus: 8,
      done: true,
    });
  });

  it('ends where its last chunk says', () => {
    const text = `${ok}Transfer-Encoding: chunked\r\n\r\n3;x=y\r\nhel\r\n2\r\nlo\r\n0\r\nX-Sum: x\r\n\r\n!`;
    const trailers = ['X-Sum', 'x'];
    expect(read(text)).toEqual({ status: 200, body: 'hello', surplus: 1, done: true, trailers });
  });

  it('without length or coding lasts until the connection closes', () => {
    expect(read(`${ok}\r\nhello`)).toEqual({ status: 200, body: 'hello', surplus: 0, done: false });
  });

  it.each(['204 No Content', '304 Not Modified'])('%s has no body whatever its length says', (line) => {
    expect(read(`HTTP/1.1 ${line}\r\nContent-Length: 5\r\n\r\n`)).toMatchObject({
      body: '',
      surplus: 0,
      done: true,
    });
  });

  it('to HEAD has no body whatever its length says', () => {
    expect(read(`${ok}Content-Length: 5\r\n\r\n`, [], 'HEAD')).toMatchObject({ body: '', done: true });
  });

  it('may follow interim responses', () => {
    const text = `HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\nHTTP/1.1 100 Continue\r\n\r\n${ok}Content-Length: 1\r\n\r\nx`;
    expect(read(text)).toMatchObject({ status: 200, body: 'x', done: true, early: ['Link', '</a>'] });
  });

  it.each(['no colon', ' folded: x', 'a b: x', 'X-A: \u0001', 'X-A : x'])(
    'is malformed where a trailer is none: %j',
    (line) => {
      expect(read(`${ok}Transfer-Encoding: chunked\r\n\r\n0\r\n${line}\r\n\r\n`)).toBe('malformed');
    },
  );

  it.each([
    ['two lengths', `${ok}Content-Length: 5\r\nContent-Length: 5\r\n\r\nhello`],
    ['a list of lengths', `${ok}Content-Length: 5, 5\r\n\r\nhello`],
    ['a signed length', `${ok}Content-Length: +5\r\n\r\nhello`],
    ['a hexadecimal length', `${ok}Content-Length: 0x5\r\n\r\nhello`],
    ['an empty length', `${ok}Content-Length:\r\n\r\nhello`],
    ['a length beside chunks', `${ok}Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n`],
    ['two codings', `${ok}Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n`],
    ['another coding', `${ok}Transfer-Encoding: gzip, chunked\r\n\r\n0\r\n\r\n`],
    ['an obscured coding', `${ok}Transfer-Encoding: \x0bchunked\r\n\r\n0\r\n\r\n`],
    ['a coding behind a no-break space', `${ok}Transfer-Encoding: chunked\xa0\r\n\r\n0\r\n\r\n`],
    ['chunks under HTTP/1.0', 'HTTP/1.0 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n'],
    ['a space before the colon', `${ok}Content-Length : 5\r\n\r\nhello`],
    ['a folded line', `${ok}X-A: b\r\n c\r\n\r\n`],
    ['a bare LF in the head', `${ok}X-A: b\nContent-Length: 5\r\n\r\nhello`],
    ['a bare CR in the head', `${ok}X-A: b\rContent-Length: 5\r\n\r\nhello`],
    ['a NUL in a value', `${ok}X-A: b\0\r\n\r\n`],
    ['an empty name', `${ok}: b\r\n\r\n`],
    ['no status line', 'hello\r\n\r\n'],
    ['another protocol', 'HTTP/2.0 200 OK\r\n\r\n'],
    ['a protocol switch', 'HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\n\r\n'],
    ['a chunk size that is no number', `${ok}Transfer-Encoding: chunked\r\n\r\nz\r\n`],
    ['a chunk size with a sign', `${ok}Transfer-Encoding: chunked\r\n\r\n-1\r\n`],
    ['an overlong chunk size', `${ok}Transfer-Encoding: chunked\r\n\r\n1000000000000\r\n`],
    ['a chunk ended by LF alone', `${ok}Transfer-Encoding: chunked\r\n\r\n1\nx\r\n0\r\n\r\n`],
    ['a chunk longer than its size', `${ok}Transfer-Encoding: chunked\r\n\r\n1\r\nxx\r\n0\r\n\r\n`],
    ['an end inside a chunk', `${ok}Transfer-Encoding: chunked\r\n\r\n5\r\nhel`],
    ['an end before the last chunk', `${ok}Transfer-Encoding: chunked\r\n\r\n3\r\nhel\r\n`],
    ['an end before its length', `${ok}Content-Length: 5\r\n\r\nhel`],
    ['an end inside the head', `${ok}Content-Le`],
    ['a head beyond the limit', `${ok}X-A: ${'a'.repeat(1100)}\r\n\r\n`],
    ['a head without end', 'a'.repeat(1100)],
  ])('with %s is refused', (_, text) => {
    expect(read(text)).toBe('malformed');
  });

  it('is refused after too many interim responses', () => {
    expect(read(`${'HTTP/1.1 100 Continue\r\n\r\n'.repeat(9)}${ok}\r\n`)).toBe('malformed');
  });
});

describe('however the bytes arrive', () => {
  const bodies = fc.array(
    fc.string({ minLength: 1, maxLength: 40, unit: fc.constantFrom(...'ab\r\n0:;5') }),
    { maxLength: 6 },
  );

  it('the same response is read', () => {
    fc.assert(
      fc.property(bodies, fc.array(fc.nat(400), { maxLength: 12 }), fc.boolean(), (pieces, cuts, chunked) => {
        const body = pieces.join('');
        const text = chunked
          ? `${ok}Transfer-Encoding: chunked\r\n\r\n${pieces.map((p) => `${p.length.toString(16)}\r\n${p}\r\n`).join('')}0\r\n\r\n`
          : `${ok}Content-Length: ${body.length}\r\n\r\n${body}`;
        expect(read(text, cuts)).toEqual({ status: 200, body, surplus: 0, done: true });
      }),
    );
  });

  it('hostile bytes are refused or read alike', () => {
    const part = fc.constantFrom(
      'HTTP/1.1 200 OK\r\n',
      'HTTP/1.0 200\r\n',
      'Content-Length: 3\r\n',
      'Content-Length: 0\r\n',
      'Transfer-Encoding: chunked\r\n',
      'Connection: close\r\n',
      '\r\n',
      '\n',
      '\r',
      '3\r\n',
      'abc',
      '0\r\n',
      ' ',
      ':',
      '\0',
      'HTTP/1.1 100 Continue\r\n',
    );
    fc.assert(
      fc.property(
        fc.array(part, { maxLength: 14 }),
        fc.array(fc.nat(400), { maxLength: 12 }),
        (parts, cuts) => {
          const text = parts.join('');
          expect(read(text, cuts)).toEqual(read(text));
        },
      ),
      { numRuns: 2000 },
    );
  });
});
