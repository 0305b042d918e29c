import { type ReactElement, useEffect } from 'react';
import { useParameters } from '../../../ui/address/use-parameters.ts';
import { Button } from '../../../ui/button/button.tsx';
import { TextField } from '../../../ui/field/text-field.tsx';
import { findPages } from '../model/find-pages.ts';
import type { PageGroup } from '../model/page.ts';
import { words } from '../words.ts';

interface CodeListProps {
  readonly groups: readonly PageGroup[];
  /** A code that the address names and that there is not. */
  readonly unknown: string | undefined;
}

function Group({ group: { title, pages } }: { readonly group: PageGroup }): ReactElement {
  return (
    <section className="code-group" aria-label={title} lang="en">
      <h2>{title}</h2>
      <ul>
        {pages.map(({ code, status, title: said }) => (
          <li key={code}>
            <a href={`./${code}`}>
              <code>{code}</code> <span className="code-row-status">{status}</span>{' '}
              <span className="code-row-title">{said}</span>
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** All codes in the order of the index, and those alone in which the words of the search stand. */
export function CodeList({ groups, unknown }: CodeListProps): ReactElement {
  const [{ find = '' }, change] = useParameters();
  const found = findPages(groups, find);
  const count = found.reduce((sum, { pages }) => sum + pages.length, 0);
  const documentTitle = words.documentTitle(words.title);
  useEffect(() => {
    document.title = documentTitle;
  }, [documentTitle]);
  return (
    <main className="reading-page codes" id="codes" tabIndex={-1}>
      <h1>{words.title}</h1>
      <p className="reading-lead">{words.lead}</p>
      {unknown !== undefined && <p className="codes-unknown tone-warning">{words.unknown(unknown)}</p>}
      <search className="codes-search">
        <TextField
          label={words.find}
          labelClass="codes-find-label"
          className="codes-find"
          value={find}
          placeholder={words.placeholder}
          maxLength={200}
          onValue={(value) => change({ find: value })}
        />
        <output className="codes-count">{words.found(count)}</output>
      </search>
      {found.map((group) => (
        <Group key={group.title} group={group} />
      ))}
      {count === 0 && (
        <p className="codes-none">
          {words.none} <Button onClick={() => change({ find: '' })}>{words.clear}</Button>
        </p>
      )}
    </main>
  );
}
