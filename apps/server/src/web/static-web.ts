import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import fastifyStatic from '@fastify/static';
import { hostedScreenAt, isProgramPath, refusal, type SignetRefusal } from '@signet/contracts';
import { isolatedFrameHeaders, type SendProblem } from '@signet/http';
import type { FastifyInstance, FastifyRequest } from 'fastify';

/**
 * Serves the built web app and answers everything that nobody else serves: for a navigation of a browser the page that
 * says so and leads back, `application/problem+json` for the rest.
 * @param folder `apps/web/dist`; may be absent, then there are only errors to serve
 */
export async function serveWeb(
  app: FastifyInstance,
  folder: string,
  sendProblem: SendProblem,
): Promise<void> {
  const built = existsSync(join(folder, 'index.html'));
  if (built) {
    await app.register(fastifyStatic, {
      root: folder,
      cacheControl: false,
      dotfiles: 'ignore',
      preCompressed: true,
      // The page of a code is addressed without what its file is called: `/errors/CODE`.
      extensions: ['html'],
      setHeaders: (reply, path) => {
        reply.header('cache-control', cachingOf(path));
        if (isOfIsolatedFrame(relative(folder, path))) reply.headers(isolatedFrameHeaders);
      },
    });
    for (const page of pagesOf(folder)) addSlash(app, page);
  }
  const notFoundPage = readNotFoundPage(folder);
  app.setNotFoundHandler((request, reply) => {
    if (notFoundPage === undefined || !isNavigation(request)) return sendProblem(reply, notFound(request));
    if (isHostedScreen(pathOf(request))) return reply.sendFile('signin/index.html');
    // A code that there is not gets the list of those that there are, as what it is: not found.
    if (/^\/errors\/[^/]*$/.test(pathOf(request))) {
      return reply.code(404).sendFile('errors/index.html');
    }
    return reply
      .code(404)
      .type('text/html; charset=utf-8')
      .header('cache-control', 'no-cache')
      .send(notFoundPage);
  });
}

/** Screens of one document, which finds out by its address which of them it is: a sign-in that an app waits for, and the like. */
function isHostedScreen(path: string): boolean {
  return hostedScreenAt(path) !== undefined || /^\/signin\/[\w-]{1,128}$/.test(path);
}

/** It stands at any address, where addresses relative to its own would lead nowhere. */
function readNotFoundPage(folder: string): string | undefined {
  const file = join(folder, '404.html');
  if (!existsSync(file)) return undefined;
  return readFileSync(file, 'utf8').replaceAll(/(?<=\b(?:href|src)=")\.\//g, '/');
}

/** Pages that stand in folders of their own; the isolated document is none that a reader goes to. */
function pagesOf(folder: string): readonly string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && existsSync(join(folder, entry.name, 'index.html')))
    .map(({ name }) => name)
    .filter((name) => !isOfIsolatedFrame(join(name, 'index.html')));
}

/** The addresses in a page are relative to its folder, so that of the page must end as that of a folder. */
function addSlash(app: FastifyInstance, page: string): void {
  app.get(`/${page}`, (request, reply) => reply.redirect(`/${page}/${queryOf(request)}`, 308));
}

/** A path that would lead out of the folder, or to no file that there could be. */
export function isForbiddenPath(error: unknown): boolean {
  return error instanceof Error && 'statusCode' in error && error.statusCode === 403;
}

/** The document that may speak to other servers, and its files. */
function isOfIsolatedFrame(path: string): boolean {
  return /^fetch-keys[\\/][^\\/]+$/.test(path);
}

/** Vite puts a hash of the content in the names under `assets/`: such a file never changes. */
function cachingOf(path: string): string {
  return /[\\/]assets[\\/][^\\/]+-[\w-]{8}\.\w+(\.br|\.gz)?$/.test(path)
    ? 'public, max-age=31536000, immutable'
    : 'no-cache';
}

function pathOf({ url }: FastifyRequest): string {
  return url.split('?', 1)[0] ?? '';
}

/** With its question mark; empty where there is none. */
function queryOf({ url }: FastifyRequest): string {
  const start = url.indexOf('?');
  return start === -1 ? '' : url.slice(start);
}

/** Not where programs are answered: a browser that goes there by mistake gets an error, not the web app. */
function isNavigation(request: FastifyRequest): boolean {
  const path = pathOf(request);
  const wantsPage = request.headers.accept?.includes('text/html') === true;
  const namesFile = /\.\w+$/.test(path);
  return request.method === 'GET' && wantsPage && !namesFile && !isProgramPath(path);
}

function notFound(request: FastifyRequest): SignetRefusal {
  return refusal('not_found.page', { method: request.method, path: shortPath(pathOf(request)) });
}

/** Without the query, which may hold what should not be repeated. */
function shortPath(path: string): string {
  return path.length <= 200 ? path : `${path.slice(0, 199)}…`;
}
