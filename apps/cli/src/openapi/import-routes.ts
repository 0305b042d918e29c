import { pathShape, readPathPattern } from '@signet/contracts';
import { type Described, followed, membersOf, textOf } from './described.ts';
import { readRequest } from './read-request.ts';
import { type Asked, readSecurity } from './security.ts';

/** Where requests go, and whose tokens they need. */
export interface ImportWishes {
  readonly upstream: string;
  readonly issuer: string;
  readonly audience?: string | undefined;
  /** Whether routes hold requests against the description. */
  readonly validate?: boolean | undefined;
}

export interface ImportedRoutes {
  /** As they stand in `signet.yaml`. */
  readonly routes: readonly Described[];
  /** What the description says and the routes do not. */
  readonly notes: readonly string[];
}

const taken = ['get', 'head', 'post', 'put', 'patch', 'delete', 'options'];
const mostRoutes = 10_000;

/** Each operation as a route of its own. What cannot be said by a route is told, and never makes one more open. */
export function importRoutes(document: Described, wishes: ImportWishes): ImportedRoutes {
  const notes: string[] = [];
  const routes: Described[] = [];
  const ids = new Set<string>();
  const shapes = new Set<string>();
  const prefix = prefixOf(document, notes);
  for (const [path, value] of Object.entries(membersOf(document['paths']))) {
    if (path.startsWith('x-')) continue;
    const item = followed(document, value);
    if (item === undefined) {
      notes.push(`${path}: stands in another file and was left out`);
      continue;
    }
    const pattern = patternOf(`${prefix}${path}`);
    if ('fault' in pattern) {
      notes.push(`${path}: was left out, as the gateway takes ${pattern.fault}`);
      continue;
    }
    if (textOf(item['$ref']) !== undefined || item['servers'] !== undefined)
      notes.push(`${path}: its own servers are not taken; requests go to ${wishes.upstream}`);
    if (item['trace'] !== undefined)
      notes.push(`TRACE ${path}: was left out, as the gateway does not take it`);
    for (const method of taken) {
      const operation = item[method];
      if (operation === undefined) continue;
      const name = `${method.toUpperCase()} ${path}`;
      const shape = `${method} ${pathShape(pattern.path)}`;
      if (shapes.has(shape)) {
        notes.push(`${name}: was left out, as another path takes the same requests`);
        continue;
      }
      shapes.add(shape);
      if (routes.length >= mostRoutes)
        return { routes, notes: [...notes, `${name}: and what follows was left out`] };
      const members = membersOf(operation);
      const asked = readSecurity(document, members['security'], wishes.audience !== undefined);
      for (const note of asked.notes) notes.push(`${name}: ${note}`);
      const { request, notes: unchecked } = wishes.validate
        ? readRequest(document, { method, members, shared: item['parameters'], pathNames: pattern.names })
        : { request: undefined, notes: [] };
      for (const note of unchecked) notes.push(`${name}: ${note}`);
      const id = newId(ids, textOf(members['operationId']) ?? name);
      routes.push({
        id,
        match: { methods: [method.toUpperCase()], path: pattern.path },
        ...guardOf(asked, wishes),
        upstream: wishes.upstream,
        ...(request === undefined ? {} : { request }),
      });
    }
  }
  if (document['webhooks'] !== undefined)
    notes.push('Webhooks are calls that the API makes: they are no routes.');
  notes.push(
    wishes.validate === true
      ? 'Answers are not held against the description.'
      : 'Parameters, bodies and answers are not held against the description.',
  );
  return { routes, notes };
}

function guardOf(
  { kind, anyOf, token, keyHeader, optional }: Asked,
  { issuer, audience }: ImportWishes,
): Described {
  if (kind === 'public') return { public: true };
  const [first = [], ...others] = anyOf;
  const scopes = first.length === 0 || others.length > 0 ? {} : { scopes: first };
  const sets = others.length === 0 ? {} : { anyOf: anyOf.map((each) => ({ scopes: each })) };
  return {
    auth: {
      ...(token ? { issuer } : {}),
      ...(audience === undefined ? {} : { audience }),
      ...(keyHeader === undefined ? {} : { apiKey: { header: keyHeader } }),
      ...scopes,
      ...sets,
      ...(optional ? { optional: true } : {}),
    },
  };
}

/** The path of the first server, as clients call below it. */
function prefixOf(document: Described, notes: string[]): string {
  const servers = document['servers'];
  const url = Array.isArray(servers) ? textOf(membersOf(servers[0])['url']) : undefined;
  if (url === undefined) return '';
  const known = URL.canParse(url, 'http://server.invalid')
    ? new URL(url, 'http://server.invalid')
    : undefined;
  const path = known?.pathname.replace(/\/$/, '') ?? '';
  if (known === undefined || /[{}]|%7b|%7d/i.test(path)) {
    notes.push(`The server ${url} has variables: its path is not put in front of the others.`);
    return '';
  }
  if (path !== '') notes.push(`The paths begin with ${path}, as the first server says.`);
  return path;
}

interface Pattern {
  readonly path: string;
  /** What its parameters are called, by their names in the description. */
  readonly names: ReadonlyMap<string, string>;
}

/** Parameters by names that a route may give them. */
function patternOf(path: string): Pattern | { readonly fault: string } {
  if (/[?#]/.test(path)) return { fault: 'a path without `?` and `#`' };
  const known = new Set<string>();
  const names = new Map<string, string>();
  const renamed = path
    .split('/')
    .map((segment) => {
      const [, name] = /^\{([^{}]+)\}$/.exec(segment) ?? [];
      if (name === undefined) return segment;
      const own = newName(known, name);
      names.set(name, own);
      return `{${own}}`;
    })
    .join('/');
  const reading = readPathPattern(renamed);
  return 'pattern' in reading ? { path: reading.pattern, names } : { fault: reading.fault };
}

function newName(known: Set<string>, name: string): string {
  const plain = name.replace(/[^A-Za-z0-9_]+/g, '_').replace(/^[^A-Za-z]+/, '');
  const base = plain === '' ? 'part' : `${plain.charAt(0).toLowerCase()}${plain.slice(1)}`.slice(0, 28);
  return unused(known, base, '');
}

function newId(known: Set<string>, text: string): string {
  const words = text.replace(/([a-z0-9])([A-Z])/g, '$1-$2').toLowerCase();
  const plain = words
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 56)
    .replace(/^-|-$/g, '');
  return unused(known, plain === '' ? 'route' : plain, '-');
}

function unused(known: Set<string>, base: string, between: string): string {
  let name = base;
  for (let nth = 2; known.has(name); nth += 1) name = `${base}${between}${nth}`;
  known.add(name);
  return name;
}
