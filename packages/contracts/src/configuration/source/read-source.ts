import type { Document } from 'yaml';
import { type ConfigurationProblem, sentences } from '../problems/configuration-problem.ts';
import { bounds, type Place, parseSource, type SourceDocument } from './source-document.ts';
import { checkStructure } from './structure.ts';
import { describeSyntax, type SyntaxFinding } from './syntax-problem.ts';

export type ReadSource =
  | ReadableSource
  | { readonly kind: 'unreadable'; readonly problems: readonly ConfigurationProblem[] };

/** A text that could be turned into plain values, perhaps with problems that leave the rest readable. */
export interface ReadableSource {
  readonly kind: 'readable';
  readonly fileName: string;
  readonly document: unknown;
  readonly yaml: Document.Parsed;
  readonly place: (offset: number) => Place;
  readonly problems: readonly ConfigurationProblem[];
}

/** YAML text → plain values and their places, or the reasons why there are none. */
export function readSource(text: string, fileName: string): ReadSource {
  if (text.length > bounds.longestText) return unreadable(fileName, [tooLong(text.length)]);
  const source = parseSource(text);
  if (source === undefined) return unreadable(fileName, [tooDeep]);
  const syntax = syntaxOf(source);
  if (syntax.length > 0) return unreadable(fileName, syntax, source);
  if (source.yaml.contents === null) return unreadable(fileName, [empty], source);
  const structure = checkStructure(source.yaml);
  if (structure.some(({ fatal }) => fatal)) return unreadable(fileName, structure, source);
  return {
    kind: 'readable',
    fileName,
    document: source.yaml.toJS({ maxAliasCount: bounds.mostAliases + 1 }),
    yaml: source.yaml,
    place: source.place,
    problems: structure.map((finding) => toProblem(fileName, finding, source)),
  };
}

function syntaxOf({ yaml, more }: SourceDocument): readonly SyntaxFinding[] {
  const extra = more[0] === undefined ? [] : [{ offset: more[0].range[0], ...secondDocument }];
  return [...yaml.errors.map(describeSyntax), ...extra];
}

const secondDocument = {
  actual: 'a second document',
  expected: 'one document',
  fix: 'Remove the `---` and what follows.',
};
const empty: SyntaxFinding = {
  offset: 0,
  actual: 'nothing',
  expected: 'a configuration: an empty file is more often a broken write than a wish',
  fix: 'Write at least `version: 1`.',
};
const tooDeep: SyntaxFinding = {
  offset: 0,
  actual: 'blocks inside of blocks without end',
  expected: `at most ${bounds.deepest} levels`,
  fix: 'Check the brackets and the indentation.',
};

function tooLong(length: number): SyntaxFinding {
  return {
    offset: 0,
    actual: `${length} characters`,
    expected: `at most ${bounds.longestText}`,
    fix: 'Check that this is the right file.',
  };
}

function unreadable(
  fileName: string,
  findings: readonly SyntaxFinding[],
  source?: SourceDocument,
): ReadSource {
  return {
    kind: 'unreadable',
    problems: findings.slice(0, 100).map((finding) => toProblem(fileName, finding, source)),
  };
}

function toProblem(
  file: string,
  { offset, ...words }: SyntaxFinding,
  source?: SourceDocument,
): ConfigurationProblem {
  const { actual, expected, fix } = words;
  const place = source?.place(offset) ?? { line: 1, column: 1 };
  return { file, ...place, path: '', actual, expected, fix, message: sentences({ actual, expected, fix }) };
}
