import { checkRequest, type UpstreamRequest } from '../http1/request-head.ts';
import type { Framing, ResponseHead } from '../http1/response-head.ts';

/**
 * The head of a request as fields of HTTP/2, pseudo-fields first.
 * @throws TypeError when a part could be read as something else: this would be a bug in the caller, and fails closed.
 */
export function requestFields(request: UpstreamRequest, scheme: string): string[] {
  checkRequest(request);
  const { method, target, host, headers, body } = request;
  const fields = [':method', method, ':scheme', scheme, ':authority', host, ':path', target];
  for (let index = 0; index < headers.length; index += 2) {
    fields.push((headers[index] ?? '').toLowerCase(), headers[index + 1] ?? '');
  }
  if (body.kind === 'length') fields.push('content-length', String(body.bytes));
  // Trailers are passed on; servers of gRPC take nobody who does not say so.
  fields.push('te', 'trailers');
  return fields;
}

/**
 * The head of an answer in the terms of HTTP/1.1.
 * @param fields name, value, name, value …; pseudo-fields among them
 * @param isWhole nothing comes behind it
 */
export function responseHead(fields: readonly string[], method: string, isWhole: boolean): ResponseHead {
  const rawHeaders: string[] = [];
  let status = 0;
  let length: number | undefined;
  for (let index = 0; index < fields.length; index += 2) {
    const name = fields[index] ?? '';
    const value = fields[index + 1] ?? '';
    if (name === ':status') status = Number(value);
    if (name.startsWith(':')) continue;
    if (name === 'content-length') length = Number(value);
    rawHeaders.push(name, value);
  }
  return { status, reason: '', rawHeaders, framing: framingOf(method, length, isWhole), persistent: true };
}

function framingOf(method: string, length: number | undefined, isWhole: boolean): Framing {
  if (isWhole || method === 'HEAD' || length === 0) return { kind: 'none' };
  return length === undefined ? { kind: 'chunked' } : { kind: 'length', bytes: length };
}
