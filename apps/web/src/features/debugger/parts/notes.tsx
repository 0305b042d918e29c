import { IconArrowBackUp } from '@tabler/icons-react';
import type { ReactElement } from 'react';
import { Button } from '../../../ui/button/button.tsx';
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

/** Says that the reader has not chosen the key, and lets the reader stand by it. */
export function LinkedNote({ onTrust }: { readonly onTrust: () => void }): ReactElement {
  return (
    <div className="note">
      <span>{words.share.received}</span>
      <Button onClick={onTrust}>{words.share.trust}</Button>
    </div>
  );
}
