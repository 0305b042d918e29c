import { useEffect, useState } from 'react';

/** Whether a key that was pressed goes into a text. Looks into shadow roots, where the editors are. */
function isTyping(event: KeyboardEvent): boolean {
  const [target] = event.composedPath();
  return (
    target instanceof HTMLElement && (target.isContentEditable || target.matches('input, select, textarea'))
  );
}

/** Opens the palette on Ctrl or ⌘ with K anywhere, and on `?` outside of texts. */
export function usePalette(): readonly [boolean, (isOpen: boolean) => void] {
  const [isOpen, setOpen] = useState(false);
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      const called = event.key.toLowerCase() === 'k' && (event.ctrlKey || event.metaKey);
      if (!called && (event.key !== '?' || isTyping(event))) return;
      event.preventDefault();
      setOpen(true);
    };
    addEventListener('keydown', press);
    return () => removeEventListener('keydown', press);
  }, []);
  return [isOpen, setOpen];
}
