import { isLoopback } from '@signet/token/keys';
import { z } from 'zod';
import { addressSchema, readAddress, withoutTrailingSlash } from '../../fields/address.ts';
import { allowed, strict } from '../../fields/allowed.ts';
import { localSecretReferenceSchema } from '../../fields/secret-reference.ts';
import { sentence } from '../../fields/text.ts';
import { serviceAccountToken } from './defaults.ts';
import type { AppRole, KubernetesRole, SecretsConfiguration, VaultConfiguration } from './type.ts';

const addressError = allowed(
  'an address with https, or on this machine',
  'Write the root of the server, such as `https://vault.example:8200`.',
);

/** A secret and what opens its store travel in private, or not at all. */
const storeAddressSchema: z.ZodType<string, string> = addressSchema
  .refine(
    (text) => {
      const url = readAddress(text);
      return url === undefined || url.protocol === 'https:' || isLoopback(url);
    },
    { error: addressError },
  )
  .transform(withoutTrailingSlash);

const pathError = allowed('a path such as `approle`, without dots and spaces', 'Write where it is mounted.');
const mountSchema = z
  .string({ error: pathError })
  .regex(/^[A-Za-z0-9_-]{1,64}(?:\/[A-Za-z0-9_-]{1,64}){0,4}$/, { error: pathError });

const appRoleSchema: z.ZodType<AppRole, unknown> = strict({
  roleId: sentence(256).meta({ description: 'Its role id, which is no secret.' }),
  secretId: localSecretReferenceSchema.meta({ description: 'Where its secret id is.' }),
  mount: mountSchema.prefault('approle').meta({ description: 'Where the login is mounted.' }),
});

const kubernetesSchema: z.ZodType<KubernetesRole, unknown> = strict({
  role: sentence(256).meta({ description: 'The role that Vault knows this service account by.' }),
  mount: mountSchema.prefault('kubernetes').meta({ description: 'Where the login is mounted.' }),
  tokenFile: sentence(4096)
    .prefault(serviceAccountToken)
    .meta({ description: 'The token of the service account.' }),
});

const logins = ['token', 'appRole', 'kubernetes'] as const;

const vaultSchema: z.ZodType<VaultConfiguration, unknown> = strict({
  address: storeAddressSchema.optional().meta({ description: 'Its address; `VAULT_ADDR` without it.' }),
  namespace: sentence(256).optional().meta({ description: 'Its namespace; `VAULT_NAMESPACE` without it.' }),
  token: localSecretReferenceSchema
    .optional()
    .meta({ description: 'Where the token is; `VAULT_TOKEN` without any login.' }),
  appRole: appRoleSchema.optional().meta({ description: 'Signing in by AppRole.' }),
  kubernetes: kubernetesSchema.optional().meta({ description: 'Signing in by the service account.' }),
}).superRefine((value, context) => {
  const [, second] = logins.filter((login) => value[login] !== undefined);
  if (second === undefined) return;
  const message = allowed('one of `token`, `appRole` and `kubernetes`', 'Take the others away.');
  context.addIssue({ code: 'custom', path: [second], message });
});

export const secretsSchema: z.ZodType<SecretsConfiguration, unknown> = strict({
  vault: vaultSchema.prefault({}).meta({ description: 'HashiCorp Vault, for references `vault:…`.' }),
});
