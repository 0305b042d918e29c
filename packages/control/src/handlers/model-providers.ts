import type { Handlers } from '@signet/http';
import type { ModelProviderAdministration } from '../ports/index.ts';

export type ModelProviderEndpoint =
  | 'listModelProviders'
  | 'setModelProvider'
  | 'removeModelProvider'
  | 'testModelProvider';

/** A key comes in, and never goes out. */
export function modelProviderHandlers(
  providers: ModelProviderAdministration,
): Handlers<ModelProviderEndpoint> {
  return {
    listModelProviders: () => providers.list(),
    setModelProvider: ({ parameters, body }) => providers.set(parameters.name, body),
    removeModelProvider: ({ parameters }) => providers.remove(parameters.name),
    testModelProvider: ({ parameters }) => providers.test(parameters.name),
  };
}
