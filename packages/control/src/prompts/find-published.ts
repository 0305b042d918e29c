import type { FoundPrompt, WantedVersion } from '@signet/contracts';
import type { KeptPrompt, PromptStore } from '../ports/prompt-store.ts';

/** What gateways find prompts by: what counts, or a version that was published once. */
export function findPublished(
  store: PromptStore,
): (name: string, wanted?: WantedVersion) => Promise<FoundPrompt | undefined> {
  return (name, wanted) => (wanted === undefined ? counting(store, name) : named(store, name, wanted));
}

async function counting(store: PromptStore, name: string): Promise<FoundPrompt | undefined> {
  const [publication] = await store.publications(name, 1);
  if (publication === undefined) return undefined;
  const { number, stable, canary } = publication;
  const prompt = await store.find(name, stable);
  if (prompt === undefined) return undefined;
  const other = canary === undefined ? undefined : await store.find(name, canary.version);
  return {
    number,
    stable: bare(prompt),
    ...(canary === undefined || other === undefined
      ? {}
      : { canary: { prompt: bare(other), to: canary.to } }),
  };
}

async function named(
  store: PromptStore,
  name: string,
  { major, minor }: WantedVersion,
): Promise<FoundPrompt | undefined> {
  const version =
    minor === undefined
      ? (await store.versions(name)).find((each) => each.published && each.version.major === major)?.version
      : { major, minor };
  const prompt = version === undefined ? undefined : await store.find(name, version);
  return prompt?.published === true ? { number: 0, stable: bare(prompt) } : undefined;
}

function bare({ published: _, ...prompt }: KeptPrompt): FoundPrompt['stable'] {
  return prompt;
}
