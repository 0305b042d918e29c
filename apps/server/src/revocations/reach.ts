import type { RevocationFollower, SteadyClock } from '@signet/contracts';
import type { FollowerWatch } from '@signet/identity/ports';
import { createAppFollowers } from './app-followers.ts';

/**
 * How far each running gateway, and each app that says who it is, has applied the revocation log. Log-out waits for this, so
 * that a token is refused everywhere on this node by the time its holder reads that the session has ended.
 */
export interface Reach {
  /** A gateway of this name takes part from now on; it has applied nothing yet. */
  join(name: string): ReachMember;
  /** Where apps that follow the log over HTTP say how far they are. */
  readonly apps: FollowerWatch;
  /**
   * Resolves when every gateway, and every app that is there, has applied `sequence`, or when `limit` resolves, whichever
   * comes first. An app that let one limit pass is waited for again only once it has caught up.
   */
  settled(sequence: number, limit: Promise<void>): Promise<'everywhere' | 'not yet'>;
  /** All that is known of now. */
  followers(): readonly Omit<RevocationFollower, 'node'>[];
  /** Called whenever one of them says more, comes or goes. */
  onChange(listener: () => void): void;
}

export interface ReachMember {
  /** What it is called is known now. */
  called(name: string): void;
  applied(sequence: number): void;
  /** It is gone and nobody waits for it any more. */
  leave(): void;
}

export function createReach(steady: SteadyClock): Reach {
  const members = new Map<symbol, { readonly name: string; readonly applied: number }>();
  const waiting = new Set<() => void>();
  const changed = () => {
    for (const check of waiting) check();
  };
  const apps = createAppFollowers(steady, changed);
  return {
    join(name) {
      const id = Symbol('gateway');
      const say = (more: { readonly name?: string; readonly applied?: number }) => {
        const member = members.get(id);
        if (member !== undefined) members.set(id, { ...member, ...more });
        changed();
      };
      members.set(id, { name, applied: 0 });
      changed();
      return {
        called: (known) => say({ name: known }),
        applied(sequence) {
          if ((members.get(id)?.applied ?? sequence) < sequence) say({ applied: sequence });
        },
        leave() {
          members.delete(id);
          changed();
        },
      };
    },
    apps,
    async settled(sequence, limit) {
      const everywhere = () =>
        members.values().every(({ applied }) => applied >= sequence) && !apps.lack(sequence);
      const { promise, resolve } = Promise.withResolvers<'everywhere'>();
      const check = () => {
        if (everywhere()) resolve('everywhere');
      };
      waiting.add(check);
      check();
      const answer = await Promise.race([promise, limit.then(() => 'not yet' as const)]);
      waiting.delete(check);
      if (answer === 'not yet') apps.giveUp(sequence);
      return answer;
    },
    followers: () => [
      ...members.values().map((each) => ({ kind: 'gateway' as const, ...each, silentFor: 0 })),
      ...apps.list().map((each) => ({ kind: 'app' as const, ...each })),
    ],
    onChange: (listener) => void waiting.add(listener),
  };
}
