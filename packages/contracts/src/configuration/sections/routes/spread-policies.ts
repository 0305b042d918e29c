import type { Path } from '../../check.ts';
import type { Finding } from '../../problems/configuration-problem.ts';
import { unknownName } from '../../problems/unknown-name.ts';
import type { Spread } from '../../section.ts';
import { sharedKeys } from './schema.ts';

type Block = Readonly<Record<string, unknown>>;

/** Which rest on a token, so that no default gives them to a route that everybody may call. */
const ofTokens: ReadonlySet<string> = new Set(['auth', 'context']);

/** Which no default gives to a route that answers by itself. */
const ofUpstreams: ReadonlySet<string> = new Set([
  'upstream',
  'websocket',
  'context',
  'transform',
  'cache',
  'compress',
  'split',
  'price',
]);

/**
 * Writes into each route what the policies that it uses and `defaults` say. Each key is said once, by the route or by one of its
 * policies: nobody has to know which of two would win. `defaults` fills what neither says.
 */
export function spreadPolicies(document: unknown): Spread {
  if (!isBlock(document) || !Array.isArray(document['routes']))
    return { document, findings: [], written: (path) => path };
  const policies = isBlock(document['policies']) ? document['policies'] : {};
  const shared = isBlock(document['defaults']) ? document['defaults'] : {};
  const filled = document['routes'].map((route: unknown, index) =>
    isBlock(route) ? fill(route, ['routes', index], policies, shared) : { route, findings: [], from: none },
  );
  return {
    document: { ...document, routes: filled.map(({ route }) => route) },
    findings: filled.flatMap(({ findings }) => findings),
    written: (path) => {
      const [section, index, key] = path;
      if (section !== 'routes' || typeof index !== 'number' || typeof key !== 'string') return path;
      const origin = filled[index]?.from.get(key);
      return origin === undefined ? path : [...origin, ...path.slice(2)];
    },
  };
}

const none: ReadonlyMap<string, Path> = new Map();

interface Filled {
  readonly route: unknown;
  readonly findings: readonly Finding[];
  /** For each key that the route does not say itself: whose block has it. */
  readonly from: ReadonlyMap<string, Path>;
}

function fill(route: Block, path: Path, policies: Block, shared: Block): Filled {
  const from = new Map<string, Path>();
  const findings: Finding[] = [];
  const values: Record<string, unknown> = { ...route };
  for (const [name, at] of namesIn(route, path)) {
    if (!Object.hasOwn(policies, name)) {
      findings.push(unknownName({ path: at, name, existing: Object.keys(policies), heading: 'policies' }));
      continue;
    }
    const policy = policies[name];
    if (!isBlock(policy)) continue;
    for (const key of saidBy(policy)) {
      const other = Object.hasOwn(route, key) ? 'the route itself' : from.get(key)?.[1];
      if (other === undefined) {
        values[key] = policy[key];
        from.set(key, ['policies', name]);
      } else findings.push(saidTwice(at, { key, name, other: String(other) }));
    }
  }
  const isOpen = route['public'] === true;
  const answers = Object.hasOwn(route, 'redirect') || Object.hasOwn(route, 'respond');
  for (const key of saidBy(shared)) {
    if (Object.hasOwn(values, key) || (isOpen && ofTokens.has(key))) continue;
    if (answers && ofUpstreams.has(key)) continue;
    values[key] = shared[key];
    from.set(key, ['defaults']);
  }
  return { route: values, findings, from };
}

function namesIn({ use }: Block, path: Path): readonly (readonly [name: string, at: Path])[] {
  if (typeof use === 'string') return [[use, [...path, 'use']]];
  if (!Array.isArray(use)) return [];
  return use.flatMap((name: unknown, index) =>
    typeof name === 'string' ? [[name, [...path, 'use', index]] as const] : [],
  );
}

function saidBy(block: Block): readonly string[] {
  return sharedKeys.filter((key) => Object.hasOwn(block, key));
}

interface Twice {
  readonly key: string;
  readonly name: string;
  readonly other: string;
}

function saidTwice(path: Path, { key, name, other }: Twice): Finding {
  const told = other === 'the route itself' ? other : `the policy \`${other}\``;
  return {
    path,
    atKey: false,
    actual: `\`${name}\`, which says \`${key}\` as ${told} does`,
    expected: 'each key once, by the route or by one of the policies that it uses',
    fix: `Take \`${key}\` out of one of them.`,
  };
}

function isBlock(value: unknown): value is Block {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
