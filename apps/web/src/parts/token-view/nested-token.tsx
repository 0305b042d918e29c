import type { ReactElement } from 'react';
import { Button } from '../../ui/button/button.tsx';
import { words } from './words.ts';
import './nested-token.css';

interface NestedTokenProps {
  readonly token: string;
  readonly onOpen: (token: string) => void;
}

/** A token that is the payload of another, and the way into it. */
export function NestedToken({ token, onOpen }: NestedTokenProps): ReactElement {
  return (
    <div className="nested">
      <p>{words.nested.note}</p>
      <p className="nested-text">{token}</p>
      <Button weight="primary" onClick={() => onOpen(token)}>
        {words.nested.open}
      </Button>
    </div>
  );
}
