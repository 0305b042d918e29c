import { parseSync } from 'oxc-parser';
import type { SourceFile } from './import-rules.ts';

/** An expression whose work may grow faster than the text that it sees. */
export interface SlowExpression {
  readonly path: string;
  readonly pattern: string;
  readonly why: 'begins anew at every place' | 'repeats what repeats';
}

/**
 * Regular expressions that a backtracking engine may try from every place of a text, each time as far as a repetition
 * goes (quadratic: ` +$`), and those that repeat a group with a repetition inside (exponential, unless the parts cannot
 * be told apart in two ways: `(a+)+$`). What is found is not always slow; it has to be judged.
 */
export function slowExpressions(files: readonly SourceFile[]): readonly SlowExpression[] {
  return files.flatMap(({ path, text }) =>
    expressionsOf(path, text).flatMap(({ pattern, flags }) => {
      const why = reasonOf(pattern, flags);
      return why === undefined ? [] : [{ path, pattern, why }];
    }),
  );
}

function reasonOf(pattern: string, flags: string): SlowExpression['why'] | undefined {
  const bare = withoutClasses(withoutDelimited(pattern));
  // A group, itself repeated without end, with a repetition without end inside.
  if (/\([^()]*(?:[*+]|\{\d+,\})[^()]*\)(?:[*+]|\{\d+,\})/.test(bare)) return 'repeats what repeats';
  const mayBeginAnywhere = !flags.includes('y') && alternatives(bare).some(beginsAnywhere);
  return mayBeginAnywhere ? 'begins anew at every place' : undefined;
}

/** A repetition without end, and something behind it that may be missing. */
function beginsAnywhere(alternative: string): boolean {
  if (/^(?:\(\?[:=!])?\(*\^/.test(alternative)) return false;
  return /(?:[*+]|\{\d+,\})\??\)*[^)*+?]/.test(alternative);
}

/** At the top; `|` inside of groups separates nothing here. */
function alternatives(bare: string): readonly string[] {
  const found = [''];
  let depth = 0;
  for (const character of bare) {
    if (character === '(') depth += 1;
    if (character === ')') depth -= 1;
    if (character === '|' && depth === 0) found.push('');
    else found.push(`${found.pop() ?? ''}${character}`);
  }
  return found;
}

/** A letter and a class that does not hold it: rounds that can be told apart in one way only, such as the labels of a host. */
const delimited = /\((?:\?:)?(\\.|[^\\()[\]|?*+])(\[(?:\\.|[^\]\\])+\])[*+]\)[*+]/g;

function withoutDelimited(pattern: string): string {
  return pattern.replace(delimited, (group, letter: string, members: string) => {
    const text = letter.startsWith('\\') ? letter.slice(1) : letter;
    return new RegExp(`^${members}$`).test(text) ? group : 'd';
  });
}

/** Each class and each escape becomes one letter, so that what is left is structure. */
function withoutClasses(pattern: string): string {
  return pattern.replace(/\\(?:[pP]\{[^}]*\}|u\{[^}]*\}|.)/g, 'e').replace(/\[[^\]]*\]/g, 'c');
}

function expressionsOf(
  path: string,
  text: string,
): readonly { readonly pattern: string; readonly flags: string }[] {
  const { program, errors } = parseSync(path, text);
  if (errors[0] !== undefined) throw new SyntaxError(`${path}: ${errors[0].message}`);
  const found: { readonly pattern: string; readonly flags: string }[] = [];
  collect(program, found);
  return found;
}

function collect(node: unknown, found: { readonly pattern: string; readonly flags: string }[]): void {
  if (typeof node !== 'object' || node === null) return;
  if ('regex' in node && typeof node.regex === 'object' && node.regex !== null) {
    const { pattern, flags } = node.regex as { readonly pattern: string; readonly flags: string };
    found.push({ pattern, flags });
    return;
  }
  for (const child of Object.values(node)) collect(child, found);
}
