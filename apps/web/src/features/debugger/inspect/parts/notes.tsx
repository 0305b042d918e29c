import type { ReactElement } from 'react';
import { words } from '../words.ts';
import './notes.css';

interface LinkedNoteProps {
  /** The address that the key came from; absent where it came with a link. */
  readonly from: string | undefined;
}

/** Says that the reader has not chosen the key. Beside the verdict the reader can stand by it. */
export function LinkedNote({ from }: LinkedNoteProps): ReactElement {
  return <p className="note">{from === undefined ? words.share.received : words.share.named(from)}</p>;
}
