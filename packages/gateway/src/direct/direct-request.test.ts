import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import { type AddressInfo, connect, type Socket } from 'node:net';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type DirectRequest, readDirectRequest } from './direct-request.ts';

const most = 16 * 1024;
const read = (text: string) => readDirectRequest(text, most);

describe('readDirectRequest', () => {
  it('reads a head with all that belongs to it, and no further', () => {
    const head =
      'POST /a/b?c=d HTTP/1.1\r\nHost: a:80\r\nx-Y:  \tz \t\r\nContent-Length: 3\r\nEmpty:\r\n\r\n';
    expect(read(`${head}bodyGET /`)).toEqual({
      method: 'POST',
      target: '/a/b?c=d',
      rawHeaders: ['Host', 'a:80', 'x-Y', 'z', 'Content-Length', '3', 'Empty', ''],
      bodyBytes: 3,
      headBytes: head.length,
      last: false,
    } satisfies DirectRequest);
  });

  it.each([
    ['keep-alive', false],
    ['Keep-Alive', false],
    ['close', true],
    ['CLOSE', true],
  ])('knows from `Connection: %s` whether another may follow', (value, last) => {
    expect(read(`GET / HTTP/1.1\r\nConnection: ${value}\r\n\r\n`)?.last).toBe(last);
  });

  it.each([
    ['no end', 'GET / HTTP/1.1\r\nHost: a\r\n'],
    ['half an end', 'GET / HTTP/1.1\r\nHost: a\r\n\r'],
    ['nothing', ''],
    ['an empty line first', '\r\nGET / HTTP/1.1\r\nHost: a\r\n\r\n'],
    ['HTTP/1.0', 'GET / HTTP/1.0\r\nHost: a\r\n\r\n'],
    ['another version', 'GET / HTTP/2.0\r\nHost: a\r\n\r\n'],
    ['a version in lower case', 'GET / http/1.1\r\nHost: a\r\n\r\n'],
    ['an unusual method', 'PROPFIND / HTTP/1.1\r\nHost: a\r\n\r\n'],
    ['CONNECT', 'CONNECT a:1 HTTP/1.1\r\nHost: a\r\n\r\n'],
    ['TRACE', 'TRACE / HTTP/1.1\r\nHost: a\r\n\r\n'],
    ['a method in lower case', 'get / HTTP/1.1\r\nHost: a\r\n\r\n'],
    ['absolute form', 'GET http://a/ HTTP/1.1\r\nHost: a\r\n\r\n'],
    ['asterisk form', 'OPTIONS * HTTP/1.1\r\nHost: a\r\n\r\n'],
    ['two spaces', 'GET  / HTTP/1.1\r\nHost: a\r\n\r\n'],
    ['a space behind the version', 'GET / HTTP/1.1 \r\nHost: a\r\n\r\n'],
    ['a control character in the target', 'GET /\u0001 HTTP/1.1\r\nHost: a\r\n\r\n'],
    ['a byte beyond ASCII in the target', 'GET /\u00e9 HTTP/1.1\r\nHost: a\r\n\r\n'],
    ['bare LF behind the request line', 'GET / HTTP/1.1\nHost: a\r\n\r\n'],
    ['bare LF behind a field', 'GET / HTTP/1.1\r\nHost: a\nX: b\r\n\r\n'],
    ['bare LF at the end', 'GET / HTTP/1.1\r\nHost: a\r\n\n'],
    ['bare CR', 'GET / HTTP/1.1\r\nHost: a\rX: b\r\n\r\n'],
    ['NUL', 'GET / HTTP/1.1\r\nHost: a\u0000\r\n\r\n'],
    ['a folded line', 'GET / HTTP/1.1\r\nHost: a\r\nX: b\r\n c\r\n\r\n'],
    ['a space before the first field', 'GET / HTTP/1.1\r\n Host: a\r\n\r\n'],
    ['a space before a colon', 'GET / HTTP/1.1\r\nHost : a\r\n\r\n'],
    ['no colon', 'GET / HTTP/1.1\r\nHost\r\n\r\n'],
    ['no colon before another line', 'GET / HTTP/1.1\r\nHost\r\nX: b\r\n\r\n'],
    ['no name', 'GET / HTTP/1.1\r\n: a\r\n\r\n'],
    ['a name with a byte beyond ASCII', 'GET / HTTP/1.1\r\nH\u00f6st: a\r\n\r\n'],
    ['two lengths', 'POST / HTTP/1.1\r\nContent-Length: 1\r\ncontent-length: 1\r\n\r\na'],
    ['two lengths in one', 'POST / HTTP/1.1\r\nContent-Length: 1, 1\r\n\r\na'],
    ['a signed length', 'POST / HTTP/1.1\r\nContent-Length: +1\r\n\r\na'],
    ['a length in hexadecimals', 'POST / HTTP/1.1\r\nContent-Length: 0x1\r\n\r\na'],
    ['a length beyond numbers', 'POST / HTTP/1.1\r\nContent-Length: 9999999999999999\r\n\r\na'],
    ['no length', 'POST / HTTP/1.1\r\nContent-Length:\r\n\r\n'],
    ['chunks', 'POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n'],
    ['any coding', 'POST / HTTP/1.1\r\nTRANSFER-ENCODING: x\r\nContent-Length: 1\r\n\r\na'],
    ['an expectation', 'POST / HTTP/1.1\r\nExpect: 100-continue\r\n\r\n'],
    ['another protocol', 'GET / HTTP/1.1\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\r\n'],
    ['a list of options', 'GET / HTTP/1.1\r\nConnection: keep-alive, x-user\r\n\r\n'],
    ['two options', 'GET / HTTP/1.1\r\nConnection: close\r\nConnection: keep-alive\r\n\r\n'],
    ["a proxy's connection", 'GET / HTTP/1.1\r\nProxy-Connection: close\r\n\r\n'],
    ['more bytes than are allowed', `GET / HTTP/1.1\r\nX: ${'a'.repeat(most)}\r\n\r\n`],
  ])('leaves to others: %s', (_what, text) => {
    expect(read(text)).toBeUndefined();
  });
});

