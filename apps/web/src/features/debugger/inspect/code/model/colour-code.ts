import type { VerificationCode } from '@signet/token/verification-code';

/** A stretch of code that is drawn in one way. */
export interface CodeStretch {
  readonly text: string;
  readonly look: 'comment' | 'string' | 'keyword' | 'other';
}

type Language = VerificationCode['language'];

const string = String.raw`"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|\x60[^\x60]*\x60`;
const slashes = String.raw`//[^\n]*|/\*[^]*?\*/`;
const hash = String.raw`#[^\n]*|"""[^]*?"""`;

const keywords: Readonly<Record<Language, string>> = {
  javascript:
    'async await catch const else export for function if import from instanceof new return throw try typeof undefined let',
  python:
    'and as class def elif else except finally for from if import in is lambda None not or raise return try while with True False async await',
  go: 'const defer else for func if import map package range return struct switch type var nil',
  java: 'catch class else final for if implements import instanceof new package private public return static throw throws try void',
  csharp:
    'async await catch class else foreach if in internal new null out private public readonly return sealed static throw true try using var namespace',
};

/** Comments, strings and keywords apart from the rest: enough to read by, and no parser to load. */
export function colourCode(code: string, language: Language): readonly CodeStretch[] {
  const comment = language === 'python' ? hash : slashes;
  const words = keywords[language].replaceAll(' ', '|');
  const pattern = new RegExp(
    `(?<comment>${comment})|(?<string>${string})|(?<keyword>\\b(?:${words})\\b)`,
    'g',
  );
  const stretches: CodeStretch[] = [];
  let end = 0;
  for (const match of code.matchAll(pattern)) {
    if (match.index > end) stretches.push({ text: code.slice(end, match.index), look: 'other' });
    stretches.push({ text: match[0], look: lookOf(match.groups ?? {}) });
    end = match.index + match[0].length;
  }
  return end < code.length ? [...stretches, { text: code.slice(end), look: 'other' }] : stretches;
}

function lookOf(groups: Readonly<Record<string, string | undefined>>): CodeStretch['look'] {
  if (groups['comment'] !== undefined) return 'comment';
  return groups['string'] !== undefined ? 'string' : 'keyword';
}
