import { type Sample, writeRequest } from '../sample.ts';
import type { CrookedRequest } from './crooked-request.ts';

const otherHost = 'other.example';

/** Requests of which two servers could disagree where they end, or whom they are for. */
const ways: readonly (readonly [id: string, sent: string, write: (sample: Sample) => string])[] = [
  ['two-hosts', 'two Host headers', (sample) => writeRequest(sample, { lines: `Host: ${otherHost}\r\n` })],
  [
    'absolute-target',
    'an absolute target that names another host',
    (sample) => writeRequest(sample, { target: `http://${otherHost}${sample.path}${sample.query}` }),
  ],
  [
    'length-and-coding',
    'Content-Length beside Transfer-Encoding, with a second request behind',
    (sample) =>
      withBody(sample, 'Content-Length: 5\r\nTransfer-Encoding: chunked\r\n', `0\r\n\r\n${behind(sample)}`),
  ],
  [
    'two-lengths',
    'two Content-Lengths that differ, with a second request behind',
    (sample) => withBody(sample, 'Content-Length: 0\r\nContent-Length: 5\r\n', `hello${behind(sample)}`),
  ],
  [
    'two-codings',
    'two Transfer-Encodings',
    (sample) =>
      withBody(sample, 'Transfer-Encoding: chunked\r\nTransfer-Encoding: identity\r\n', '0\r\n\r\n'),
  ],
  [
    'unknown-coding',
    'a Transfer-Encoding that is only nearly `chunked`',
    (sample) => withBody(sample, 'Transfer-Encoding: xchunked\r\n', '0\r\n\r\n'),
  ],
  [
    'space-before-colon',
    'a space before the colon of Content-Length',
    (sample) => withBody(sample, 'Content-Length : 5\r\n', 'hello'),
  ],
  [
    'folded',
    'a header that goes on in a second line',
    (sample) => writeRequest(sample, { lines: 'X-Doctor: 1\r\n X-Doctor-Folded: 2\r\n' }),
  ],
  [
    'bare-line-feed',
    'lines that end with a line feed alone',
    (sample) => writeRequest(sample).replaceAll('\r\n', '\n'),
  ],
  ['trace', 'the method TRACE', (sample) => writeRequest({ ...sample, method: 'TRACE' })],
  [
    'control-character',
    'a zero byte in a header',
    (sample) => writeRequest(sample, { lines: 'X-Doctor: a\u0000b\r\n' }),
  ],
];

export const crookedFraming: readonly CrookedRequest[] = ways.map(([id, sent, write]) => ({
  id: `framing:${id}`,
  sent,
  wanted: 'refused',
  write,
}));

function withBody(sample: Sample, lines: string, body: string): string {
  return writeRequest(sample, { lines, body });
}

/** What a server takes for the next request that reads the body in the other way. */
function behind(sample: Sample): string {
  return writeRequest({ ...sample, headers: [['X-Doctor', 'behind'], ...sample.headers] });
}
