import type { ApiKeyClaim } from '../../../api-keys/api-key.ts';
import type { SecretReference } from '../../fields/read-reference.ts';

/** By the name that each shows. */
export type MachinesConfiguration = Readonly<Record<string, MachineConfiguration>>;

/** A program that has a name and a password, and cannot have anything better. */
export interface MachineConfiguration {
  /** The hash of its password, or where that is. */
  readonly passwordHash: string | SecretReference;
  readonly scopes: readonly string[];
  readonly roles: readonly string[];
  readonly permissions: readonly string[];
  /** Further claims by name, such as `tenant`. */
  readonly claims: Readonly<Record<string, ApiKeyClaim>>;
}
