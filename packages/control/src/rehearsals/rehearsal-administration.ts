import { refusal, SignetError, type WallTime } from '@signet/contracts';
import type { AskOtherModel, KeptCallStore, RehearsalAdministration } from '../ports/index.ts';

export interface RehearsalAdministrationParts {
  readonly store: Pick<KeptCallStore, 'find' | 'list'>;
  /** Whether a route keeps calls by the configuration in force. */
  readonly keeps: (route: string) => boolean;
  readonly askOther: AskOtherModel;
  readonly now: () => WallTime;
}

export function createRehearsalAdministration({
  store,
  keeps,
  askOther,
  now,
}: RehearsalAdministrationParts): RehearsalAdministration {
  return {
    async list({ route, since, limit }) {
      // One more than is told, so that nobody takes a part for the whole.
      const found = await store.list({ route, since, now: now(), limit: limit + 1 });
      return { keeps: keeps(route), calls: found.slice(0, limit), more: found.length > limit };
    },
    async rehearse(request) {
      const { reference, to } = request;
      const kept = await store.find(reference, now());
      if (kept === undefined)
        return { reference, verdict: 'not-asked', findings: [], because: 'gone', losses: [] };
      const rehearsed = await askOther(kept, request);
      if (rehearsed === undefined) throw new SignetError(refusal('model_unknown', { model: to }));
      return rehearsed;
    },
  };
}
