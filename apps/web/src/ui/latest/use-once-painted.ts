import { startTransition, useEffect, useState } from 'react';

/**
 * The value as it was when the last frame was painted. Much is drawn a little in the frame in which it appears; the
 * rest follows when that frame is on the screen, without keeping the reader from typing. Give the same for the same.
 */
export function useOncePainted<Value>(value: Value, before: Value): Value {
  const [painted, setPainted] = useState(before);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const frame = requestAnimationFrame(() => {
      timer = setTimeout(() => startTransition(() => setPainted(value)));
    });
    return () => {
      cancelAnimationFrame(frame);
      clearTimeout(timer);
    };
  }, [value]);
  return painted;
}
