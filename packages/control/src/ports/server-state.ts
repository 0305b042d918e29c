import type {
  ConfigurationState,
  GatewayState,
  PurgeAnswersAnswer,
  PurgeAnswersRequest,
} from '@signet/contracts';

/** What the running server tells of itself. */
export interface ServerState {
  configuration(): ConfigurationState;
  /** In every gateway process of this node, and of the gateway nodes that are connected to it. */
  purgeAnswers(order: PurgeAnswersRequest): Promise<PurgeAnswersAnswer>;
  gateways(): readonly GatewayState[] | Promise<readonly GatewayState[]>;
}
