import { lenientPattern } from '@signet/contracts';
import type { CompiledRoute } from './compiled-route.ts';
import type { Entry } from './path-table.ts';

export interface LenientMatch {
  readonly route: CompiledRoute;
  /** As the configuration has it. */
  readonly pattern: string;
}

interface Node {
  readonly literals: Map<string, Node>;
  parameter: Node | undefined;
  readonly here: LenientMatch[];
  readonly rest: LenientMatch[];
}

const none: readonly LenientMatch[] = Object.freeze([]);

/** Every route by how a lenient server reads its pattern: finds all that such a server could take, not only the first. */
export class LenientTable {
  /** By host, then by method. */
  readonly #roots = new Map<string, Map<string, Node>>();

  add({ host, method, pattern }: Entry, route: CompiledRoute): void {
    const methods = this.#roots.get(host) ?? new Map<string, Node>();
    this.#roots.set(host, methods);
    let node = methods.get(method) ?? emptyNode();
    methods.set(method, node);
    for (const segment of lenientPattern(pattern).slice(1).split('/')) {
      if (segment.endsWith('*}')) {
        node.rest.push({ route, pattern });
        return;
      }
      if (segment !== '') node = segment.startsWith('{') ? parameterOf(node) : literalOf(node, segment);
    }
    node.here.push({ route, pattern });
  }

  /** The routes that take these segments; `{name*}` may be none, as servers differ in whether it may. */
  matches(host: string, method: string, segments: readonly string[]): readonly LenientMatch[] {
    const root = this.#roots.get(host)?.get(method);
    if (root === undefined) return none;
    const found: LenientMatch[] = [];
    collect(root, segments, 0, found);
    return found;
  }
}

/** A node belongs to one place in a path, so that none is met twice. */
function collect(node: Node, segments: readonly string[], at: number, found: LenientMatch[]): void {
  const segment = segments[at];
  if (segment === undefined) found.push(...node.here);
  else {
    const literal = node.literals.get(segment);
    if (literal !== undefined) collect(literal, segments, at + 1, found);
    if (node.parameter !== undefined) collect(node.parameter, segments, at + 1, found);
  }
  found.push(...node.rest);
}

function emptyNode(): Node {
  return { literals: new Map(), parameter: undefined, here: [], rest: [] };
}

function parameterOf(node: Node): Node {
  node.parameter ??= emptyNode();
  return node.parameter;
}

function literalOf(node: Node, segment: string): Node {
  const existing = node.literals.get(segment) ?? emptyNode();
  node.literals.set(segment, existing);
  return existing;
}
