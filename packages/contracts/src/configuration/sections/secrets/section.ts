import { check } from '../../check.ts';
import { literalSecret } from '../../literal-secret.ts';
import type { Section } from '../../section.ts';
import { secretsDefaults } from './defaults.ts';
import { secretsSchema } from './schema.ts';
import type { SecretsConfiguration } from './type.ts';

export const secrets: Section<SecretsConfiguration, typeof secretsDefaults> = {
  description: 'Where secrets are kept that references lead to.',
  schema: secretsSchema,
  absent: { reads: {} },
  defaults: secretsDefaults,
  checks: [],
  warnings: [
    check({ secrets: secretsSchema }, ({ secrets: { value, place } }) => [
      ...literalSecret(value.vault.token, [...place('vault'), 'token']),
      ...literalSecret(value.vault.appRole?.secretId, [...place('vault'), 'appRole', 'secretId']),
      ...literalSecret(value.azure.clientSecret, [...place('azure'), 'clientSecret']),
    ]),
  ],
};
