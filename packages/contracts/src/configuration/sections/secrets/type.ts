import type { LocalSecretReference } from '../../fields/secret-reference.ts';

/** How references to secrets are followed. */
export interface SecretsConfiguration {
  /** Absent: as VAULT_ADDR, VAULT_NAMESPACE and VAULT_TOKEN say. */
  readonly vault: VaultConfiguration;
}

/** HashiCorp Vault, or what speaks as it does (OpenBao). */
export interface VaultConfiguration {
  /** Its root; absent: VAULT_ADDR. */
  readonly address?: string | undefined;
  /** Absent: VAULT_NAMESPACE, or none. */
  readonly namespace?: string | undefined;
  /** Absent, without `appRole` and `kubernetes`: VAULT_TOKEN. */
  readonly token?: LocalSecretReference | undefined;
  readonly appRole?: AppRole | undefined;
  readonly kubernetes?: KubernetesRole | undefined;
}

/** Vault's login by role and secret id. */
export interface AppRole {
  readonly roleId: string;
  readonly secretId: LocalSecretReference;
  readonly mount: string;
}

/** Vault's login by the token of a service account. */
export interface KubernetesRole {
  readonly role: string;
  readonly mount: string;
  /** Read at each login: Kubernetes replaces it. */
  readonly tokenFile: string;
}
