/** Tells feeds that the log has grown. Only a hint: a feed polls as well. */
export interface Wake {
  poke(): void;
  /** Calls the listener at every poke from now on; answers how to stop. */
  onPoke(listener: () => void): () => void;
}

/** A wake for the feeds of this process. */
export function createWake(): Wake {
  const listeners = new Set<() => void>();
  return {
    poke() {
      for (const listener of listeners) listener();
    },
    onPoke(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
