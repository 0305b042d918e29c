import type { OptionalSection } from '../../section.ts';
import { policiesSchema } from './schema.ts';
import type { PoliciesConfiguration } from './type.ts';

export const policies: OptionalSection<PoliciesConfiguration> = {
  description: 'What several routes share, by name: a route has the keys of each policy that it uses.',
  schema: policiesSchema,
  absent: 'left out',
  defaults: {},
  checks: [],
};
