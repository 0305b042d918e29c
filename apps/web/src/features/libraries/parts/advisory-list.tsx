import type { ReactElement } from 'react';
import { type Advisory, advisoryUrl } from '../model/library.ts';
import { words } from '../words.ts';
import { SourceLink } from './source-link.tsx';

/** What was wrong once, and which version mends it. */
export function AdvisoryList({ advisories }: { readonly advisories: readonly Advisory[] }): ReactElement {
  if (advisories.length === 0) return <span className="libraries-quiet">{words.noAdvisory}</span>;
  return (
    <ul className="library-advisories">
      {advisories.map((advisory) => (
        <li key={advisory.id}>
          <SourceLink href={advisoryUrl(advisory)}>{advisory.cve || advisory.id}</SourceLink>{' '}
          <span lang="en">{advisory.what}</span>
          <span className="libraries-quiet"> · {words.fixed(advisory.fixed)}</span>
        </li>
      ))}
    </ul>
  );
}
