import { describe, expect, it } from 'vitest';
import { addresses, endpointNames, isProgramPath } from './addresses.ts';
import type { AnyEndpoint } from './endpoint.ts';
import { endpoints } from './endpoints.ts';

const rows: readonly (readonly [string, AnyEndpoint])[] = endpointNames.map((name) => [
  name,
  endpoints[name],
]);

describe('the table of endpoints', () => {
  it('has each address once', () => {
    const all = Object.values(addresses).map(({ method, path }) => `${method} ${path}`);
    expect(new Set(all).size).toBe(all.length);
    expect(all.length).toBeGreaterThan(10);
  });

  it.each(rows)('lets %s carry what it takes where its method can', (_name, { method, path, ...row }) => {
    expect(method === 'GET' ? row.body : row.query).toBeUndefined();
    expect(/\{[a-z]+\}/.test(path)).toBe(row.parameters !== undefined);
    expect(path).toMatch(/^(?:\/(?:[a-z._-]+|\{[a-z]+\}))+$/);
  });

  it.each(rows)('says of %s in a sentence what it does', (_name, { summary }) => {
    expect(summary).toMatch(/^[A-Z].*\.$/);
  });

  it.each(rows)('does not let just anyone call %s where it is for administrators', (_name, row) => {
    if (row.path.startsWith('/admin/')) expect(row.callers).toEqual(['bearer', 'operator']);
    expect(row.callers).not.toHaveLength(0);
  });
});

describe('a path of programs', () => {
  it.each(Object.values(addresses))('is $path', ({ path }) => {
    expect(isProgramPath(path)).toBe(true);
  });

  it.each(['/auth', '/auth/', '/admin/nothing', '/.well-known/nothing', '/healthz'])('is %s', (path) => {
    expect(isProgramPath(path)).toBe(true);
  });

  it.each(['/', '/learn', '/author', '/administration', '/openapi', '//auth'])('is not %s', (path) => {
    expect(isProgramPath(path)).toBe(false);
  });
});
