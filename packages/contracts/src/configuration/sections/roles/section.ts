import type { Section } from '../../section.ts';
import { references } from './checks.ts';
import { rolesSchema } from './schema.ts';
import type { RolesConfiguration } from './type.ts';

export const roles: Section<RolesConfiguration> = {
  description: 'What accounts and clients of a role may do, API by API.',
  schema: rolesSchema,
  absent: { reads: {} },
  defaults: {},
  checks: references,
};
