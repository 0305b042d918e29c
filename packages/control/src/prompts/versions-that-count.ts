import { type PromptDefinition, tellVersion } from '@signet/contracts';
import type { PromptStore } from '../ports/prompt-store.ts';

export interface CountingVersion {
  readonly name: string;
  readonly version: string;
  readonly definition: PromptDefinition;
}

/** Of each prompt what is asked without a version: the one for all, and the one that some are given. */
export async function versionsThatCount(
  store: Pick<PromptStore, 'names' | 'publications' | 'find'>,
): Promise<readonly CountingVersion[]> {
  const counting: CountingVersion[] = [];
  for (const name of await store.names()) {
    const [publication] = await store.publications(name, 1);
    if (publication === undefined) continue;
    const { stable, canary } = publication;
    for (const version of canary === undefined ? [stable] : [stable, canary.version]) {
      const prompt = await store.find(name, version);
      if (prompt !== undefined)
        counting.push({ name, version: tellVersion(version), definition: prompt.definition });
    }
  }
  return counting;
}
