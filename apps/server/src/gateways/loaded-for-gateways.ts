import { type AddedProvider, withAdded } from '@signet/contracts';
import type { GatewayPart } from '@signet/gateway';
import type { LoadedConfiguration } from '../configuration/read-file.ts';

/** What gateways are told of a configuration that was read. */
export interface LoadedForGateways {
  readonly configuration: GatewayPart;
  /** As of `LoadedConfiguration`. */
  readonly version: string;
  /** Another text where other providers of models stand beside the configuration; absent where none do. */
  readonly added?: string | undefined;
}

/** The providers of models that were added by command. */
interface AddedProviders {
  readonly added: () => readonly AddedProvider[];
  readonly revision: () => string;
}

/** What may leave this machine: of mail, accounts, clients and where the program's own secrets are, nothing. */
export function gatewayPartOf(
  { configuration, version }: LoadedConfiguration,
  providers: AddedProviders,
): LoadedForGateways {
  const { gateway, issuers, machines, upstreams, mcp, budgets, routes } = configuration;
  const llm = withAdded(configuration.llm, providers.added());
  const revision = providers.revision();
  return {
    configuration: { gateway, issuers, machines, upstreams, llm, mcp, budgets, routes },
    version,
    ...(revision === '' ? {} : { added: revision }),
  };
}

/** Whether gateways that follow the one have to be told the other. */
export function isOther(one: LoadedForGateways | undefined, other: LoadedForGateways): boolean {
  return one?.version !== other.version || one.added !== other.added;
}
