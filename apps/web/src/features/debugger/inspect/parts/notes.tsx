import { IconArrowBackUp } from '@tabler/icons-react';
import type { ReactElement } from 'react';
import { Button } from '../../../../ui/button/button.tsx';
import { words } from '../words.ts';
import './notes.css';

interface MendedNoteProps {
  readonly label: string;
  readonly onUndo: () => void;
}

/** What was changed at the press of a button, and the way back. */
export function MendedNote({ label, onUndo }: MendedNoteProps): ReactElement {
  return (
    <div className="note" role="status">
      <span>{words.mends.applied(label)}</span>
      <Button onClick={onUndo}>
        <IconArrowBackUp size={15} stroke={1.75} aria-hidden />
        {words.mends.undo}
      </Button>
    </div>
  );
}

interface LinkedNoteProps {
  /** The address that the key came from; absent where it came with a link. */
  readonly from: string | undefined;
  readonly onTrust: () => void;
}

/** Says that the reader has not chosen the key, and lets the reader stand by it. */
export function LinkedNote({ from, onTrust }: LinkedNoteProps): ReactElement {
  return (
    <div className="note">
      <span>{from === undefined ? words.share.received : words.share.named(from)}</span>
      <Button onClick={onTrust}>{from === undefined ? words.share.trust : words.share.trustAddress}</Button>
    </div>
  );
}
