import { readFileSync } from 'node:fs';
import { type IncomingMessage, type RequestOptions, request } from 'node:http';
import { request as requestOverTls } from 'node:https';
import { isIP } from 'node:net';
import { type ConnectionOptions, checkServerIdentity } from 'node:tls';
import type { Way } from './way.ts';

/** The part of `RequestInit` that commands use. */
export type Message = Pick<RequestInit, 'method' | 'headers' | 'body'>;

/** Sends a request the way it is told. Redirects are not followed: a token must not travel on. */
export function sendBy(way: Way, url: URL, message: Message, signal: AbortSignal): Promise<Response> {
  return way.kind === 'as-written'
    ? fetch(url, { ...message, redirect: 'manual', signal })
    : sendTo(way, url, message, signal);
}

/** Like `fetch` without its look-up of the name: the request is called by the URL, and goes where it is told. */
async function sendTo(
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
  const sent =
    way.kind === 'secure-address'
      ? requestOverTls({ ...options, ...trustIn(way) }, resolve)
      : request(options, resolve);
  sent.on('error', reject).end(bytes);
  return toResponse(await promise, url);
}

/** The certificate speaks for the issuer, though the connection goes to an address in figures. */
function trustIn({ certificate, issuerHost }: Extract<Way, { kind: 'secure-address' }>): ConnectionOptions {
  return {
    ca: readFileSync(certificate),
    allowPartialTrustChain: true,
    servername: isIP(issuerHost) === 0 ? issuerHost : '',
    checkServerIdentity: (_host, shown) => checkServerIdentity(issuerHost, shown),
  };
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

/** Why nothing came of it: `timeout`, the system's code, or undefined. It stands on the error or on its cause. */
export function reasonOfFailure(error: unknown): string | undefined {
  const both = error instanceof Error ? [error, error.cause] : [];
  const causes = both.filter((each) => each instanceof Error);
  if (causes.some(({ name }) => name === 'TimeoutError')) return 'timeout';
  const coded = causes.find((each) => 'code' in each);
  return coded !== undefined && 'code' in coded ? String(coded.code) : undefined;
}
