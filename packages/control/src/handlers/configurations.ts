import type { Handlers } from '@signet/http';
import type { ConfigurationAdministration } from '../ports/index.ts';
import { tagged } from './tagged.ts';

export type ConfigurationEndpoint =
  | 'exportConfiguration'
  | 'checkConfiguration'
  | 'tryConfiguration'
  | 'applyConfiguration'
  | 'listConfigurations'
  | 'showApplied'
  | 'rollBackConfiguration';

export function configurationHandlers(
  configurations: ConfigurationAdministration,
): Handlers<ConfigurationEndpoint> {
  return {
    exportConfiguration: async (_parts, call) => tagged(await configurations.export(), call),
    checkConfiguration: ({ body }) => configurations.check(body.text),
    tryConfiguration: ({ body }) => configurations.try(body),
    applyConfiguration: async ({ condition, body }, call) =>
      tagged(await configurations.apply(body, condition.ifMatch), call),
    listConfigurations: ({ query }) => configurations.list(query),
    showApplied: ({ parameters }) => configurations.show(parameters.number),
    rollBackConfiguration: async ({ condition, body }, call) =>
      tagged(await configurations.rollBack(body, condition.ifMatch), call),
  };
}
