import { relativeTime } from '@signet/token';
import type { ReactElement } from 'react';
import { Hint } from '../hint/hint.tsx';
import './moment.css';

interface MomentProps {
  /** Milliseconds since 1970, within what a Date holds. */
  readonly at: number;
  readonly now: number;
}

const absolute = new Intl.DateTimeFormat('en', { dateStyle: 'medium', timeStyle: 'medium' });

/** A time in words: relative first, then absolute in the reader's zone, the exact instant on hover. */
export function Moment({ at, now }: MomentProps): ReactElement {
  const date = new Date(at);
  return (
    <Hint text={`${date.toISOString()} (UTC)`}>
      <button type="button" className="moment">
        <time dateTime={date.toISOString()}>{relativeTime(at / 1000, now / 1000)}</time>
        <span className="moment-absolute">{absolute.format(date)}</span>
      </button>
    </Hint>
  );
}
