import { blockText, type ErrorPage, type PageGroup } from './page.ts';

/** The groups with those pages in which every word of the question stands: in code, title, status or text. */
export function findPages(groups: readonly PageGroup[], question: string): readonly PageGroup[] {
  const wanted = question.toLowerCase().split(/\s+/).filter(Boolean);
  if (wanted.length === 0) return groups;
  return groups
    .map(({ title, pages }) => ({ title, pages: pages.filter((page) => holds(page, wanted)) }))
    .filter(({ pages }) => pages.length > 0);
}

function holds({ code, status, title, blocks }: ErrorPage, wanted: readonly string[]): boolean {
  const text = [code, `${status}`, title, ...blocks.map(blockText)].join(' ').toLowerCase();
  return wanted.every((word) => text.includes(word));
}

/** The code that an address names: the last word of its path, unless that is the folder of the list itself. */
export function codeOfPath(pathname: string): string | undefined {
  return /\/errors\/(\w+)(?:\.html)?$/.exec(pathname)?.[1]?.replace(/^index$/, '') || undefined;
}
