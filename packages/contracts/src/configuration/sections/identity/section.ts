import type { Section } from '../../section.ts';
import { sameProvider } from './checks.ts';
import { identityDefaults } from './defaults.ts';
import { identitySchema } from './schema.ts';
import type { IdentityConfiguration } from './type.ts';
import { literalSecrets } from './warnings.ts';

export const identity: Section<IdentityConfiguration, typeof identityDefaults> = {
  description: 'Sign-in, sessions and the tokens issued here.',
  schema: identitySchema,
  absent: { reads: {} },
  defaults: identityDefaults,
  checks: [sameProvider],
  warnings: [literalSecrets],
};
