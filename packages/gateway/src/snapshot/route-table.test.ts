import { type CanonicalPath, canonicalPath, readConfiguration } from '@signet/contracts';
import { describe, expect, it } from 'vitest';
import { compileSnapshot } from './compile.ts';
import type { RouteTable } from './route-table.ts';

type Given = readonly [
  id: string,
  path: string,
  scope?: string | undefined,
  host?: string | undefined,
  methods?: string,
];

/** Each route is given as its name, path and what makes it ask for something else than the others. */
function tableOf(...routes: readonly Given[]) {
  const written = routes.map(([id, path, scope, host, methods = 'GET']) => {
    const hosts = host === undefined ? '' : `, hosts: [${host}]`;
    const auth = scope === undefined ? 'public: true' : `auth: { issuer: house, scopes: [${scope}] }`;
    return `  - { id: ${id}, match: { methods: [${methods}], path: ${JSON.stringify(path)}${hosts} }, ${auth}, upstream: api }`;
  });
  const text = `identity: { audiences: [https://api.example] }
issuers: { house: { self: true } }
upstreams: { api: { targets: [{ url: http://127.0.0.1:1 }] } }
routes:
${written.join('\n')}
`;
  const reading = readConfiguration(text, { fileName: 'signet.yaml' });
  if (!reading.ok) throw new TypeError(reading.problems.map(({ message }) => message).join('\n'));
  return compileSnapshot(reading.configuration, { selfIssuer: 'https://id.example' }).routes;
}

function look(routes: RouteTable, raw: string, host = 'a.example', method = 'GET') {
  const path = canonicalPath(raw) as CanonicalPath;
  const found = routes.find(method, path, host);
  return [found?.id, found === undefined ? undefined : routes.rivalOf(found, method, path, host)?.id];
}

describe('a route', () => {
  const literals = [
    "/a@b+c,d=e&f$g!h'i(j)",
    '/7:go',
    '/%2Astar',
    '/%3Acolon',
    '/caf\u00e9',
    '/a%20b',
    '/%5B%25%5D',
  ];

  it.each(literals)('takes its path in every spelling: %s', (literal) => {
    const routes = tableOf(['literal', literal, 'x'], ['other', '/{id}']);
    const escaped = literal.replace(/[^/%0-9A-Za-z]/g, (each) =>
      Array.from(new TextEncoder().encode(each), (byte) => `%${byte.toString(16)}`).join(''),
    );
    expect(look(routes, encodeURI(literal).replaceAll('%25', '%'))).toEqual(['literal', undefined]);
    expect(look(routes, escaped)).toEqual(['literal', undefined]);
    expect(look(routes, '/x')).toEqual(['other', undefined]);
  });

  it('with a parameter takes no empty segment', () => {
    const routes = tableOf(['one', '/users/{id}', 'x'], ['rest', '/{rest*}']);
    expect(look(routes, '/users/')).toEqual(['rest', undefined]);
    expect(look(routes, '/users/7')).toEqual(['one', undefined]);
    expect(look(tableOf(['one', '/{id}']), '/')).toEqual([undefined, undefined]);
  });
});

