import type {
  ConfigurationState,
  GatewayState,
  PurgeAnswersAnswer,
  PurgeAnswersRequest,
} from '@signet/contracts';

/** What the running server tells of itself. */
export interface ServerState {
  configuration(): ConfigurationState;
  /** In every gateway process of this node. */
  purgeAnswers(order: PurgeAnswersRequest): Promise<PurgeAnswersAnswer>;
  gateways(): readonly GatewayState[] | Promise<readonly GatewayState[]>;
}
