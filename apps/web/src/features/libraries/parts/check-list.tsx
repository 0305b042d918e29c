import { IconCircle, IconCircleCheckFilled, IconCircleDashed, IconCircleHalf2 } from '@tabler/icons-react';
import type { ReactElement } from 'react';
import { type Check, checks, type Extent, type Library, sourceUrl } from '../model/library.ts';
import { words } from '../words.ts';
import { SourceLink } from './source-link.tsx';

const icons = {
  default: IconCircleCheckFilled,
  option: IconCircleHalf2,
  supported: IconCircle,
} as const satisfies Readonly<Record<Extent, unknown>>;

function Stated({ library, check, extent, place }: StatedProps): ReactElement {
  const Icon = icons[extent];
  return (
    <SourceLink
      className={`library-check tone-${extent === 'default' ? 'verified' : 'unknown'}`}
      href={sourceUrl(library, place)}
      title={words.checks[check]}
    >
      <Icon className="tone-icon" size={15} aria-hidden />
      <span className="library-check-name">{words.short[check]}</span>{' '}
      <span className="library-check-extent">{words.extents[extent]}</span>
    </SourceLink>
  );
}

interface StatedProps {
  readonly library: Library;
  readonly check: Check;
  readonly extent: Extent;
  readonly place: string;
}

/** What the library checks, in the same order for all, so that they can be compared. */
export function CheckList({ library }: { readonly library: Library }): ReactElement {
  return (
    <ul className="library-checks" aria-label={words.check}>
      {checks.map((check) => {
        const [extent, place] = library.checks[check] ?? [];
        return (
          <li key={check}>
            {extent && place ? (
              <Stated library={library} check={check} extent={extent} place={place} />
            ) : (
              <span className="library-check library-check-unstated" title={words.checks[check]}>
                <IconCircleDashed className="tone-icon" size={15} aria-hidden />
                <span className="library-check-name">{words.short[check]}</span>{' '}
                <span className="library-check-extent">{words.notStated}</span>
              </span>
            )}
          </li>
        );
      })}
    </ul>
  );
}
