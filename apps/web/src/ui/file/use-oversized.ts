import { type Context, createContext, useEffect, useState } from 'react';

export interface Oversized {
  /** Of the file that was not taken, in bytes. */
  readonly size: number | undefined;
  readonly tell: (size: number) => void;
}

/** Tells the place that a file button stands in of a file that is too large. */
export const OversizedContext: Context<(size: number) => void> = createContext<(size: number) => void>(
  () => undefined,
);

/** A file that was too large to take, until something else is brought: what was said would then be of another thing. */
export function useOversized(): Oversized {
  const [size, setSize] = useState<number>();
  useEffect(() => {
    if (size === undefined) return undefined;
    const controller = new AbortController();
    const options = { capture: true, signal: controller.signal };
    for (const brought of ['paste', 'drop', 'beforeinput', 'change'] as const) {
      addEventListener(brought, () => setSize(undefined), options);
    }
    return () => controller.abort();
  }, [size]);
  return { size, tell: setSize };
}
