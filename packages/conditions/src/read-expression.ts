import type { ASTNode, ParseResult } from '@marcbachmann/cel-js';
import {
  clockFunctions,
  complaint,
  environmentOf,
  functions,
  isCheckedAs,
  loops,
  type Vocabulary,
} from './language.ts';

/** An expression that was read and type-checked once. */
export interface Expression {
  readonly text: string;
  /** Throws where it cannot be said: a member that is missing, a value of another kind. */
  readonly value: (names: Readonly<Record<string, unknown>>) => unknown;
  /** `request.path` where it asks for that alone, `request` where it may ask for all of it. */
  readonly uses: ReadonlySet<string>;
  /** What `&&` holds together, as written; the text alone where there is none. */
  readonly conjuncts: readonly string[];
}

export type Reading<Value> =
  | { readonly ok: true; readonly value: Value }
  /** Why it cannot be one, in a few words of the language, and at which character (from 1) where that is known. */
  | { readonly ok: false; readonly reason: string; readonly at?: number };

/** In characters. */
export const longestExpression = 1024;
const mostLoops = 4;

/** Reads an expression over the names of a vocabulary whose value is of one of the kinds. Never throws. */
export function readExpression(
  text: string,
  vocabulary: Vocabulary,
  kinds: readonly string[],
): Reading<Expression> {
  if (text.length > longestExpression)
    return { ok: false, reason: `it is longer than ${longestExpression} characters` };
  const environment = environmentOf(vocabulary);
  try {
    const parsed = environment.parse(text);
    const found = survey(parsed.ast);
    const reason = findMisfit(found) ?? misfitOfType(parsed, kinds);
    if (reason !== undefined) return typeof reason === 'string' ? { ok: false, reason } : reason;
    const conjuncts = conjunctsOf(parsed.ast).map(({ input, start, end }) => input.slice(start, end).trim());
    const value: Expression['value'] = (names) => parsed(names);
    return { ok: true, value: Object.freeze({ text, value, uses: found.uses, conjuncts }) };
  } catch (error) {
    return { ok: false, ...placed(error) };
  }
}

interface Found {
  readonly calls: { readonly name: string; readonly values: number }[];
  readonly uses: Set<string>;
  deepest: number;
}

function findMisfit({ calls, deepest }: Found): string | undefined {
  const foreign = calls.find(({ name }) => !functions.has(name));
  if (foreign !== undefined) return `${foreign.name}() may not be called`;
  const zoned = calls.find(({ name, values }) => clockFunctions.has(name) && values > 0);
  if (zoned !== undefined) return `${zoned.name}() takes no time zone: times are those of UTC`;
  if (deepest > 1) return 'one loop stands inside another';
  return calls.filter(({ name }) => loops.has(name)).length > mostLoops
    ? `it has more than ${mostLoops} loops`
    : undefined;
}

function misfitOfType(parsed: ParseResult, kinds: readonly string[]): string | Reading<never> | undefined {
  const { valid, type, error } = parsed.check();
  if (!valid) return { ok: false, ...placed(error) };
  return isCheckedAs(type, kinds) ? undefined : `it is of the kind ${type}, and not ${kinds.join(' or ')}`;
}

function placed(error: unknown): { readonly reason: string; readonly at?: number } {
  const range = error instanceof Error && 'range' in error ? error.range : undefined;
  const start = typeof range === 'object' && range !== null && 'start' in range ? range.start : undefined;
  return { reason: complaint(error), ...(typeof start === 'number' ? { at: start + 1 } : {}) };
}

/** Every call, every name, and how deep loops stand inside each other. The parser bounds how many nodes there are. */
function survey(root: ASTNode): Found {
  const found: Found = { calls: [], uses: new Set(), deepest: 0 };
  visit(root, 0, found);
  return found;
}

function visit(node: ASTNode, depth: number, found: Found): void {
  let inside = depth;
  if (node.op === 'call' || node.op === 'rcall') {
    const [name] = node.args;
    found.calls.push({ name, values: (node.op === 'call' ? node.args[1] : node.args[2]).length });
    if (loops.has(name)) inside += 1;
  }
  found.deepest = Math.max(found.deepest, inside);
  if (node.op === 'id') found.uses.add(node.args);
  if (node.op === '.' && node.args[0].op === 'id') {
    found.uses.add(`${node.args[0].args}.${node.args[1]}`);
    return;
  }
  for (const child of nodesIn(node.args)) visit(child, inside, found);
}

function nodesIn(args: unknown): readonly ASTNode[] {
  if (isNode(args)) return [args];
  return Array.isArray(args) ? args.flatMap(nodesIn) : [];
}

function isNode(value: unknown): value is ASTNode {
  return typeof value === 'object' && value !== null && 'op' in value && 'args' in value;
}

function conjunctsOf(node: ASTNode): readonly ASTNode[] {
  return node.op === '&&' ? node.args.flatMap(conjunctsOf) : [node];
}
