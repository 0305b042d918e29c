import {
  type LocalSecretReference,
  type SecretsConfiguration,
  type SignerConfiguration,
  secretsIn,
} from '@signet/contracts';
import type { KeySigner } from '@signet/identity/ports';
import { type ReadSecret, readLocalSecret } from '../secrets/read-secret.ts';
import type { SecretPlaces } from '../secrets/secret-places.ts';
import { createPkcs11Signer } from './pkcs11-signer.ts';
import { createVaultSigner } from './vault-transit.ts';

const ofVault = ['VAULT_ADDR', 'VAULT_NAMESPACE', 'VAULT_TOKEN'];

export interface SignerParts {
  readonly places: SecretPlaces;
  readonly secrets: SecretsConfiguration;
  readonly readSecret: ReadSecret;
}

/**
 * Where private keys live by the configuration; `undefined` where they are kept here.
 * @throws SignetError `secret_unreadable`, `secret_exposed`
 */
export async function openSigner(
  signer: SignerConfiguration | undefined,
  { places: given, secrets, readSecret }: SignerParts,
): Promise<KeySigner | undefined> {
  if (signer === undefined) return undefined;
  if (signer.pkcs11 !== undefined) {
    const { pin, ...token } = signer.pkcs11;
    return createPkcs11Signer(token, { pin: await readSecret(pin), folder: given.folder });
  }
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
