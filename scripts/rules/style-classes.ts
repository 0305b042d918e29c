import type { SourceFile } from './import-rules.ts';

/** Restyles what others define: for touch, whatever the part. */
const restyles = 'apps/web/src/ui/look/touch.css';

/** A document of its own, which no other style reaches. */
const isolated = /\/fetch-keys\/frame\//;

const rule = /(?<=^|[{}])([^{};]+)\{/g;
const comment = /\/\*[^*]*\*+(?:[^/*][^*]*\*+)*\//g;

/** The classes that a style sheet styles by their name alone. */
function definedIn(text: string): ReadonlySet<string> {
  const heads = [...text.replace(comment, '').matchAll(rule)].map(([, head = '']) => head);
  const selectors = heads.filter((head) => !head.includes('(')).flatMap((head) => head.split(','));
  return new Set(selectors.map((each) => each.trim()).filter((each) => /^\.[\w-]+$/.test(each)));
}

/**
 * Classes that more than one style sheet defines, each with its sheets. Names of classes are global, and which of two
 * wins is decided by which page was opened first.
 */
export function sharedClasses(sheets: readonly SourceFile[]): readonly string[] {
  const places = new Map<string, string[]>();
  for (const { path, text } of sheets.filter(({ path }) => path !== restyles && !isolated.test(path))) {
    for (const name of definedIn(text)) places.set(name, [...(places.get(name) ?? []), path]);
  }
  return [...places]
    .filter(([, paths]) => paths.length > 1)
    .map(([name, paths]) => `${name}: ${paths.join(', ')}`);
}