describe('what is read', () => {
  const heard: { method: string; target: string; rawHeaders: string[]; body: string }[] = [];
  const failed: string[] = [];
  let server: Server;
  beforeAll(async () => {
    server = createServer({ maxHeaderSize: most, requireHostHeader: false }, (request, response) => {
      void hear(request).then(() => response.end());
    });
    server.maxHeadersCount = 0;
    server.on('clientError', ({ message }: Error, socket: Socket) => {
      failed.push(message);
      socket.destroy();
    });
    await once(server.listen(0, '127.0.0.1'), 'listening');
  });
  afterAll(() => server.close());

  async function hear(request: IncomingMessage): Promise<void> {
    const pieces: Buffer[] = [];
    for await (const piece of request) pieces.push(piece);
    const { method = '', url = '', rawHeaders } = request;
    heard.push({ method, target: url, rawHeaders, body: Buffer.concat(pieces).toString('latin1') });
  }

  /** What `node:http` makes of it; nothing where it refuses it. */
  async function readByNode(text: string): Promise<(typeof heard)[number] | undefined> {
    heard.length = 0;
    const client = connect((server.address() as AddressInfo).port, '127.0.0.1');
    client.on('data', () => client.end());
    client.end(text, 'latin1');
    await once(client.resume(), 'close');
    return heard[0];
  }

  const name = fc.constantFrom(
    'Host',
    'X-A',
    'content-length',
    'Connection',
    'Cookie',
    'x y',
    '',
    'É',
    'Upgrade',
    'Expect',
  );
  const character = fc.constantFrom(
    'a',
    '1',
    ' ',
    '\t',
    '\r',
    '\n',
    '\u0000',
    '\u007f',
    '\u00ff',
    ':',
    ',',
    'é',
    '"',
  );
  const value = fc.oneof(
    fc.constantFrom('a', '0', '3', 'keep-alive', 'close', ' x ', '\ty\t', '', 'a b'),
    fc.string({ unit: character, maxLength: 6 }),
  );
  const between = fc.constantFrom(': ', ':', ' :', ':\t ', '\r\n ', ';');
  const field = fc.tuple(name, between, value).map((parts) => parts.join(''));
  const plainField = fc
    .tuple(
      fc.constantFrom('Host', 'X-A', 'Cookie', 'Accept'),
      fc.constantFrom('a', ' b\t', 'c d', '\u00e9', ''),
    )
    .map(([of, is]) => `${of}:${is}`);
  const start = fc.constantFrom(
    'GET / HTTP/1.1',
    'POST /a?b HTTP/1.1',
    'DELETE //x/../%2e HTTP/1.1',
    'GET /\t HTTP/1.1',
    'GET / HTTP/1.0',
    'HEAD /"<> HTTP/1.1',
  );
  const end = fc.constantFrom('\r\n', '\r\n', '\r\n', '\n', '\r');
  const message = fc
    .tuple(
      start,
      fc.array(fc.tuple(end, fc.oneof(field, plainField)), { maxLength: 4 }),
      end,
      fc.constantFrom('\r\n', '\n'),
    )
    .map(([first, fields, last, empty]) => `${first}${fields.flat().join('')}${last}${empty}abc`);

  it('is what `node:http` reads, of whatever comes', async () => {
    let plain = 0;
    await fc.assert(
      fc.asyncProperty(message, async (text) => {
        const direct = read(text);
        if (direct === undefined || direct.headBytes + direct.bodyBytes > text.length) return;
        plain += 1;
        const whole = text.slice(0, direct.headBytes + direct.bodyBytes);
        const { method, target, rawHeaders } = direct;
        const body = whole.slice(direct.headBytes);
        expect(await readByNode(whole)).toEqual({ method, target, rawHeaders, body });
      }),
      { numRuns: 2000, seed: 7519 },
    );
    expect(plain).toBeGreaterThan(100);
    expect(failed).toEqual([]);
  });
});
