import { Fragment, type ReactElement } from 'react';
import { words } from '../words/words.ts';
import './token-text.css';

export const partNames = ['header', 'payload', 'signature'] as const;
export type PartName = (typeof partNames)[number];

interface TokenTextProps {
  readonly token: string;
  /** The other parts step back. */
  readonly chosen?: PartName;
}

/** A token in its three hues. */
export function TokenText({ token, chosen }: TokenTextProps): ReactElement {
  const segments = token.split('.');
  return (
    <p className="token-text" data-chosen={chosen}>
      {partNames.map((name, index) => (
        <Fragment key={name}>
          {index > 0 && <span className="token-dot">.</span>}
          <span className={`token-part part-${name}`} title={words.parts[name]} data-part={name}>
            {segments[index]}
          </span>
        </Fragment>
      ))}
    </p>
  );
}
