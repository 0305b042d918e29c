import { readFile } from 'node:fs/promises';
import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize, sep } from 'node:path';

export interface Site {
  readonly url: string;
  /** Every path that was asked for, in order. */
  readonly requests: readonly string[];
  readonly close: () => Promise<void>;
}

/**
 * The strictest policy the debugger runs under: no inline script and no inline style. The server's own
 * policy may be wider for other pages; the debugger must not come to need that.
 */
export const strictPolicy: string = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
  "manifest-src 'self'",
  "worker-src 'self'",
].join('; ');

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
  '.json': 'application/json',
  '.png': 'image/png',
  '.webmanifest': 'application/manifest+json',
};

/**
 * Serves a built folder on a free port of the loopback, as any static host would.
 * @param below the path under which the folder stands
 */
export async function serveFolder(folder: string, below = '/'): Promise<Site> {
  const requests: string[] = [];
  const server = createServer((request, response) => {
    const address = request.url ?? '/';
    requests.push(address);
    answer(
      folder,
      address.startsWith(below) ? `/${address.slice(below.length)}` : '/nowhere',
      response,
    ).catch(() => response.writeHead(404).end());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}${below}`, requests, close: () => closed(server) };
}

async function answer(folder: string, address: string, response: ServerResponse): Promise<void> {
  const { pathname } = new URL(address, 'http://site.invalid');
  const file = normalize(join(folder, pathname.endsWith('/') ? `${pathname}index.html` : pathname));
  if (!file.startsWith(folder + sep)) throw new Error('The path leaves the folder.');
  const body = await readFile(file);
  response.writeHead(200, {
    'content-type': types[extname(file)] ?? 'application/octet-stream',
    'content-security-policy': strictPolicy,
    'x-content-type-options': 'nosniff',
  });
  response.end(body);
}

function closed(server: Server): Promise<void> {
  return new Promise((resolve, reject) => {
    server.close((error) => (error ? reject(error) : resolve()));
    server.closeAllConnections();
  });
}
