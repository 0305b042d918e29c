import { startTransition, useEffect, useState } from 'react';

/**
 * Whether the first frame with the subject is on the screen. What is much is drawn a little in that frame; the rest
 * follows without keeping the reader from typing.
 */
export function useIsDrawn(subject: object): boolean {
  const [drawn, setDrawn] = useState<object>();
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const frame = requestAnimationFrame(() => {
      timer = setTimeout(() => startTransition(() => setDrawn(subject)));
    });
    return () => {
      cancelAnimationFrame(frame);
      clearTimeout(timer);
    };
  }, [subject]);
  return drawn === subject;
}
