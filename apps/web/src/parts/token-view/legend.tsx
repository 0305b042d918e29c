import type { Segment } from '@signet/token/parse';
import type { ReactElement } from 'react';
import { hues } from './token-marks.ts';
import { words } from './words.ts';
import './legend.css';

/** The parts of the token in their hues, with their sizes. */
export function Legend({ segments }: { readonly segments: readonly Segment[] }): ReactElement {
  return (
    <ul className="legend" aria-label={words.partsOfToken}>
      {segments.filter(isInText).map(({ role, start, bytes }) => (
        <li key={`${role}${start}`} className={`legend-part part-${hues[role]}`}>
          {words.roles[role]} <span className="legend-size">{words.bytes(bytes.length)}</span>
        </li>
      ))}
    </ul>
  );
}

/** A payload from elsewhere has no place in the token. */
function isInText({ role, text }: Segment): boolean {
  return role !== 'payload' || text !== '';
}
