import { Tooltip } from '@mantine/core';
import type { ReactElement } from 'react';
import './hint.css';

interface HintProps {
  readonly text: string;
  /** Must take a ref and be reachable by keyboard, so that everyone can read the hint. */
  readonly children: ReactElement;
}

/** A sentence that appears on hover and on focus. */
export function Hint({ text, children }: HintProps): ReactElement {
  return (
    <Tooltip
      label={text}
      events={{ hover: true, focus: true, touch: true }}
      transitionProps={{ duration: 0 }}
      openDelay={250}
      multiline
      maw={320}
      className="hint"
    >
      {children}
    </Tooltip>
  );
}
