import { once } from 'node:events';
import { createServer, type RequestListener } from 'node:http';
import { networkInterfaces } from 'node:os';
import { text } from 'node:stream/consumers';
import { describe } from 'vitest';
import { portOf } from '../startup/reserve-port.ts';

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
    port: portOf(server),
    seen,
    async close() {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
}

const nothing: RequestListener = (_request, response) => void response.writeHead(404).end();

/** On a machine without IPv6 there is no such stranger: the tests are left out, and say so; with CI set that fails. */
export function describeWithStranger(name: string, tests: () => void): void {
  const present = Object.values(networkInterfaces()).some((each) =>
    each?.some(({ address }) => address === '::1'),
  );
  if (!present) reportMissing(name);
  describe.skipIf(!present)(name, tests);
}

function reportMissing(name: string): void {
  const message = `LEFT OUT: "${name}" needs the address ::1, which this machine has not.`;
  if (process.env['CI'] !== undefined) throw new Error(message);
  process.stderr.write(`\n${message}\n`);
}
