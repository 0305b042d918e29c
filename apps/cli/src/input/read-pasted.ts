import type { Context } from '../context.ts';
import { readTextFile } from './read-file.ts';
import { readAll } from './read-stdin.ts';

/** The text of a file, or of standard input where no file or `-` is named; without white space around it. */
export async function readPasted({ terminal }: Context, file: string | undefined): Promise<string> {
  if (file === undefined || file === '-') return readAll(terminal.input);
  return (await readTextFile(file)).trim();
}
