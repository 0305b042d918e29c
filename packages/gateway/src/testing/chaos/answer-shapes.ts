/** An upstream's answer as it stands on the wire. */
export interface AnswerShape {
  readonly name: string;
  /** Ends with the connection: what was broken off cannot be told from what is whole (RFC 9112 §8). */
  readonly untilClose?: boolean;
  readonly write: (body: string) => string;
}

const ok = 'HTTP/1.1 200 OK\r\n';
const sized = (body: string): string => `Content-Length: ${body.length}\r\n\r\n${body}`;

export const answerShapes: readonly AnswerShape[] = [
  { name: 'a length', write: (body) => `${ok}X-A: b\r\n${sized(body)}` },
  {
    name: 'chunks',
    write: (body) =>
      `${ok}Transfer-Encoding: chunked\r\n\r\n3;x=y\r\n${body.slice(0, 3)}\r\n${(body.length - 3).toString(16)}\r\n${body.slice(3)}\r\n0\r\nT: x\r\n\r\n`,
  },
  { name: 'no length', untilClose: true, write: (body) => `${ok}X-A: b\r\n\r\n${body}` },
  {
    name: 'interim answers',
    write: (body) =>
      `HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\nHTTP/1.1 100 Continue\r\n\r\n${ok}${sized(body)}`,
  },
  { name: 'Connection: close', write: (body) => `${ok}Connection: close\r\n${sized(body)}` },
  { name: 'HTTP/1.0', write: (body) => `HTTP/1.0 200 OK\r\n${sized(body)}` },
];
