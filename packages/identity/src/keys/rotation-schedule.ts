import type {
  IssuingAlgorithm,
  KeyId,
  KeysConfiguration,
  PublishedSeries,
  RotationSchedule,
} from '@signet/contracts';
import type { SigningKeyStore, StoredSigningKey } from '../ports/index.ts';
import type { KeyRing } from './key-ring.ts';

/** What comes next by itself, whichever node does it. */
export interface ScheduledStep extends RotationSchedule {
  /** The key that signs until then. */
  readonly signing: KeyId;
  /** The published key that waits. */
  readonly next?: KeyId;
}

/** The step that this node took, and no other node did. */
export interface StepTaken {
  readonly done: 'published' | 'activated';
  readonly key: KeyId;
}

export interface RotationScheduleParts {
  readonly store: Pick<SigningKeyStore, 'list'>;
  readonly ring: Pick<KeyRing, 'addNext' | 'activate' | 'prepare'>;
  readonly configuration: () => KeysConfiguration;
  /** Their keys rotate beside the main ones; a series that no API asks for any longer does not. */
  readonly algorithmsOfApis: () => readonly IssuingAlgorithm[];
}

/** The next step and when it is due, which may have passed; `undefined` where keys are rotated by hand. */
export function scheduledStep(
  stored: readonly StoredSigningKey[],
  { rotateEvery, publishAhead, algorithm: ofMain }: KeysConfiguration,
  series: PublishedSeries = 'main',
): ScheduledStep | undefined {
  const keys = stored.filter((key) => key.series === series);
  const algorithm = series === 'main' ? ofMain : series;
  const active = keys.find(({ state }) => state === 'active');
  if (rotateEvery === 'by-hand' || active === undefined) return undefined;
  const until = (active.activatedAt ?? active.createdAt) + rotateEvery;
  const next = keys.find(({ state }) => state === 'next');
  if (next === undefined) {
    return { step: 'publish', at: until - publishAhead, algorithm, signing: active.id };
  }
  const at = Math.max(until, next.createdAt + publishAhead);
  return { step: 'activate', at, algorithm: next.algorithm, signing: active.id, next: next.id };
}

/**
 * Takes the first scheduled step that is due. Every node may ask, as often as it likes and all at once: the store lets one of
 * them take it (compare and set), and the others learn that there was nothing to do.
 * @param now milliseconds since the epoch, by a clock that is not ahead for a moment only
 */
export function createRotationSchedule({ store, ring, configuration, ...parts }: RotationScheduleParts) {
  async function takeStep(due: ScheduledStep, series: PublishedSeries): Promise<StepTaken | undefined> {
    if (due.next !== undefined) {
      const activated = (await ring.activate(due.next)) === 'activated';
      return activated ? { done: 'activated', key: due.next } : undefined;
    }
    const added = await ring.addNext({ after: due.signing, series });
    return added.outcome === 'added' ? { done: 'published', key: added.key } : undefined;
  }
  return async (now: number): Promise<StepTaken | undefined> => {
    await ring.prepare();
    const stored = await store.list();
    for (const series of ['main', ...parts.algorithmsOfApis()] as const) {
      const due = scheduledStep(stored, configuration(), series);
      const taken = due !== undefined && now >= due.at ? await takeStep(due, series) : undefined;
      if (taken !== undefined) return taken;
    }
    return undefined;
  };
}
