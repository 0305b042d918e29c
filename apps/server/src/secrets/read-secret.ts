import {
  type LocalSecretReference,
  refusal,
  type SecretReference,
  type SecretsConfiguration,
  SignetError,
} from '@signet/contracts';
import { runSecretCommand } from './secret-command.ts';
import { readSecretFile } from './secret-file.ts';
import type { SecretPlaces } from './secret-places.ts';
import { openStores } from './stores/open-stores.ts';
import type { StoreHost } from './stores/store-parts.ts';

/**
 * The secret that a reference leads to, without the line end that editors and commands put behind it.
 * @throws SignetError `secret_unreadable`, `secret_exposed`; neither tells anything of the secret
 */
export type ReadSecret = (reference: SecretReference) => Promise<string>;

/**
 * The one reader of references, whatever the secret is for. Stores of secrets are spoken to only where a reference
 * leads to one, and what signs in there is kept until it expires.
 */
export function createReadSecret(
  places: SecretPlaces,
  configuration: SecretsConfiguration,
  host?: StoreHost,
): ReadSecret {
  const local = (reference: LocalSecretReference) => readLocalSecret(reference, places);
  const stores = openStores({ places, local, configuration, ...(host === undefined ? {} : { host }) });
  return async (reference) => {
    switch (reference.kind) {
      case 'vault':
        return stores.vault(reference);
      case 'aws':
        return stores.aws(reference);
      case 'azure':
        return stores.azure(reference);
      default:
        return local(reference);
    }
  };
}

/** @throws SignetError `secret_unreadable`, `secret_exposed` */
export async function readLocalSecret(
  reference: LocalSecretReference,
  { variable, folder }: SecretPlaces,
): Promise<string> {
  switch (reference.kind) {
    case 'env':
      return withoutLineEnd(fromVariable(reference.name, variable(reference.name)));
    case 'file':
      return withoutLineEnd(readSecretFile(reference.path, folder));
    case 'exec':
      return withoutLineEnd(await runSecretCommand(reference.command, { folder }));
    case 'literal':
      return reference.secret.reveal();
  }
}

function fromVariable(name: string, value: string | undefined): string {
  if (value !== undefined && value !== '') return value;
  throw new SignetError(refusal('secret_unreadable.variable', { name }));
}

function withoutLineEnd(text: string): string {
  return text.replace(/\r?\n$/, '');
}
