/** Requests as they stand on the wire, each named by a tag that comes back in its answer. */
export type RequestShape = (tag: string) => string;

const head = (method: string, path: string, tag: string, fields = ''): string =>
  `${method} ${path} HTTP/1.1\r\nHost: a\r\nX-Tag: ${tag}\r\n${fields}\r\n`;

const get = (path: string, tag: string): string => head('GET', path, tag);
const sized = (path: string, tag: string): string =>
  `${head('POST', path, tag, 'Content-Length: 10\r\n')}0123456789`;
const chunked = (path: string, tag: string): string =>
  `${head('POST', path, tag, 'Transfer-Encoding: chunked\r\n')}5\r\n01234\r\n5;x=y\r\n56789\r\n0\r\n\r\n`;

export const requestShapes: readonly RequestShape[] = [
  (tag) => get('/open/x', tag),
  (tag) => sized('/open/x', tag),
  (tag) => chunked('/open/x', tag),
  (tag) => get('/open/slow', tag) + sized('/open/x', tag),
  (tag) => get('/open/slow', tag) + chunked('/open/early', tag),
  (tag) => sized('/open/early', tag) + get('/open/slow', tag),
  (tag) => `${get('/open/slow', tag)}CONNECT a:1 HTTP/1.1\r\nHost: a\r\n\r\nSSH-2.0`,
  (tag) => `${head('POST', '/open/x', tag, 'Expect: 100-continue\r\nContent-Length: 2\r\n')}ab`,
  (tag) =>
    get('/open/slow', tag) + head('GET', '/open/x', tag, 'Connection: Upgrade\r\nUpgrade: websocket\r\n'),
  (tag) => get('/open/slow', tag) + head('GET', '/demo/x', tag, 'Authorization: Bearer e30.e30.\r\n'),
];
