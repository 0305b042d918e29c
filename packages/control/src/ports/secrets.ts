import type { RefreshSecretsAnswer, RefreshSecretsRequest, SecretsAnswer } from '@signet/contracts';

/** The secrets that the configuration of this node leads to. */
export interface SecretAdministration {
  list(): SecretsAnswer;
  refresh(request: RefreshSecretsRequest): Promise<RefreshSecretsAnswer>;
}
