import type {
  AppliedConfiguration,
  ApplyConfigurationRequest,
  CheckConfigurationAnswer,
  ConfigurationDocument,
  ConfigurationEntry,
  ConfigurationsAnswer,
  ConfigurationsQuery,
  RollBackRequest,
  TryConfigurationAnswer,
  TryConfigurationRequest,
} from '@signet/contracts';

/** What the gateways follow, as an administrator may change it. */
export interface ConfigurationAdministration {
  export(): Promise<ConfigurationDocument>;
  check(text: string): Promise<CheckConfigurationAnswer>;
  try(request: TryConfigurationRequest): Promise<TryConfigurationAnswer>;
  /** Rejects with `configuration_changed`, `configuration_refused`. */
  apply(request: ApplyConfigurationRequest, ifMatch: string): Promise<AppliedConfiguration>;
  list(query: ConfigurationsQuery): Promise<ConfigurationsAnswer>;
  /** Rejects with `configuration_unknown`. */
  show(number: number): Promise<ConfigurationEntry>;
  /** Rejects as `apply` and `show` do. */
  rollBack(request: RollBackRequest, ifMatch: string): Promise<AppliedConfiguration>;
}
