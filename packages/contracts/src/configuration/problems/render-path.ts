import { valueAt } from './value-at.ts';

/**
 * `['routes', 0, 'auth', 'scopes', 1]` → `routes[read-order].auth.scopes[1]`: an entry with an `id` is called by
 * it, since a position says little in a diff.
 */
export function renderPath(path: readonly (string | number)[], document: unknown): string {
  return path.map((segment, index) => renderSegment(segment, path.slice(0, index + 1), document)).join('');
}

function renderSegment(
  segment: string | number,
  path: readonly (string | number)[],
  document: unknown,
): string {
  if (typeof segment === 'number') return `[${idAt(document, path) ?? segment}]`;
  return path.length === 1 ? shorten(segment) : `.${shorten(segment)}`;
}

function idAt(document: unknown, path: readonly (string | number)[]): string | undefined {
  const id = valueAt(document, [...path, 'id']);
  return typeof id === 'string' && /^[\w.-]{1,64}$/.test(id) ? id : undefined;
}

function shorten(segment: string): string {
  return segment.length > 64 ? `${segment.slice(0, 63)}…` : segment;
}
