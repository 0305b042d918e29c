import type { Ran } from '@signet/testing/signet';
import { expect } from 'vitest';

/** A line to type, and what the document says that it prints. */
export interface Example {
  readonly line: string;
  readonly printed: string[];
}

/** The lines of a document's `sh` blocks of one kind; a line after `#` is of what the one before it prints. */
export function examplesIn(text: string, kind: string): readonly Example[] {
  const blocks = text.matchAll(new RegExp(`^\`\`\`sh${kind}\\n([\\s\\S]*?)^\`\`\`$`, 'gm'));
  const lines = [...blocks].flatMap(([, block = '']) => block.split('\n').filter((line) => line !== ''));
  const examples: Example[] = [];
  for (const line of lines) {
    if (line.startsWith('# ')) examples.at(-1)?.printed.push(line.slice(2));
    else examples.push({ line, printed: [] });
  }
  return examples;
}

export function expectedCode(line: string): number {
  return Number(/ # exits with (\d)/.exec(line)?.[1] ?? 0);
}

/** A pattern of what was written down: white space is as the terminal wraps it, `…` is anything. */
export function asPrinted(written: string): RegExp {
  const parts = written.split('…').map((part) =>
    part
      .split(/\s+/)
      .map((word) => RegExp.escape(word))
      .join('\\s+'),
  );
  return new RegExp(parts.join('[^]*?'));
}

/** Holds a line to what the document says of it: the code it exits with, and the text. */
export function holdTo({ line, printed }: Example, { code, out, err }: Ran): void {
  expect({ code, err: code === expectedCode(line) ? '' : err }).toEqual({
    code: expectedCode(line),
    err: '',
  });
  for (const written of printed) expect(`${out}${err}`).toMatch(asPrinted(written));
}
