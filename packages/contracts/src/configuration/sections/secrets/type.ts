import type { LocalSecretReference } from '../../fields/secret-reference.ts';

/** How references to secrets are followed. */
export interface SecretsConfiguration {
  /** Milliseconds after which they are read again; `by-hand`: only when told. */
  readonly refreshEvery: number | 'by-hand';
  /** Milliseconds for which one that was replaced is still taken, wherever others show it to Signet. */
  readonly overlap: number;
  /** Absent: as VAULT_ADDR, VAULT_NAMESPACE and VAULT_TOKEN say. */
  readonly vault: VaultConfiguration;
  /** What is absent is as the variables say that every client of AWS knows. */
  readonly aws: AwsConfiguration;
  readonly azure: AzureConfiguration;
}

export interface AwsConfiguration {
  /** Absent: as the ARN of a secret says, or AWS_REGION. */
  readonly region?: string | undefined;
  /** Absent: that of the region. */
  readonly endpoint?: string | undefined;
}

/** One vault, and how Signet signs in to it. */
export interface AzureConfiguration {
  /** Its root. Absent: no reference `azure:…` leads anywhere. */
  readonly vault?: string | undefined;
  /** Absent: AZURE_TENANT_ID. */
  readonly tenant?: string | undefined;
  /** Absent: AZURE_CLIENT_ID. */
  readonly clientId?: string | undefined;
  /** Absent: the workload's or the machine's own identity, or AZURE_CLIENT_SECRET. */
  readonly clientSecret?: LocalSecretReference | undefined;
  /** Who signs in. Absent: AZURE_AUTHORITY_HOST, or that of the public cloud. */
  readonly authority?: string | undefined;
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
