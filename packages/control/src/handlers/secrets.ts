import type { Handle } from '@signet/http';
import type { SecretAdministration } from '../ports/index.ts';

/** Where they are and how old, never one of them. */
export function listSecrets(secrets: SecretAdministration): Handle<'listSecrets'> {
  return async () => secrets.list();
}

export function refreshSecrets(secrets: SecretAdministration): Handle<'refreshSecrets'> {
  return ({ body }) => secrets.refresh(body);
}
