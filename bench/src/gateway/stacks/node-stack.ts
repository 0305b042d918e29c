import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Site } from '../site.ts';
import type { Stack } from './stack.ts';

/** What makes one row different from another of the same program. */
export interface Variation
  extends Pick<Site, 'condition' | 'otherRoutes' | 'revoked' | 'full'>,
    Pick<Stack, 'algorithm' | 'cold' | 'seenBefore'> {}

/** A stack that is a Node program of this repository, `script`, told its site by a file. */
export function nodeStack(name: string, title: string, script: URL, variation: Variation = {}): Stack {
  const { algorithm, cold, seenBefore, ...site } = variation;
  return {
    name,
    title,
    checksTokens: true,
    ...(algorithm === undefined ? {} : { algorithm }),
    ...(cold === undefined ? {} : { cold }),
    ...(seenBefore === undefined ? {} : { seenBefore }),
    async prepare(given) {
      const file = join(given.folder, `${name}.json`);
      await writeFile(file, JSON.stringify({ ...given, ...site }));
      return { program: process.execPath, arguments: [fileURLToPath(script), file] };
    },
  };
}

const signet: URL = new URL('../peers/signet.ts', import.meta.url);

export function signetStack(name: string, title: string, variation: Variation = {}): Stack {
  return nodeStack(name, title, signet, variation);
}
