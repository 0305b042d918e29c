import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize, sep } from 'node:path';
import { type CompressedSize, compressedSize } from './page-size.ts';

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
  '.json': 'application/json',
};

/** The built page on a free port of the loopback. Counts what was asked for. */
export class StaticSite implements AsyncDisposable {
  /** What was asked for, by path. */
  readonly served: Map<string, CompressedSize> = new Map();
  readonly #server = createServer((request, response) => {
    this.#answer(request.url ?? '/').then(
      ({ body, type }) => response.writeHead(200, { 'content-type': type }).end(body),
      () => response.writeHead(404).end(),
    );
  });
  readonly #folder: string;
  readonly #added = new Map<string, string>();

  private constructor(folder: string) {
    this.#folder = folder;
  }

  static async start(folder: string): Promise<StaticSite> {
    const site = new StaticSite(folder);
    await new Promise<void>((resolve) => site.#server.listen(0, '127.0.0.1', resolve));
    return site;
  }

  get url(): string {
    const { port } = this.#server.address() as AddressInfo;
    return `http://127.0.0.1:${port}/`;
  }

  /** Answers a path with a page that is not in the folder. */
  add(path: string, page: string): void {
    this.#added.set(path, page);
  }

  async #answer(address: string): Promise<{ readonly body: Buffer; readonly type: string }> {
    const { pathname } = new URL(address, 'http://site.invalid');
    const added = this.#added.get(pathname);
    if (added !== undefined) return { body: Buffer.from(added), type: types['.html'] ?? '' };
    const file = normalize(join(this.#folder, pathname.endsWith('/') ? `${pathname}index.html` : pathname));
    if (!file.startsWith(this.#folder + sep)) throw new Error('The path leaves the folder.');
    const body = await readFile(file);
    this.served.set(pathname, compressedSize(pathname, body));
    return { body, type: types[extname(file)] ?? 'application/octet-stream' };
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }
}
