import {
  type AuditAction,
  type AuditDeed,
  type AuditTarget,
  refusal,
  SignetError,
  type WallTime,
} from '@signet/contracts';
import type { AskOtherModel, KeptCallStore, RehearsalAdministration } from '../ports/index.ts';

interface DeedParts {
  readonly target: AuditTarget;
  readonly details?: Readonly<Record<string, string | number>>;
}

export interface RehearsalAdministrationParts {
  readonly store: Pick<KeptCallStore, 'find' | 'list' | 'purge'>;
  /** Whether a route keeps calls by the configuration in force. */
  readonly keeps: (route: string) => boolean;
  readonly askOther: AskOtherModel;
  readonly now: () => WallTime;
  /** Of the caller of the request that is served. */
  readonly deed: (action: AuditAction, parts: DeedParts) => AuditDeed;
  /** Keeps a deed that changes nothing else. */
  readonly record: (action: AuditAction, parts: DeedParts) => Promise<unknown>;
}

/** Rehearsals that are remembered to have begun; one that is asked for after so many others is told once more. */
const mostBegun = 1000;

export function createRehearsalAdministration({
  store,
  keeps,
  askOther,
  now,
  deed,
  record,
}: RehearsalAdministrationParts): RehearsalAdministration {
  const begun = new Set<string>();
  return {
    async list({ route, since, limit }) {
      // One more than is told, so that nobody takes a part for the whole.
      const found = await store.list({ route, since, now: now(), limit: limit + 1 });
      return { keeps: keeps(route), calls: found.slice(0, limit), more: found.length > limit };
    },
    async purge({ route }) {
      const told = deed('kept_calls.purged', { target: { kind: 'route', id: route } });
      return { purged: await store.purge(route, told) };
    },
    async rehearse(request) {
      const { reference, rehearsal, to, most, currency } = request;
      const kept = await store.find(reference, now());
      if (kept === undefined)
        return { reference, verdict: 'not-asked', findings: [], because: 'gone', losses: [] };
      if (!begun.has(rehearsal)) {
        await record('rehearsal.begun', {
          target: { kind: 'route', id: kept.route },
          details: { rehearsal, to, most, currency },
        });
        begun.add(rehearsal);
        const [oldest] = begun;
        if (begun.size > mostBegun && oldest !== undefined) begun.delete(oldest);
      }
      const rehearsed = await askOther(kept, request);
      if (rehearsed === undefined) throw new SignetError(refusal('model_unknown', { model: to }));
      return rehearsed;
    },
  };
}
