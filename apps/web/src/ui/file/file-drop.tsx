import { type ReactElement, type ReactNode, useEffect, useEffectEvent, useRef, useState } from 'react';
import './file-drop.css';

/** Nobody drops a token or key of this size, in bytes. */
const largest = 4 * 1024 * 1024;

export type TakeBytes = (bytes: Uint8Array) => void;

/** Reads a file in the page itself; of one that is too large only the start, which is too much already. */
export async function readFile(file: File, onBytes: TakeBytes): Promise<void> {
  onBytes(new Uint8Array(await file.slice(0, largest).arrayBuffer()));
}

interface FileDropProps {
  readonly onBytes: TakeBytes;
  readonly children: ReactNode;
}

/** Takes a file that is dropped on its children as if it had been pasted. */
export function FileDrop({ onBytes, children }: FileDropProps): ReactElement {
  const place = useRef<HTMLDivElement>(null);
  const [hovered, setHovered] = useState(false);
  const take = useEffectEvent((file: File) => void readFile(file, onBytes));
  useEffect(
    () =>
      place.current ? listen(place.current, { take: (file) => take(file), hover: setHovered }) : undefined,
    [],
  );
  return (
    <div ref={place} className={`file-drop ${hovered ? 'file-drop-ready' : ''}`}>
      {children}
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
