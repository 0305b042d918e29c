import type { IncomingMessage } from 'node:http';
import { type LocalServer, openLocalServer } from './local-server.ts';
import type { Header } from './sample.ts';

/** A request as it came to the upstream. */
export interface Arrival {
  readonly method: string;
  readonly target: string;
  readonly headers: readonly Header[];
}

/** Stands where the upstreams of a configuration stood, on this machine alone, and keeps what comes through to it. */
export class Probe {
  readonly url: string;
  readonly #server: LocalServer;
  readonly #arrivals: Arrival[];

  private constructor(server: LocalServer, arrivals: Arrival[]) {
    this.#server = server;
    this.#arrivals = arrivals;
    this.url = server.url;
  }

  static async open(): Promise<Probe> {
    const arrivals: Arrival[] = [];
    const server = await openLocalServer((request, response) => {
      arrivals.push(arrivalOf(request));
      request.resume();
      response.writeHead(204).end();
    });
    return new Probe(server, arrivals);
  }

  /** What came since this was asked last. */
  take(): readonly Arrival[] {
    return this.#arrivals.splice(0);
  }

  close(): Promise<void> {
    return this.#server.close();
  }
}

function arrivalOf({ method = '', url = '', rawHeaders }: IncomingMessage): Arrival {
  const headers: Header[] = [];
  for (let at = 0; at + 1 < rawHeaders.length; at += 2)
    headers.push([rawHeaders[at] ?? '', rawHeaders[at + 1] ?? '']);
  return { method, target: url, headers };
}
