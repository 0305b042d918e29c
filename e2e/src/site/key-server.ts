import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What is answered at a path. */
export interface KeyAnswer {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  /** Never answers. */
  readonly hangs?: true;
}

/** A server of another origin that publishes keys, and remembers who asked. */
export interface KeyServer {
  readonly url: string;
  /** The path and headers of each request, in order. */
  readonly asked: { readonly path: string; readonly headers: IncomingHttpHeaders }[];
  readonly close: () => Promise<void>;
}

/** Lets pages of every origin read an answer. */
export const openToPages: Readonly<Record<string, string>> = { 'access-control-allow-origin': '*' };

/** Starts one on a free port; `answers` by path, and may name the server's own address. */
export async function serveKeys(
  answers: (url: string) => Readonly<Record<string, KeyAnswer>>,
): Promise<KeyServer> {
  const asked: { readonly path: string; readonly headers: IncomingHttpHeaders }[] = [];
  let url = '';
  const server = createServer(({ url: path = '/', headers }, response) => {
    asked.push({ path, headers });
    const answer = answers(url)[path] ?? { status: 404, headers: openToPages };
    if (answer.hangs) return;
    response.writeHead(answer.status ?? 200, answer.headers).end(answer.body ?? '');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url,
    asked,
    close: () =>
      new Promise((resolve, reject) => {
        server.close((error) => (error ? reject(error) : resolve()));
        server.closeAllConnections();
      }),
  };
}