describe('a rival', () => {
  it.each([
    '/users/@ME',
    '/users/@Me',
    '/users/@me.',
    '/users/@me%20',
    '/users/@me%3F',
    '/users/%EF%BC%A0me',
  ])('is the route that a lenient server reads in %s', (path) => {
    expect(look(tableOf(['me', '/users/@me', 'admin'], ['one', '/users/{id}', 'read']), path)).toEqual([
      'one',
      'me',
    ]);
  });

  it('is the route whose path differs in capitals from the one that is asked for', () => {
    const routes = tableOf(['me', '/users/Me', 'admin'], ['one', '/users/{id}', 'read']);
    expect(look(routes, '/users/me')).toEqual(['one', 'me']);
    expect(look(routes, '/users/Me')).toEqual(['me', undefined]);
  });

  it('is found behind a slash at the end', () => {
    const routes = tableOf(['list', '/users', 'admin'], ['all', '/{rest*}', 'read']);
    expect(look(routes, '/users/')).toEqual(['all', 'list']);
    expect(look(routes, '/users')).toEqual(['list', undefined]);
    expect(look(routes, '/users/7')).toEqual(['all', undefined]);
  });

  it('is found where the slash at the end is missing', () => {
    const routes = tableOf(['admin', '/admin/{rest*}', 'admin'], ['site', '/{rest*}']);
    expect(look(routes, '/admin')).toEqual(['site', 'admin']);
    expect(look(routes, '/admin/')).toEqual(['admin', undefined]);
    expect(look(routes, '/')).toEqual(['site', undefined]);
    const deep = tableOf(['files', '/{user}/files/{rest*}', 'x'], ['page', '/{user}/{page}']);
    expect(look(deep, '/ada/files')).toEqual(['page', 'files']);
    expect(look(deep, '/ada/about')).toEqual(['page', undefined]);
  });

  it('is found where a server needs more than a slash at the end', () => {
    const routes = tableOf(['open', '/open/{rest*}', 'read'], ['all', '/{rest*}', 'admin']);
    expect(look(routes, '/open/')).toEqual(['open', 'all']);
    expect(look(routes, '/open/x')).toEqual(['open', undefined]);
    const rooted = tableOf(
      ['root', '/open', 'read'],
      ['open', '/open/{rest*}', 'read'],
      ['all', '/{rest*}', 'admin'],
    );
    expect(look(rooted, '/open/')).toEqual(['open', undefined]);
  });

  it('is none that everybody may call anyway', () => {
    const routes = tableOf(['status', '/users/status'], ['one', '/users/{id}', 'read']);
    expect(look(routes, '/users/STATUS')).toEqual(['one', undefined]);
  });

  it('is found for the host of the request', () => {
    const routes = tableOf(['me', '/users/me', 'admin', 'a.example'], ['one', '/users/{id}', 'read']);
    expect(look(routes, '/users/ME')).toEqual(['one', 'me']);
    expect(look(routes, '/users/ME', 'b.example')).toEqual(['one', undefined]);
  });

  it('is none that asks for the same', () => {
    const routes = tableOf(
      ['list', '/users', 'x'],
      ['slash', '/users/', 'x'],
      ['rest', '/users/{rest*}', 'x'],
    );
    for (const path of ['/users', '/users/', '/users/X']) expect(look(routes, path)[1]).toBeUndefined();
  });

  it('is none for a path that no route takes', () => {
    expect(look(tableOf(['one', '/users/{id}', 'x']), '/Users/7')).toEqual([undefined, undefined]);
  });
});

describe('HEAD', () => {
  const any = undefined;
  const head = (routes: RouteTable, path: string, host?: string) => look(routes, path, host, 'HEAD');

  it('is taken by no route that lets through whom the route of GET would refuse', () => {
    const routes = tableOf(
      ['me', '/users/@me', 'admin'],
      ['one', '/users/{id}', any, any, 'GET, HEAD'],
      ['files', '/files/{rest*}', 'read', any, 'HEAD'],
      ['file', '/files/{name}', 'admin'],
    );
    expect(head(routes, '/users/%40me')).toEqual([undefined, undefined]);
    expect(head(routes, '/files/x')).toEqual([undefined, undefined]);
    expect(routes.methodsFor(canonicalPath('/users/@me') as CanonicalPath, 'a.example')).toEqual(['GET']);
    expect(head(routes, '/users/7')).toEqual(['one', undefined]);
    expect(head(routes, '/files/x/y')).toEqual(['files', undefined]);
  });

  it('is held against every route of GET that a lenient server reads in its path', () => {
    const routes = tableOf(
      ['me', '/users/@me', 'admin'],
      ['root', '/files/{rest*}', 'admin'],
      ['one', '/{rest*}', any, any, 'GET, HEAD'],
    );
    for (const path of ['/users/@ME', '/users/@me/', '/users/@me%20'])
      expect(head(routes, path)).toEqual(['one', 'me']);
    expect(head(routes, '/files')).toEqual(['one', 'root']);
  });

  it('is held against the routes of its host', () => {
    const routes = tableOf(
      ['here', '/users', 'admin', 'a.example'],
      ['anywhere', '/users', any, any, 'GET, HEAD'],
    );
    expect(head(routes, '/users')).toEqual([undefined, undefined]);
    expect(head(routes, '/users', 'b.example')).toEqual(['anywhere', undefined]);
  });

  it('may have a route of its own where GET asks for the same, is free, or has no route', () => {
    const routes = tableOf(
      ['status', '/status'],
      ['list', '/users', 'read'],
      ['counts', '/users', 'read', any, 'HEAD'],
      ['rest', '/{rest*}', 'read', any, 'HEAD'],
    );
    for (const [path, id] of [
      ['/status', 'rest'],
      ['/users', 'counts'],
      ['/x', 'rest'],
    ] as const)
      expect(head(routes, path)).toEqual([id, undefined]);
  });
});
