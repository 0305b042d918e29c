import {
  compareVersions,
  follows,
  isSameVersion,
  type PromptVersion,
  type Publication,
} from '@signet/contracts';
import type { KeptPrompt, PromptStore } from './prompt-store.ts';

/** Prompts that last as long as the process. */
export function createMemoryPromptStore(
  audit: { appendNow(deed: Parameters<PromptStore['add']>[1]): void } = { appendNow: () => undefined },
): PromptStore {
  let prompts: readonly KeptPrompt[] = [];
  let published: readonly Publication[] = [];

  const of = (name: string) =>
    prompts
      .filter((prompt) => prompt.name === name)
      .toSorted((one, other) => compareVersions(other.version, one.version));
  const publicationsOf = (name: string) =>
    published.filter((each) => each.name === name).toSorted((one, other) => other.number - one.number);
  const find = (name: string, version: PromptVersion) =>
    of(name).find((prompt) => isSameVersion(prompt.version, version));

  return {
    names: async () => [...new Set(prompts.map(({ name }) => name))].sort(),
    versions: async (name) => of(name).map(({ definition: _, ...version }) => version),
    find: async (name, version) => find(name, version),
    async add(prompt, deed) {
      if (!follows(prompt.version, of(prompt.name)[0]?.version)) return false;
      prompts = [...prompts, { ...structuredClone(prompt), published: false }];
      audit.appendNow(deed);
      return true;
    },
    publications: async (name, limit) => publicationsOf(name).slice(0, limit),
    async publish(publication, deed) {
      const { name, number, stable, canary } = publication;
      const named = canary === undefined ? [stable] : [stable, canary.version];
      if (number !== (publicationsOf(name)[0]?.number ?? 0) + 1) return false;
      if (named.some((version) => find(name, version) === undefined)) return false;
      published = [...published, structuredClone(publication)];
      prompts = prompts.map((prompt) =>
        prompt.name === name && named.some((version) => isSameVersion(version, prompt.version))
          ? { ...prompt, published: true }
          : prompt,
      );
      audit.appendNow(deed);
      return true;
    },
  };
}
