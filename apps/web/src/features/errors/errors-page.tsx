import { groups } from 'virtual:error-pages';
import type { ReactElement } from 'react';
import { codeOfPath } from './model/find-pages.ts';
import { CodeArticle } from './parts/code-article.tsx';
import { CodeList } from './parts/code-list.tsx';
import '../../ui/look/reading-page.css';
import './errors.css';

/** The page of the code that the address names, or the list of all. */
export function ErrorsPage(): ReactElement {
  const code = codeOfPath(location.pathname);
  const group = groups.find(({ pages }) => pages.some((page) => page.code === code));
  const page = group?.pages.find((one) => one.code === code);
  return group && page ? (
    <CodeArticle page={page} group={group} />
  ) : (
    <CodeList groups={groups} unknown={code} />
  );
}
