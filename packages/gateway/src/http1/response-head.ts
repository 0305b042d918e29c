import { isFieldName, isFieldValue, withoutOuterBlanks } from './field-syntax.ts';
import { MalformedResponse } from './malformed-response.ts';

/** Status line and headers of a response, with what they say of where its body ends (RFC 9112 §6.3). */
export interface ResponseHead {
  readonly status: number;
  readonly reason: string;
  /** Name, value, name, value …; names as they came. */
  readonly rawHeaders: readonly string[];
  readonly framing: Framing;
  /** The connection may carry another request after this response. */
  readonly persistent: boolean;
}

export type Framing =
  | { readonly kind: 'none' }
  | { readonly kind: 'length'; readonly bytes: number }
  | { readonly kind: 'chunked' }
  | { readonly kind: 'until-close' };

interface FramingHeaders {
  contentLength: string | undefined;
  transferEncoding: string | undefined;
  connection: string;
}

const statusLine = /^HTTP\/1\.([01]) ([1-5]\d\d)(?: ([\t\x20-\x7e\x80-\xff]*))?$/;
const digits = /^\d{1,15}$/;

/**
 * Reads the head of a response to `method`. `text` is everything before the empty line, decoded as latin1.
 * @throws MalformedResponse where a second reading would be possible: obsolete folding, bare CR or LF, spaces
 *   before a colon, two lengths, a length beside a transfer coding, or any coding but a final `chunked`.
 */
export function readResponseHead(text: string, method: string): ResponseHead {
  let end = text.indexOf('\r\n');
  const { status, reason, isHttp11 } = readStatusLine(end === -1 ? text : text.slice(0, end));
  const rawHeaders: string[] = [];
  const found: FramingHeaders = { contentLength: undefined, transferEncoding: undefined, connection: '' };
  while (end !== -1) {
    const from = end + 2;
    end = text.indexOf('\r\n', from);
    readField(end === -1 ? text.slice(from) : text.slice(from, end), rawHeaders, found);
  }
  const framing = framingOf(status, method, isHttp11, found);
  const persistent = isHttp11 && framing.kind !== 'until-close' && !namesClose(found.connection);
  return { status, reason, rawHeaders, framing, persistent };
}

function readStatusLine(
  line: string,
): Pick<ResponseHead, 'status' | 'reason'> & { readonly isHttp11: boolean } {
  const start = statusLine.exec(line);
  if (start === null) throw new MalformedResponse('does not begin with an HTTP/1.1 status line');
  return { status: Number(start[2]), reason: start[3] ?? '', isHttp11: start[1] === '1' };
}

/** Adds one field line to `rawHeaders`, and to `found` when it bears on the framing. */
function readField(line: string, rawHeaders: string[], found: FramingHeaders): void {
  const { name, value } = readFieldLine(line);
  rawHeaders.push(name, value);
  switch (name.length) {
    case 10:
      if (name.toLowerCase() === 'connection') found.connection += `,${value.toLowerCase()}`;
      return;
    case 14:
      if (name.toLowerCase() !== 'content-length') return;
      if (found.contentLength !== undefined) throw new MalformedResponse('has two Content-Length headers');
      found.contentLength = value;
      return;
    case 17:
      if (name.toLowerCase() !== 'transfer-encoding') return;
      if (found.transferEncoding !== undefined)
        throw new MalformedResponse('has two Transfer-Encoding headers');
      found.transferEncoding = value;
  }
}

/** One field line, of a head or behind a body. @throws MalformedResponse */
export function readFieldLine(line: string): { readonly name: string; readonly value: string } {
  const colon = line.indexOf(':');
  const name = line.slice(0, Math.max(colon, 0));
  if (!isFieldName(name)) throw new MalformedResponse('has a header line without a proper name');
  const value = withoutOuterBlanks(line, colon + 1, line.length);
  if (!isFieldValue(value)) throw new MalformedResponse('has a control character in a header');
  return { name, value };
}

function framingOf(status: number, method: string, isHttp11: boolean, found: FramingHeaders): Framing {
  const { contentLength, transferEncoding } = found;
  if (contentLength !== undefined && !digits.test(contentLength)) {
    throw new MalformedResponse('has a Content-Length that is not a number of bytes');
  }
  if (transferEncoding !== undefined) {
    if (contentLength !== undefined) throw new MalformedResponse('has a length and a transfer coding');
    if (!isHttp11) throw new MalformedResponse('has a transfer coding under HTTP/1.0');
    if (transferEncoding.toLowerCase() !== 'chunked')
      throw new MalformedResponse('has an unknown transfer coding');
  }
  if (method === 'HEAD' || status < 200 || status === 204 || status === 304) return { kind: 'none' };
  if (transferEncoding !== undefined) return { kind: 'chunked' };
  if (contentLength === undefined) return { kind: 'until-close' };
  const bytes = Number(contentLength);
  return bytes === 0 ? { kind: 'none' } : { kind: 'length', bytes };
}

function namesClose(connection: string): boolean {
  return connection !== '' && connection.split(',').some((option) => option.trim() === 'close');
}
