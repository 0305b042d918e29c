import type { SteadyTime, WallTime } from '@signet/contracts';
import type { CompiledKey } from './compiled-key.ts';
import type { KeyStatus } from './key-standing.ts';
import type { Standings } from './standings.ts';

/** A key by which a provider is asked for a model. */
export interface ModelKey {
  readonly provider: string;
  readonly model: string;
  readonly key: CompiledKey;
}

/** How it stands in this process, for people. */
export interface ModelKeyStatus extends KeyStatus {
  readonly provider: string;
  readonly model: string;
  /** As in records, such as `key 2`; and where it is. */
  readonly name: string;
  readonly reference: string;
}

export function modelKeyStatus(
  keys: readonly ModelKey[],
  standings: Standings,
  at: WallTime,
  now: SteadyTime,
): readonly ModelKeyStatus[] {
  return keys.map(({ provider, model, key: { name, reference, rules } }) => ({
    ...{ provider, model, name, reference },
    ...standings.key(provider, reference, model).status(rules, at, now),
  }));
}
