import type { ReactElement } from 'react';
import { escapeHidden } from '../../../../ui/json/json-text.ts';
import { Moment } from '../../../../ui/moment/moment.tsx';
import type { ComparedRow, SideName } from '../model/compare.ts';
import { differingStretch } from '../model/differing-stretch.ts';
import { spanInWords } from '../model/span.ts';
import { words } from '../words.ts';

/** Longer values are shown without a mark for what differs in them, in characters. */
const mostMarked = 20_000;

interface ValueCellProps {
  readonly row: ComparedRow;
  readonly side: SideName;
  readonly now: number;
}

/** What differs in a changed value stands out from what both have in common. */
function Value({ row, side }: Omit<ValueCellProps, 'now'>): ReactElement {
  const { kind, first = '', second = '', at } = row;
  const text = side === 'first' ? first : second;
  // The digits of two times say nothing side by side: their distance is said in words.
  const areTimes = at.first !== undefined && at.second !== undefined;
  if (kind !== 'changed' || areTimes || Math.max(first.length, second.length) > mostMarked) {
    return <>{escapeHidden(text)}</>;
  }
  const stretch = differingStretch(first, second);
  return (
    <>
      {escapeHidden(stretch.before)}
      <mark className="compare-mark">{escapeHidden(stretch[side])}</mark>
      {escapeHidden(stretch.after)}
    </>
  );
}

/** By how much the second time differs from the first, beside the second. */
function Distance({ row: { at } }: Pick<ValueCellProps, 'row'>): ReactElement | null {
  if (at.first === undefined || at.second === undefined || at.first === at.second) return null;
  const span = spanInWords(Math.abs(at.second - at.first) / 1000, document.documentElement.lang || 'en');
  return (
    <span className="compare-distance">{at.second > at.first ? words.later(span) : words.earlier(span)}</span>
  );
}

/** A value in one of the tokens, times in words above their number. */
export function ValueCell({ row, side, now }: ValueCellProps): ReactElement {
  if (row[side] === undefined) return <span className="compare-absent">{words.absent}</span>;
  const at = row.at[side];
  return (
    <>
      <span className="compare-side" aria-hidden>
        {words.columns[side]}
      </span>
      {at !== undefined && <Moment at={at} now={now} />}
      {side === 'second' && <Distance row={row} />}
      <code className="compare-value">
        <Value row={row} side={side} />
      </code>
    </>
  );
}
