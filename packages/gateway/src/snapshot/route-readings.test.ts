import { type CanonicalPath, canonicalPath, readConfiguration, routeDemands } from '@signet/contracts';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { compileSnapshot } from './compile.ts';
import type { CompiledRoute } from './compiled-route.ts';
import { anyHost, PathTable } from './path-table.ts';

type Reading = (path: string) => string;

const asItStands: Reading = (path) => path;
const withoutCase: Reading = (path) => path.toLowerCase();
const withoutSlash: Reading = (path) => (path === '/' ? path : path.replace(/\/$/, ''));
const plusAsBlank: Reading = (path) => path.replaceAll('+', '%20');
const cutAtQuestionMark: Reading = (path) => path.split('%3F', 1)[0] ?? '';
const composed: Reading = (path) => encodeURI(decodeURI(path).normalize('NFKC'));

/** Servers, by what they overlook. */
const servers: readonly Reading[] = [
  asItStands,
  withoutCase,
  withoutSlash,
  plusAsBlank,
  cutAtQuestionMark,
  composed,
  (path) => withoutSlash(withoutCase(path)),
  (path) => withoutSlash(plusAsBlank(path)),
  (path) => withoutSlash(withoutCase(composed(cutAtQuestionMark(path)))),
];

const literal = fc.constantFrom('a', 'A', '@me', '%40ME', 'a+b', 'a%20b', 'é', 'e\u0301');
const routePath = fc
  .tuple(
    fc.array(fc.oneof(literal, fc.constant('{}')), { maxLength: 3 }),
    fc.constantFrom('', '/', '/{rest*}'),
  )
  .map(([segments, end]) => {
    const named = segments.map((segment, index) => (segment === '{}' ? `{p${index}}` : segment));
    return `/${named.join('/')}${end}`.replaceAll('//', '/');
  });
const requestPath = fc
  .array(fc.oneof(literal, fc.constantFrom('b', 'a%3Fx', '%EF%BC%A0me', '%65\u0301')), { maxLength: 4 })
  .chain((segments) =>
    fc.constantFrom('', '/').map((end) => `/${segments.join('/')}${end}`.replaceAll('//', '/')),
  )
  .map((path) => path.replace(/[^\0-\x7f]/g, encodeURIComponent));

/** The routes, each asking for a scope of its own or for the one that all share. */
function compiled(paths: readonly string[]) {
  const routes = paths.map(
    (path, index) =>
      `  - { id: r${index}, match: { methods: [GET], path: '${path}' }, auth: { issuer: house, scopes: [s${index % 2}] }, upstream: api }`,
  );
  const text = `identity: { audiences: [https://api.example] }
issuers: { house: { self: true } }
upstreams: { api: { targets: [{ url: http://127.0.0.1:1 }] } }
routes:
${routes.join('\n')}
`;
  const reading = readConfiguration(text, { fileName: 'signet.yaml' });
  if (!reading.ok) return undefined;
  const { routes: table } = compileSnapshot(reading.configuration, { selfIssuer: 'https://id.example' });
  return { configuration: reading.configuration, table };
}

/** What a server with the same routes, compared in its own way, would serve. */
function served(
  routes: readonly (readonly [string, CompiledRoute])[],
  path: string,
  read: Reading,
  rooted: boolean,
): CompiledRoute | undefined {
  const table = new PathTable();
  const taken = new Set<string>();
  const add = (pattern: string, route: CompiledRoute): void => {
    const shape = pattern.replace(/\{[^}*]*/g, '{');
    if (!taken.has(shape))
      table.add({ host: anyHost, method: 'GET', pattern, selectors: { headers: [], query: [] } }, route);
    taken.add(shape);
  };
  for (const [pattern, route] of routes) add(readPattern(pattern, read), route);
  if (rooted)
    for (const [pattern, route] of routes) {
      const root = readPattern(pattern, read).replace(/\/\{[^}]*\*\}$/, '');
      if (pattern.endsWith('*}') && root !== '') add(root, route);
    }
  return table.find('GET', read(path), anyHost);
}

function readPattern(pattern: string, read: Reading): string {
  const parts = pattern.split(/(\{[^}]*\})/);
  return withoutSlashBefore(
    parts
      .map((part) => (part.startsWith('{') || part === '' ? part : read(`${part}.`).slice(0, -1)))
      .join(''),
    read,
  );
}

/** A slash before a parameter stays; one at the end of the pattern is read as the server reads it. */
function withoutSlashBefore(pattern: string, read: Reading): string {
  return pattern.endsWith('/') && read('/x/') === '/x' && pattern !== '/' ? pattern.slice(0, -1) : pattern;
}

it('is passed only where every server with the same routes serves what was authorised', () => {
  fc.assert(
    fc.property(fc.array(routePath, { minLength: 2, maxLength: 4 }), requestPath, (paths, raw) => {
      const made = compiled(paths);
      const path = canonicalPath(raw);
      fc.pre(made !== undefined && typeof path === 'string');
      const found = made.table.find('GET', path as CanonicalPath, 'a.example');
      if (found === undefined) return;
      if (made.table.rivalOf(found, 'GET', path as CanonicalPath, 'a.example') !== undefined) return;
      const routes = made.configuration.routes.map(
        (route) => [route.match.path, { ...found, demands: routeDemands(route) }] as const,
      );
      for (const read of servers) {
        for (const rooted of [false, true]) {
          const { demands } = served(routes, path as string, read, rooted) ?? found;
          expect([`${read}`, rooted, demands]).toEqual([`${read}`, rooted, found.demands]);
        }
      }
    }),
    { numRuns: 1000, seed: 9 },
  );
});
