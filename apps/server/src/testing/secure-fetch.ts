import type { IncomingMessage } from 'node:http';
import { request } from 'node:https';
import { buffer } from 'node:stream/consumers';
import type { ConnectionOptions } from 'node:tls';

/** Like `fetch`, over TLS as told: with an authority that nobody else trusts, or an old version. */
export function secureFetch(tls: ConnectionOptions) {
  return async (url: URL | string, init: RequestInit = {}): Promise<Response> => {
    const { promise, resolve, reject } = Promise.withResolvers<IncomingMessage>();
    const headers = Object.fromEntries(new Headers(init.headers));
    const method = init.method ?? 'GET';
    const body = init.body == null ? undefined : Buffer.from(await new Response(init.body).arrayBuffer());
    request(url, { ...tls, method, headers, agent: false }, resolve)
      .on('error', reject)
      .end(body);
    const message = await promise;
    const received = Object.entries(message.headersDistinct).flatMap(([name, values = []]) =>
      values.map((value): [string, string] => [name, value]),
    );
    const content = await buffer(message);
    return new Response(content.length === 0 ? null : content, {
      status: message.statusCode ?? 0,
      headers: received,
    });
  };
}
