import type { GatewayPart } from '@signet/gateway';
import type { LoadedConfiguration } from '../configuration/read-file.ts';

/** What gateways are told of a configuration that was read. */
export interface LoadedForGateways {
  readonly configuration: GatewayPart;
  /** As of `LoadedConfiguration`. */
  readonly version: string;
}

/** What may leave this machine: of mail, accounts, clients and where the program's own secrets are, nothing. */
export function gatewayPartOf({ configuration, version }: LoadedConfiguration): LoadedForGateways {
  const { gateway, issuers, machines, upstreams, llm, routes } = configuration;
  return { configuration: { gateway, issuers, machines, upstreams, llm, routes }, version };
}
