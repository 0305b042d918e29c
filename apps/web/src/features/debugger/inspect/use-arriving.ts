import { useEffect, useEffectEvent, useState } from 'react';
import { fileText } from '../../../ui/file/file-text.ts';
import { readFile } from '../../../ui/file/read-file.ts';
import { useOversized } from '../../../ui/file/use-oversized.ts';
import type { DebuggerState } from './debugger-state.ts';
import { fetchKeyFiles } from './fetch-parts.ts';

/** Where somebody reads or writes; editors stand in shadow roots, which the path looks into. */
function isEditable(event: Event): boolean {
  const [target] = event.composedPath();
  return (
    target instanceof HTMLElement && (target.isContentEditable || target.matches('input, select, textarea'))
  );
}

function isIn(event: Event, editor: '.token-editor' | '.key-editor'): boolean {
  return event.composedPath().some((each) => each instanceof Element && each.matches(editor));
}

/** Where what is brought would mix with a sample. */
function isInOwnField(event: Event): boolean {
  return isIn(event, '.token-editor') || isIn(event, '.key-editor');
}

type Transferred = Pick<DataTransfer, 'files' | 'getData' | 'types'>;

function carries({ types }: Transferred): boolean {
  return types.includes('Files') || types.includes('text/plain');
}

interface Arriving {
  /** Whether something is held over the page. */
  readonly isHeld: boolean;
  /** Of a file that was too large to take, in bytes. */
  readonly oversized: number | undefined;
}

/**
 * Takes what is pasted or dropped anywhere on the page, but for what is put into a field: a key into the key's
 * place, everything else as the token. Over a sample, what is put into the field of token or key takes its place too,
 * and never stands amid it: in the field of the key any text is one.
 */
export function useArriving(state: DebuggerState, isShown: boolean): Arriving {
  const [isHeld, setHeld] = useState(false);
  const { size, tell } = useOversized();
  const takeText = (text: string): void => {
    void fetchKeyFiles().then(({ isKey }) => {
      if (isKey(text)) state.setKey(text, true);
      else state.setToken(text, true);
    });
  };
  const take = (transferred: Transferred): void => {
    const [file] = transferred.files;
    if (file) void readFile(file, { onBytes: (bytes) => takeText(fileText(bytes)), onOversized: tell });
    else takeText(transferred.getData('text/plain'));
  };
  const takeOver = (event: Event, transferred: Transferred): void => {
    event.preventDefault();
    event.stopPropagation();
    const text = transferred.getData('text/plain');
    if (isIn(event, '.key-editor') && text !== '') state.setKey(text, true);
    else take(transferred);
  };
  const paste = useEffectEvent((event: ClipboardEvent) => {
    const { clipboardData } = event;
    const isOurs = !isEditable(event) || (state.isSample === true && isInOwnField(event));
    if (isShown && isOurs && clipboardData && carries(clipboardData)) takeOver(event, clipboardData);
  });
  const dropOnSample = useEffectEvent((event: DragEvent) => {
    const { dataTransfer } = event;
    const isOurs = isShown && state.isSample === true && isInOwnField(event);
    // Files are for the panel around the field.
    if (!isOurs || !dataTransfer?.types.includes('text/plain') || dataTransfer.files.length > 0) return;
    setHeld(false);
    takeOver(event, dataTransfer);
  });
  const hold = useEffectEvent((event: DragEvent) => {
    const isOurs = isShown && !isEditable(event) && event.dataTransfer && carries(event.dataTransfer);
    if (isOurs) event.preventDefault();
    setHeld(Boolean(isOurs));
  });
  const drop = useEffectEvent((event: DragEvent) => {
    setHeld(false);
    const { dataTransfer } = event;
    if (!isShown || event.defaultPrevented || isEditable(event) || !dataTransfer) return;
    if (!carries(dataTransfer)) return;
    event.preventDefault();
    take(dataTransfer);
  });
  useEffect(() => {
    const controller = new AbortController();
    const { signal } = controller;
    addEventListener('paste', (event) => paste(event), { capture: true, signal });
    addEventListener('dragover', (event) => hold(event), { signal });
    // Before the editors do, which would write it amid the sample.
    addEventListener('drop', (event) => dropOnSample(event), { capture: true, signal });
    addEventListener('drop', (event) => drop(event), { signal });
    addEventListener('dragleave', ({ relatedTarget }) => relatedTarget === null && setHeld(false), {
      signal,
    });
    return () => controller.abort();
  }, []);
  return { isHeld, oversized: size };
}
