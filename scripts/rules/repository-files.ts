import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { SourceFile } from './import-rules.ts';

export const repositoryRoot: string = fileURLToPath(new URL('../..', import.meta.url));

/** Files that git tracks or would track, whose path matches; deleted ones left out. */
export function repositoryFiles(pattern: RegExp): readonly SourceFile[] {
  const listed = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
    cwd: repositoryRoot,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  const deleted = new Set(
    execFileSync('git', ['ls-files', '-z', '--deleted'], { cwd: repositoryRoot, encoding: 'utf8' }).split(
      '\0',
    ),
  );
  return [...new Set(listed.split('\0'))]
    .filter((path) => pattern.test(path) && !deleted.has(path))
    .map((path) => ({ path, text: readFileSync(`${repositoryRoot}/${path}`, 'utf8') }));
}
