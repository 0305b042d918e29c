import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Stack } from './stack.ts';

/** A stack that is a Node program of this repository, told its site by a file. `script` is relative to `peers/`. */
export function nodeStack(name: string, title: string, script: string): Stack {
  const program = fileURLToPath(new URL(`../peers/${script}`, import.meta.url));
  return {
    name,
    title,
    checksTokens: true,
    async prepare(site) {
      const file = join(site.folder, `${name}.json`);
      await writeFile(file, JSON.stringify(site));
      return { program: process.execPath, arguments: [program, file] };
    },
  };
}
