import type { ReactElement } from 'react';
import { formatInstant, relativeTime } from '../../../../ui/language/figures.ts';

interface TimeProps {
  readonly name: string;
  readonly at: number;
  readonly now: number;
}

/** How long ago something was, and exactly when on hover. */
export function Time({ name, at, now }: TimeProps): ReactElement {
  return (
    <span>
      {name}{' '}
      <time dateTime={new Date(at).toISOString()} title={formatInstant(at)}>
        {relativeTime(at, Math.max(now, at))}
      </time>
    </span>
  );
}
