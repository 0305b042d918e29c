import { type ReactElement, type ReactNode, useEffect, useEffectEvent, useRef, useState } from 'react';
import { OversizedNote } from './oversized-note.tsx';
import { readFile, type TakeBytes } from './read-file.ts';
import { OversizedContext, useOversized } from './use-oversized.ts';
import './file-drop.css';

interface FileDropProps {
  readonly onBytes: TakeBytes;
  readonly children: ReactNode;
}

/** Takes a file that is dropped on its children as if it had been pasted, or says why it does not. */
export function FileDrop({ onBytes, children }: FileDropProps): ReactElement {
  const place = useRef<HTMLDivElement>(null);
  const [hovered, setHovered] = useState(false);
  const { size, tell } = useOversized();
  const take = useEffectEvent((file: File) => void readFile(file, { onBytes, onOversized: tell }));
  useEffect(
    () =>
      place.current ? listen(place.current, { take: (file) => take(file), hover: setHovered }) : undefined,
    [],
  );
  return (
    <div ref={place} className={`file-drop ${hovered ? 'file-drop-ready' : ''}`}>
      <OversizedContext value={tell}>{children}</OversizedContext>
      <OversizedNote size={size} />
    </div>
  );
}

interface Listeners {
  readonly take: (file: File) => void;
  readonly hover: (hovered: boolean) => void;
}

/** Listens before the editors do, which would write the file's text into what is there. Returns how to stop. */
function listen(place: HTMLElement, { take, hover }: Listeners): () => void {
  const controller = new AbortController();
  const { signal } = controller;
  const carriesFile = (event: DragEvent): boolean => event.dataTransfer?.types.includes('Files') ?? false;
  const over = (event: DragEvent): void => {
    if (!carriesFile(event)) return;
    event.preventDefault();
    hover(true);
  };
  const drop = (event: DragEvent): void => {
    if (!carriesFile(event)) return;
    event.preventDefault();
    event.stopPropagation();
    hover(false);
    const [file] = event.dataTransfer?.files ?? [];
    if (file) take(file);
  };
  place.addEventListener('dragover', over, { capture: true, signal });
  place.addEventListener('drop', drop, { capture: true, signal });
  place.addEventListener('dragleave', () => hover(false), { signal });
  return () => controller.abort();
}
