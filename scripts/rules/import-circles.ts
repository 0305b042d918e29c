import { dirname, join, normalize } from 'node:path';
import type { SourceFile } from './import-rules.ts';
import { moduleImports } from './module-imports.ts';

type Graph = ReadonlyMap<string, readonly string[]>;

/**
 * Groups of files that import one another in a circle, types and later imports included: none of such files can be
 * read, or taken elsewhere, without the others. Translations name the type of the words that load them, which is none.
 */
export function importCircles(files: readonly SourceFile[]): readonly (readonly string[])[] {
  const graph: Graph = new Map(files.map((file) => [file.path, importsOf(file)]));
  const reach = (start: string): ReadonlySet<string> => {
    const seen = new Set<string>();
    const open = [...(graph.get(start) ?? [])];
    for (let next = open.pop(); next !== undefined; next = open.pop()) {
      if (seen.has(next)) continue;
      seen.add(next);
      open.push(...(graph.get(next) ?? []));
    }
    return seen;
  };
  const reached = new Map(files.map(({ path }) => [path, reach(path)]));
  const circular = files.map(({ path }) => path).filter((path) => reached.get(path)?.has(path));
  const groups = circular.map((path) =>
    circular.filter((other) => reached.get(path)?.has(other) && reached.get(other)?.has(path)),
  );
  return groups.filter(([first], index) => first === circular[index]);
}

function importsOf({ path, text }: SourceFile): readonly string[] {
  return moduleImports(path, text)
    .filter(({ specifier }) => specifier.startsWith('.'))
    .map(({ specifier }) => normalize(join(dirname(path), specifier)))
    .filter((target) => !isTranslation(path, target));
}

/** `de.ts` beside or below the words that load it. */
function isTranslation(path: string, target: string): boolean {
  return target.startsWith(`${dirname(path)}/`) && /\/(?:de|es|ja|zh)(?:\/[a-z-]+)?\.ts$/.test(target);
}
