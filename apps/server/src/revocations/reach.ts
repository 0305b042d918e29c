/**
 * How far each running gateway has applied the revocation log. Log-out waits for this, so that a token is refused
 * everywhere on this node by the time its holder reads that the session has ended.
 */
export interface Reach {
  /** A gateway takes part from now on; it has applied nothing yet. */
  join(): ReachMember;
  /** Resolves when every member has applied `sequence`, or when `limit` resolves, whichever comes first. */
  settled(sequence: number, limit: Promise<void>): Promise<'everywhere' | 'not yet'>;
}

export interface ReachMember {
  applied(sequence: number): void;
  /** It is gone and nobody waits for it any more. */
  leave(): void;
}

export function createReach(): Reach {
  const members = new Map<symbol, number>();
  const waiting = new Set<() => void>();
  const changed = () => {
    for (const check of waiting) check();
  };
  return {
    join() {
      const id = Symbol('gateway');
      members.set(id, 0);
      return {
        applied(sequence) {
          if (members.has(id)) members.set(id, Math.max(sequence, members.get(id) ?? 0));
          changed();
        },
        leave() {
          members.delete(id);
          changed();
        },
      };
    },
    async settled(sequence, limit) {
      const everywhere = () => members.values().every((applied) => applied >= sequence);
      const { promise, resolve } = Promise.withResolvers<'everywhere'>();
      const check = () => {
        if (everywhere()) resolve('everywhere');
      };
      waiting.add(check);
      check();
      const answer = await Promise.race([promise, limit.then(() => 'not yet' as const)]);
      waiting.delete(check);
      return answer;
    },
  };
}
