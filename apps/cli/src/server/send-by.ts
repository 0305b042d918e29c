import { type IncomingMessage, type RequestOptions, request } from 'node:http';
import type { Way } from './way.ts';

/** The part of `RequestInit` that commands use. */
export type Message = Pick<RequestInit, 'method' | 'headers' | 'body'>;

/**
 * Like `fetch` without its look-up of the name: connects the way it is told, and calls itself what the URL says.
 * Follows no redirect.
 */
export async function sendBy(
  way: Exclude<Way, { kind: 'as-written' }>,
  url: URL,
  { method = 'GET', headers, body }: Message,
  signal: AbortSignal,
): Promise<Response> {
  const bytes = body == null ? undefined : Buffer.from(await new Response(body).arrayBuffer());
  const { promise, resolve, reject } = Promise.withResolvers<IncomingMessage>();
  const options: RequestOptions = {
    ...(way.kind === 'socket' ? { socketPath: way.path } : { host: way.host, port: way.port }),
    method,
    path: `${url.pathname}${url.search}`,
    headers: { host: url.host, accept: '*/*', ...Object.fromEntries(new Headers(headers)) },
    agent: false,
    signal,
  };
  request(options, resolve).on('error', reject).end(bytes);
  return toResponse(await promise, url);
}

/** These have no body (RFC 9110 §15.3.5, §15.3.6, §15.4.5). */
const withoutBody = new Set([204, 205, 304]);

async function toResponse(message: IncomingMessage, url: URL): Promise<Response> {
  const { statusCode: status = 0, statusMessage: statusText = '', rawHeaders } = message;
  const body = Buffer.concat(await message.toArray());
  const headers = new Headers();
  for (let at = 0; at + 1 < rawHeaders.length; at += 2)
    headers.append(rawHeaders[at] ?? '', rawHeaders[at + 1] ?? '');
  const response = new Response(withoutBody.has(status) ? null : body, { status, statusText, headers });
  Object.defineProperty(response, 'url', { value: url.href });
  return response;
}
