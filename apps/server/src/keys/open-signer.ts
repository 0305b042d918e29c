import {
  type LocalSecretReference,
  type SecretsConfiguration,
  type SignerConfiguration,
  secretsIn,
} from '@signet/contracts';
import type { KeySigner } from '@signet/identity/ports';
import { readLocalSecret } from '../secrets/read-secret.ts';
import type { SecretPlaces } from '../secrets/secret-places.ts';
import { createVaultSigner } from './vault-transit.ts';

const ofVault = ['VAULT_ADDR', 'VAULT_NAMESPACE', 'VAULT_TOKEN'];

/** Where private keys live by the configuration; `undefined` where they are kept here. */
export function openSigner(
  signer: SignerConfiguration | undefined,
  given: SecretPlaces,
  secrets: SecretsConfiguration,
): KeySigner | undefined {
  if (signer === undefined) return undefined;
  const places = remembering(given, secrets);
  const local = (reference: LocalSecretReference) => readLocalSecret(reference, places);
  return createVaultSigner(signer.vault, { places, local, configuration: secrets });
}

/** Gateways inherit the environment, so that secrets are taken out of it after the start: what opens Vault is read before. */
function remembering({ variable, folder }: SecretPlaces, secrets: SecretsConfiguration): SecretPlaces {
  const named = secretsIn({ secrets }).flatMap(({ reference }) =>
    reference.kind === 'env' ? reference.name : [],
  );
  const held = new Map([...ofVault, ...named].map((name) => [name, variable(name)]));
  return { variable: (name) => held.get(name), folder };
}
