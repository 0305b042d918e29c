import { isLoopback } from '@signet/token/keys';
import { z } from 'zod';
import { addressSchema, readAddress, withoutTrailingSlash } from '../../fields/address.ts';
import { allowed, strict } from '../../fields/allowed.ts';
import { duration } from '../../fields/quantity.ts';
import { localSecretReferenceSchema } from '../../fields/secret-reference.ts';
import { sentence } from '../../fields/text.ts';
import { secretsDefaults as defaults, serviceAccountToken } from './defaults.ts';
import type {
  AppRole,
  AwsConfiguration,
  AzureConfiguration,
  KubernetesRole,
  SecretsConfiguration,
  VaultConfiguration,
} from './type.ts';

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

const regionError = allowed('a region of AWS', 'Write it as `eu-central-1`.');

const awsSchema: z.ZodType<AwsConfiguration, unknown> = strict({
  region: z
    .string({ error: regionError })
    .regex(/^[a-z]{2}(?:-[a-z]{1,16}){1,3}-[0-9]{1,2}$/, { error: regionError })
    .optional()
    .meta({ description: 'The region; `AWS_REGION` without it, and that of an ARN before it.' }),
  endpoint: storeAddressSchema.optional().meta({ description: 'In place of the address of the region.' }),
});

const tenantError = allowed('a tenant: an id or a domain', 'Write the id of the directory.');
const tenantSchema = z
  .string({ error: tenantError })
  .regex(/^[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){0,8}$/, { error: tenantError });

const azureSchema: z.ZodType<AzureConfiguration, unknown> = strict({
  vault: storeAddressSchema
    .optional()
    .meta({ description: 'The address of the vault, such as `https://company.vault.azure.net`.' }),
  tenant: tenantSchema.optional().meta({ description: 'The directory; `AZURE_TENANT_ID` without it.' }),
  clientId: sentence(256).optional().meta({ description: 'Who signs in; `AZURE_CLIENT_ID` without it.' }),
  clientSecret: localSecretReferenceSchema.optional().meta({ description: 'Where its secret is.' }),
  authority: storeAddressSchema.optional().meta({ description: 'Where it signs in, in another cloud.' }),
});

const refreshEverySchema: z.ZodType<SecretsConfiguration['refreshEvery'], string> = z.union(
  [z.literal('by-hand'), duration({ least: '10s', most: '24h', example: defaults.refreshEvery })],
  {
    error: allowed(
      'a duration from `10s` to `24h`, or `by-hand`',
      `Write a whole number with s, m or h, such as \`${defaults.refreshEvery}\`.`,
    ),
  },
);

export const secretsSchema: z.ZodType<SecretsConfiguration, unknown> = strict({
  refreshEvery: refreshEverySchema
    .prefault(defaults.refreshEvery)
    .meta({ description: 'How often secrets are read again; `by-hand` only when told.' }),
  overlap: duration({ least: '0s', most: '30d', example: defaults.overlap })
    .prefault(defaults.overlap)
    .meta({ description: 'How long a secret that was replaced is still taken from others.' }),
  vault: vaultSchema.prefault({}).meta({ description: 'HashiCorp Vault, for references `vault:…`.' }),
  aws: awsSchema.prefault({}).meta({ description: 'AWS Secrets Manager, for references `aws:…`.' }),
  azure: azureSchema.prefault({}).meta({ description: 'Azure Key Vault, for references `azure:…`.' }),
});
