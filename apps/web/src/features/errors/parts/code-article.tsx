import { IconArrowLeft } from '@tabler/icons-react';
import { type ReactElement, useEffect } from 'react';
import type { ErrorPage, PageGroup } from '../model/page.ts';
import { words } from '../words.ts';
import { BlockView } from './block-view.tsx';

interface CodeArticleProps {
  readonly page: ErrorPage;
  /** Where the page stands in the list. */
  readonly group: PageGroup;
}

/** What one code means. The text is English in every language of the page. */
export function CodeArticle({ page, group }: CodeArticleProps): ReactElement {
  const { code, title, status, blocks } = page;
  const documentTitle = words.documentTitle(`${code}: ${title}`);
  useEffect(() => {
    document.title = documentTitle;
  }, [documentTitle]);
  return (
    <div className="reading-page codes codes-one">
      <nav className="code-beside" aria-label={words.others}>
        <a className="code-back" href="./">
          <IconArrowLeft size={16} stroke={1.75} aria-hidden />
          {words.all}
        </a>
        <ul>
          {group.pages.map((other) => (
            <li key={other.code}>
              <a href={`./${other.code}`} aria-current={other.code === code ? 'page' : undefined}>
                <code>{other.code}</code>
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <main className="code-page" id="codes" tabIndex={-1} lang="en">
        <h1>
          <code>{code}</code>
          {title}
        </h1>
        <p className="code-status">
          {words.status} {status}
        </p>
        {blocks.map((block, index) => {
          const place = `${index}`; // The blocks of a page are never reordered.
          return <BlockView key={place} block={block} />;
        })}
      </main>
    </div>
  );
}
