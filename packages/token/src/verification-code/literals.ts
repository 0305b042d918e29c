import type { VerificationCode } from './code-request.ts';

/**
 * Text of a token as a string literal of each language. All but printable ASCII is escaped: a quote cannot end the
 * literal, and no character can turn the reading direction of the code around it (CVE-2021-42574).
 */
export const literals: Readonly<Record<VerificationCode['language'], (text: string) => string>> = {
  javascript: (text) => `'${escaped(text, "'", units)}'`,
  python: (text) => `"${escaped(text, '"', wide)}"`,
  go: (text) => `"${escaped(text, '"', wide)}"`,
  java: (text) => `"${escaped(text, '"', javaEscape)}"`,
  csharp: (text) => `"${escaped(text, '"', wide)}"`,
};

/** JLS §3.3: `\u000a` and `\u0022` are read before the literal is, and would end it. Octal escapes are read within it. */
function javaEscape(character: string): string {
  const point = character.codePointAt(0) ?? 0;
  return point < 0x80 ? `\\${point.toString(8).padStart(3, '0')}` : units(character);
}

function escaped(text: string, quote: string, escapeOther: (character: string) => string): string {
  return Array.from(text, (character) => {
    if (character === quote || character === '\\') return `\\${character}`;
    return /^[ -~]$/.test(character) ? character : escapeOther(character);
  }).join('');
}

/** One `\uXXXX` for each UTF-16 unit. */
function units(character: string): string {
  return character
    .split('')
    .map((unit) => `\\u${hex(unit.charCodeAt(0), 4)}`)
    .join('');
}

/** One escape for each character: Python and Go would read two surrogates as two characters, or not at all. */
function wide(character: string): string {
  const point = character.codePointAt(0) ?? 0;
  return point > 0xffff ? `\\U${hex(point, 8)}` : `\\u${hex(point, 4)}`;
}

function hex(value: number, digits: number): string {
  return value.toString(16).padStart(digits, '0');
}
