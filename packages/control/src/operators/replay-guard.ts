/** Remembers identifiers until they can no longer be valid, and never more than `capacity` of them. */
export interface ReplayGuard {
  /** `full` when everything remembered is still needed: then nothing new may be believed. */
  take(id: string, until: number, now: number): 'fresh' | 'replayed' | 'full';
}

/** Times in milliseconds. Only identifiers whose signature stands may be given, so that nobody else can fill it. */
export function createReplayGuard(capacity: number): ReplayGuard {
  const seen = new Map<string, number>();

  function forget(now: number): void {
    for (const [id, until] of seen) if (until < now) seen.delete(id);
  }

  return {
    take(id, until, now) {
      if (seen.size >= capacity) forget(now);
      if (seen.has(id)) return 'replayed';
      if (seen.size >= capacity) return 'full';
      seen.set(id, until);
      return 'fresh';
    },
  };
}
