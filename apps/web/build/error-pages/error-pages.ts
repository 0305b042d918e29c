import type { Plugin } from 'vite';
import { readPages } from './read-pages.ts';
import { staticList, staticPage } from './static-pages.ts';

const name = 'virtual:error-pages';
const resolved = `\0${name}`;
const folder = new URL('../../../../docs/errors/', import.meta.url);
const listFile = 'errors/index.html';

/**
 * Makes pages of the files in `docs/errors`: a module that holds them as trees of words, and a document for each
 * code, which says the same to who runs no script. In development the document of the list stands for all of them.
 */
export function errorPages(): Plugin {
  return {
    name: 'signet-error-pages',
    enforce: 'post',
    resolveId: (id) => (id === name ? resolved : undefined),
    load(id) {
      return id === resolved ? `export const groups = ${JSON.stringify(readPages(folder))};` : undefined;
    },
    generateBundle(_options, bundle) {
      const list = bundle[listFile];
      if (list?.type !== 'asset') return;
      const document = String(list.source);
      const groups = readPages(folder);
      list.source = staticList(document, groups);
      for (const page of groups.flatMap(({ pages }) => pages)) {
        this.emitFile({
          type: 'asset',
          fileName: `errors/${page.code}.html`,
          source: staticPage(document, page),
        });
      }
    },
    configureServer({ middlewares }) {
      middlewares.use((request, _response, next) => {
        if (/^\/errors\/\w+(?:\?|$)/.test(request.url ?? '')) request.url = '/errors/';
        next();
      });
    },
  };
}
