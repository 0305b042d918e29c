import type { SourceFile } from './import-rules.ts';

/** A program that stands in the docstring of a source file, under `@example`. */
export interface Example {
  /** Path of the file and the line where the program starts. */
  readonly name: string;
  readonly code: string;
  /** How many of its lines say what they come to. */
  readonly claims: number;
}

const claim = /^(.+); \/\/ → (.+)$/gm;

/** Every `@example` of these files, in order. */
export function examplesIn(files: readonly SourceFile[]): readonly Example[] {
  return files.flatMap(({ path, text }) =>
    [...text.matchAll(/^ \* @example\n \* ```ts\n([\s\S]*?)^ \* ```$/gm)].map((match) => {
      const code = (match[1] ?? '').replaceAll(/^ \* ?/gm, '');
      const line = text.slice(0, match.index).split('\n').length + 2;
      return { name: `${path}:${line}`, code, claims: [...code.matchAll(claim)].length };
    }),
  );
}

/** The program, in which each line that ends in `// → value` hands what it came to and that value to `came`. */
export function withClaims(code: string): string {
  return code.replaceAll(
    claim,
    (_line, expression: string, value: string) => `came(${expression}, ${value});`,
  );
}
