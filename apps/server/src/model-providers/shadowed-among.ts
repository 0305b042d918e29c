import type { AddedProvider, LlmConfiguration } from '@signet/contracts';

/** The names of those that do not count, since the configuration has a provider of that name. */
export function shadowedAmong(
  added: readonly AddedProvider[],
  { providers }: LlmConfiguration,
): readonly string[] {
  return added.map(({ name }) => name).filter((name) => Object.hasOwn(providers, name));
}
