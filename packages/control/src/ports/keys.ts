import type {
  KeysAnswer,
  RenewSecretAnswer,
  RenewSecretRequest,
  ResealAnswer,
  RetireKeyAnswer,
  RetireKeyRequest,
  RotateAnswer,
  RotateRequest,
  RotationPlan,
  RotationQuery,
} from '@signet/contracts';

/** The keys of the identity provider, as an administrator may change them; wired by the composition root. */
export interface KeyAdministration {
  list(): Promise<KeysAnswer>;
  /** What `rotate` would do now. */
  plan(query: RotationQuery): Promise<Omit<RotationPlan, 'verifiers'>>;
  rotate(request: RotateRequest): Promise<RotateAnswer>;
  retire(request: RetireKeyRequest): Promise<RetireKeyAnswer>;
  /** One step with the secret that an API shares. */
  renewSecret(api: string, request: RenewSecretRequest): Promise<RenewSecretAnswer>;
  /** Seals the private keys anew, with the master key of today. */
  reseal(): Promise<ResealAnswer>;
}
