import { once } from 'node:events';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

/** Somebody else on this machine who listens on [::1], where `localhost` leads too. */
export interface Stranger {
  readonly port: number;
  /** What came, as text: request line, headers and body. */
  readonly seen: readonly string[];
  close(): Promise<void>;
}

/**
 * Listens and answers, with `answer` or with 404.
 * @throws the system's error, with `EADDRINUSE` where the port is held already
 */
export async function openStranger(port: number, answer: RequestListener = nothing): Promise<Stranger> {
  const seen: string[] = [];
  const server = createServer((request, response) => {
    void text(request).then((body) => {
      seen.push([`${request.method} ${request.url}`, ...request.rawHeaders, body].join('\n'));
      answer(request, response);
    });
  });
  server.listen({ host: '::1', port });
  await once(server, 'listening');
  return {
    port: (server.address() as AddressInfo).port,
    seen,
    async close() {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
}

const nothing: RequestListener = (_request, response) => void response.writeHead(404).end();
