import type { ReactElement } from 'react';
import { CopyButton } from '../../../ui/copy/copy-button.tsx';
import { shortNames } from '../model/filter.ts';
import { type Library, repositoryUrl, sourceUrl } from '../model/library.ts';
import { words } from '../words.ts';
import { AdvisoryList } from './advisory-list.tsx';
import { CheckList } from './check-list.tsx';
import { SourceLink } from './source-link.tsx';

function Head({ library }: { readonly library: Library }): ReactElement {
  const { name, language, licence, read, install } = library;
  return (
    <div className="library-head">
      <h2>
        <SourceLink href={repositoryUrl(library)}>{name}</SourceLink>
      </h2>
      <p className="library-about">
        <span>{language}</span>
        <SourceLink href={sourceUrl(library, licence.source)}>
          <span className="visually-hidden">{words.licence} </span>
          {licence.name}
        </SourceLink>
        <span>{words.read(read)}</span>
      </p>
      <p className="library-install">
        <SourceLink href={install.source}>
          <span className="visually-hidden">{words.install} </span>
          <code>{install.command}</code>
        </SourceLink>
        <CopyButton text={install.command} label={words.copy(name)} done={words.copied} />
      </p>
    </div>
  );
}

/** What was found of one library, each claim with its source. */
export function LibraryRow({ library }: { readonly library: Library }): ReactElement {
  const { name, algorithms, advisories } = library;
  return (
    <li className="library">
      <Head library={library} />
      <div className="library-body">
        <CheckList library={library} />
        <dl className="library-facts">
          <dt>{words.algorithms}</dt>
          <dd>
            <span className="library-algorithms">{shortNames(algorithms.names).join('  ')}</span>{' '}
            {algorithms.sources.slice(0, 1).map((place) => (
              <SourceLink key={place} href={sourceUrl(library, place)}>
                {words.source}
                <span className="visually-hidden">
                  : {words.algorithms}, {name}
                </span>
              </SourceLink>
            ))}
          </dd>
          <dt>{words.advisories}</dt>
          <dd>
            <AdvisoryList advisories={advisories} />
          </dd>
        </dl>
      </div>
    </li>
  );
}
