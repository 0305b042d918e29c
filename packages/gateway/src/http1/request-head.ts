import type { Readable } from 'node:stream';
import { isFieldValue, isToken } from './field-syntax.ts';
import { remembered } from './remembered.ts';

/** A request as it goes to an upstream. */
export interface UpstreamRequest {
  readonly method: string;
  /** Path and query, already canonical. */
  readonly target: string;
  /** Value of the `Host` header. */
  readonly host: string;
  /** Name, value, name, value …, without `Host`, `Connection`, `Content-Length` and `Transfer-Encoding`. */
  readonly headers: readonly string[];
  readonly body: RequestBody;
  /** It asks to go on as a WebSocket. */
  readonly opensSocket?: boolean;
}

export type RequestBody =
  | { readonly kind: 'none' }
  /** `bytes` is what the client announced; the stream delivers exactly as many or fails. */
  | { readonly kind: 'length'; readonly bytes: number; readonly stream: Readable }
  | {
      readonly kind: 'chunked';
      readonly stream: Readable;
      /** The fields behind it, asked for once it has ended: name, value, name, value … */
      readonly trailers?: () => readonly string[];
    };

const forbiddenInTarget = /[^\x21-\x7e]/;
const ours = new Set([
  'host',
  'connection',
  'content-length',
  'transfer-encoding',
  'keep-alive',
  'upgrade',
  'te',
  'trailer',
]);
const bodiless = new Set(['GET', 'HEAD', 'OPTIONS', 'TRACE', 'DELETE']);

/** @throws TypeError when a part could be read as something else: this would be a bug in the caller, and fails closed. */
export function checkRequest({ method, target, host, headers }: UpstreamRequest): void {
  checkStart({ method, target, host });
  writeFields(headers);
}

function checkStart({ method, target, host }: Pick<UpstreamRequest, 'method' | 'target' | 'host'>): void {
  if (!isToken(method)) throw new TypeError('The method is no token');
  if (forbiddenInTarget.test(target) || !target.startsWith('/'))
    throw new TypeError('The target is not a path');
  if (!isFieldValue(host)) throw new TypeError('The host has a forbidden character');
}

/**
 * The head of a request as it is written to the wire (latin1), framing included.
 * @throws TypeError when a part could be read as something else: this would be a bug in the caller, and fails closed.
 */
export function writeRequestHead(request: UpstreamRequest): string {
  const { method, target, headers, body } = request;
  checkStart(request);
  let text = `${method} ${target} HTTP/1.1\r\nhost: ${request.host}\r\n${writeFields(headers)}`;
  if (request.opensSocket === true) text += 'connection: Upgrade\r\nupgrade: websocket\r\n';
  if (body.kind === 'length') text += `content-length: ${body.bytes}\r\n`;
  if (body.kind === 'chunked') text += 'transfer-encoding: chunked\r\n';
  if (body.kind === 'none' && !bodiless.has(method)) text += 'content-length: 0\r\n';
  return `${text}\r\n`;
}

const mayBeWritten = remembered((name) => isToken(name) && !ours.has(name.toLowerCase()));

/**
 * Fields as lines, of a head or behind a body.
 * @throws TypeError for a name or value that could be read as something else.
 */
export function writeFields(fields: readonly string[]): string {
  let text = '';
  for (let index = 0; index < fields.length; index += 2) {
    const name = fields[index] as string;
    const value = fields[index + 1] as string;
    if (!mayBeWritten(name)) throw new TypeError(`The header name ${name} is not allowed here`);
    if (!isFieldValue(value)) throw new TypeError(`The header ${name} has a forbidden character`);
    text += `${name}: ${value}\r\n`;
  }
  return text;
}
