import { readFileSync } from 'node:fs';
import { errorCatalogue } from '@signet/contracts';
import type { ErrorPage, PageGroup } from '../../src/features/errors/model/page.ts';
import { parseMarkdown } from './parse-markdown.ts';

type Catalogue = Readonly<Record<string, { readonly status: number; readonly title: string } | undefined>>;

/**
 * The pages of all codes under the headings of the index. That both name the codes of the catalogue, a test of
 * `docs/errors` holds.
 * @param folder `docs/errors`, with a slash at its end
 */
export function readPages(folder: URL): readonly PageGroup[] {
  const [, ...sections] = readFileSync(new URL('README.md', folder), 'utf8').split(/^## /m);
  return sections.map((section) => ({
    title: section.split('\n', 1)[0] ?? '',
    pages: [...section.matchAll(/^\| \[`(\w+)`\]/gm)].map(([, code = '']) => readPage(folder, code)),
  }));
}

/** Title and status stand in the catalogue; what is read begins below them. */
function readPage(folder: URL, code: string): ErrorPage {
  const about = (errorCatalogue as Catalogue)[code];
  if (about === undefined) throw new Error(`docs/errors lists ${code}, which the catalogue does not know.`);
  const [, , ...blocks] = parseMarkdown(readFileSync(new URL(`${code}.md`, folder), 'utf8'));
  return { code, status: about.status, title: about.title, blocks };
}
