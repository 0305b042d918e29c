import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Site } from '../site.ts';
import type { Stack } from './stack.ts';

/** A stack that is a Node program of this repository, `script`, told its site by a file. */
export function nodeStack(
  name: string,
  title: string,
  script: URL,
  more: Pick<Site, 'condition'> = {},
): Stack {
  return {
    name,
    title,
    checksTokens: true,
    async prepare(site) {
      const file = join(site.folder, `${name}.json`);
      await writeFile(file, JSON.stringify({ ...site, ...more }));
      return { program: process.execPath, arguments: [fileURLToPath(script), file] };
    },
  };
}
