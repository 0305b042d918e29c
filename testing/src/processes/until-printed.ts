import type { Started } from './children.ts';

/** Resolves with what `started` printed once `pattern` is in it; rejects when it ends before. */
export async function untilPrinted(started: Started, pattern: RegExp): Promise<string> {
  const { child, printed, errors, closed } = started;
  const { promise, resolve, reject } = Promise.withResolvers<string>();
  const look = (): void => {
    if (pattern.test(printed())) resolve(printed());
  };
  child.stdout?.on('data', look);
  // Not what it printed: that may hold a password.
  void closed.then(() => reject(new Error(`It ended before it printed ${pattern}:\n${errors()}`)));
  look();
  try {
    return await promise;
  } finally {
    child.stdout?.off('data', look);
  }
}
