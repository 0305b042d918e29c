import type { CommandRow } from './command-table.ts';
import { type Offer, offerFor } from './value-words.ts';

/** A text that no shell reads anything into. */
export function quoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}

/** The commands that one can be led to, each by the words before it and its own. */
export function pathsOf(table: readonly CommandRow[]): readonly string[] {
  return table.map(({ at }) => at).filter((at) => at !== '');
}

/** Every option that takes a value, with what is offered for it. */
export function valuesOf(
  table: readonly CommandRow[],
): readonly { readonly at: string; readonly option: string; readonly offer: Offer | undefined }[] {
  return table.flatMap(({ at, options }) =>
    options.flatMap(({ name, value }) =>
      value === undefined ? [] : [{ at, option: name, offer: offerFor(value) }],
    ),
  );
}

/** Lines with white space in front. */
export function indented(lines: readonly string[], by: number): string {
  return lines.map((line) => `${' '.repeat(by)}${line}`).join('\n');
}
