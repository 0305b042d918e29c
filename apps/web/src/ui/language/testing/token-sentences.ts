import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseSync, Visitor } from 'oxc-parser';

/** What no reader is shown: it goes to a file, is a list of guesses, or is a name of the standards. */
const unseen: readonly RegExp[] = [
  /\.test\.ts$/,
  /(^|\/)testing\//,
  /lint\/to-sarif\.ts$/,
  /well-known-secrets\.ts$/,
];

/** A reference stays as it is in every language. */
const reference = /^(RFC \d|OpenID Connect |NIST |CVE-|W3C |FAPI |SD-JWT VC|Token Status List|RSASSA-)/;

/** Programs are written here: of their texts only whole sentences are for the reader. */
const programs = /^verification-code\//;
const wholeSentence = /^[A-Z{][^\n\t]*\.$/;

/** Sentences that only a program is told, in errors of the language itself. */
function isThrown(name: string): boolean {
  return name.endsWith('Error');
}

/**
 * Every piece of English prose in the sources of a folder, its values as `{}`: what holds a blank and a lower-case
 * word. A piece that continues another one begins or ends with `{}`.
 */
export function sentencesIn(folder: string): readonly string[] {
  const files = globSync('**/*.ts', { cwd: folder }).filter(
    (path) => !unseen.some((rule) => rule.test(path)),
  );
  return [
    ...new Set(files.flatMap((path) => proseOf(path, readFileSync(join(folder, path), 'utf8')))),
  ].toSorted();
}

function proseOf(path: string, source: string): readonly string[] {
  const found: { readonly start: number; readonly text: string }[] = [];
  const thrown: (readonly [number, number])[] = [];
  const { program } = parseSync(path, source);
  new Visitor({
    Literal({ value, start }) {
      if (typeof value === 'string') found.push({ start, text: value });
    },
    TemplateLiteral({ quasis, start }) {
      found.push({ start, text: quasis.map((quasi) => quasi.value.cooked ?? '').join('{}') });
    },
    NewExpression({ callee, start, end }) {
      if (callee.type === 'Identifier' && isThrown(callee.name)) thrown.push([start, end]);
    },
  }).visit(program);
  return found
    .filter(({ start }) => !thrown.some(([from, to]) => start > from && start < to))
    .map(({ text }) => normalised(text))
    .filter((text) => !programs.test(path) || wholeSentence.test(text))
    .filter(
      (text) =>
        /\s/.test(text.trim()) && /(^|[\s{}])[a-z]{2,}|^[A-Z][a-z]+ /.test(text) && !reference.test(text),
    );
}

/** As a reader meets it: after `{}` where it continues something, and no value beside another. */
function normalised(text: string): string {
  const whole = `${text.startsWith(' ') ? '{}' : ''}${text}${text.endsWith(' ') ? '{}' : ''}`;
  return whole.replaceAll(/(\{\}){2,}/g, '{}');
}
