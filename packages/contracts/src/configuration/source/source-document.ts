import {
  Composer,
  type CST,
  type Document,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  Lexer,
  LineCounter,
  type Node,
  type Pair,
  Parser,
} from 'yaml';

type Token = CST.Token;

export const bounds: Readonly<Record<'longestText' | 'deepest' | 'mostAliases', number>> = {
  /** UTF-16 units; a megabyte of plain text. */
  longestText: 1024 * 1024,
  deepest: 32,
  mostAliases: 64,
};

export interface Place {
  readonly line: number;
  readonly column: number;
}

/** The YAML text with the places of everything in it. */
export interface SourceDocument {
  readonly yaml: Document.Parsed;
  readonly more: readonly Document.Parsed[];
  place(offset: number): Place;
}

/**
 * Reads the text into nodes. `undefined` if it is nested more deeply than allowed: that is decided on the flat
 * stream of tokens, because composing is recursive and a megabyte of `[` would exhaust the stack.
 */
export function parseSource(text: string): SourceDocument | undefined {
  const lines = new LineCounter();
  const tokens = tokenize(text, lines);
  if (tokens === undefined) return undefined;
  const composer = new Composer({
    lineCounter: lines,
    prettyErrors: false,
    uniqueKeys: false,
    version: '1.2',
    schema: 'core',
    merge: false,
  });
  const [yaml, ...more] = composer.compose(tokens, true, text.length);
  return yaml === undefined ? undefined : { yaml, more, place: (offset) => placeOf(lines, offset) };
}

function tokenize(text: string, lines: LineCounter): Token[] | undefined {
  const parser = new Parser(lines.addNewLine);
  const tokens: Token[] = [];
  lines.addNewLine(0);
  for (const lexeme of new Lexer().lex(text)) {
    tokens.push(...parser.next(lexeme));
    // Each level of nesting takes at most two entries on the parser's stack, below the document itself.
    if (parser.stack.length > 2 * bounds.deepest) return undefined;
  }
  tokens.push(...parser.end());
  return tokens;
}

function placeOf(lines: LineCounter, offset: number): Place {
  const { line, col } = lines.linePos(offset);
  return { line: Math.max(1, line), column: Math.max(1, col) };
}

/** Where `path` stands: its value, or its key; the nearest container where it is missing. */
export function offsetOf(yaml: Document.Parsed, path: readonly (string | number)[], atKey: boolean): number {
  let node: unknown = yaml.contents;
  let offset = startOf(node) ?? 0;
  for (const [depth, segment] of path.entries()) {
    const step = stepInto(isAlias(node) ? node.resolve(yaml) : node, segment);
    if (step === undefined) return offset;
    const wantsKey = depth < path.length - 1 || atKey;
    offset = (wantsKey ? startOf(step.key) : startOf(step.value)) ?? startOf(step.key) ?? offset;
    node = step.value;
  }
  return offset;
}

interface Step {
  readonly key: unknown;
  readonly value: unknown;
}

function stepInto(node: unknown, segment: string | number): Step | undefined {
  if (isSeq(node)) {
    const item = node.items[Number(segment)];
    return item === undefined ? undefined : { key: item, value: item };
  }
  if (!isMap(node)) return undefined;
  return node.items.findLast((pair: Pair) => isScalar(pair.key) && pair.key.value === segment);
}

export function startOf(node: unknown): number | undefined {
  return (node as Node | null | undefined)?.range?.[0];
}
