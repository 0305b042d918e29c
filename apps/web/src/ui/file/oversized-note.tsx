import type { ReactElement } from 'react';
import { ToneIcon } from '../verdict/tone-icon.tsx';
import { mostBytes } from './read-file.ts';
import { words } from './words.ts';
import './oversized-note.css';

/** Says of a file that it was too large to take, and that nothing has changed. */
export function OversizedNote({ size }: { readonly size: number | undefined }): ReactElement | null {
  if (size === undefined) return null;
  return (
    <p className="file-oversized tone-refused" role="alert">
      <ToneIcon tone="refused" size={16} />
      <span>{words.oversized(size, mostBytes)}</span>
    </p>
  );
}
