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
  "frame-src 'self'",
].join('; ');

/** The one document that may ask other servers, when its reader presses its button; it has no origin. */
const isolatedFramePolicy: string = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  'connect-src https: http://localhost:* http://127.0.0.1:*',
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'self'",
  'sandbox allow-scripts',
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

/** How the host is set up. */
export interface SiteOptions {
  /** The path under which the folder stands. */
  readonly below?: string;
  /** The policy of every file; otherwise the strict one, and that of the isolated document for its own. */
  readonly policy?: string;
}

/** Serves a built folder on a free port of the loopback, as any static host would. */
export async function serveFolder(folder: string, { below = '/', policy }: SiteOptions = {}): Promise<Site> {
  const requests: string[] = [];
  const policyOf = (path: string): string =>
    policy ?? (path.startsWith('/fetch-keys/') ? isolatedFramePolicy : strictPolicy);
  const server = createServer((request, response) => {
    const address = request.url ?? '/';
    requests.push(address);
    answer(
      folder,
      address.startsWith(below) ? `/${address.slice(below.length)}` : '/nowhere',
      policyOf,
      response,
    ).catch(() => response.writeHead(404).end());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}${below}`, requests, close: () => closed(server) };
}

async function answer(
  folder: string,
  address: string,
  policyOf: (path: string) => string,
  response: ServerResponse,
): Promise<void> {
  const { pathname } = new URL(address, 'http://site.invalid');
  const file = normalize(join(folder, pathname.endsWith('/') ? `${pathname}index.html` : pathname));
  if (!file.startsWith(folder + sep)) throw new Error('The path leaves the folder.');
  const body = await readFile(file);
  response.writeHead(200, {
    'content-type': types[extname(file)] ?? 'application/octet-stream',
    'content-security-policy': policyOf(pathname),
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
