import { type ReactElement, useEffect } from 'react';
import { useParameters } from '../../ui/address/use-parameters.ts';
import { Button } from '../../ui/button/button.tsx';
import { libraries, reviewed } from './directory/libraries.ts';
import { filterLibraries, readFilter } from './model/filter.ts';
import { FilterBar } from './parts/filter-bar.tsx';
import { LibraryRow } from './parts/library-row.tsx';
import { words } from './words.ts';
import '../../ui/look/reading-page.css';
import './libraries.css';

const noFilter = { find: '', language: '', algorithm: '', check: '' };

/** The directory of libraries, and those alone that the address asks for. */
export function LibrariesPage(): ReactElement {
  const [parameters, change] = useParameters();
  const filter = readFilter(parameters, libraries);
  const found = filterLibraries(libraries, filter);
  const documentTitle = words.documentTitle(words.title);
  useEffect(() => {
    document.title = documentTitle;
  }, [documentTitle]);
  return (
    <main className="reading-page libraries" id="libraries" tabIndex={-1}>
      <h1>{words.title}</h1>
      <p className="reading-lead">{words.lead}</p>
      <p className="libraries-quiet">{words.honesty(reviewed)}</p>
      <FilterBar filter={filter} libraries={libraries} onChange={change} />
      <p className="libraries-count">
        <output>{words.found(found.length)}</output>
      </p>
      <ul className="library-list">
        {found.map((library) => (
          <LibraryRow key={library.repository} library={library} />
        ))}
      </ul>
      {found.length === 0 && (
        <p className="libraries-none">
          {words.none} <Button onClick={() => change(noFilter)}>{words.clear}</Button>
        </p>
      )}
    </main>
  );
}
