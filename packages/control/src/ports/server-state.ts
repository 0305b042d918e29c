import type { ConfigurationState, GatewayState } from '@signet/contracts';

/** What the running server tells of itself. */
export interface ServerState {
  configuration(): ConfigurationState;
  gateways(): readonly GatewayState[] | Promise<readonly GatewayState[]>;
}
