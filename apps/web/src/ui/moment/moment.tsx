import type { ReactElement } from 'react';
import { Hint } from '../hint/hint.tsx';
import { formatInstant, relativeTime } from '../language/figures.ts';
import './moment.css';

interface MomentProps {
  /** Milliseconds since 1970, within what a Date holds. */
  readonly at: number;
  readonly now: number;
}

/** A time in words: relative first, then absolute in the reader's zone, the exact instant on hover. */
export function Moment({ at, now }: MomentProps): ReactElement {
  const date = new Date(at);
  return (
    <Hint text={`${date.toISOString()} (UTC)`}>
      <button type="button" className="moment">
        <time dateTime={date.toISOString()}>{relativeTime(at, now)}</time>
        <span className="moment-absolute">{formatInstant(at)}</span>
      </button>
    </Hint>
  );
}
