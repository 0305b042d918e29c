import { startTransition, useEffect, useState } from 'react';

/**
 * How much of something long to draw: a little in the frame in which it appears, the rest once that frame is on the
 * screen, without keeping the reader from typing.
 */
export function useGradually(subject: object, first: number, all: number): number {
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
  return drawn === subject ? all : first;
}
