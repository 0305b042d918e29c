import type { Section } from '../../section.ts';
import { audiences } from './checks/audience.ts';
import { routesChecks } from './checks.ts';
import { routeDefaults } from './defaults.ts';
import { routesSchema } from './schema.ts';
import { spreadPolicies } from './spread-policies.ts';
import type { RoutesConfiguration } from './type.ts';

export const routes: Section<RoutesConfiguration, typeof routeDefaults> = {
  description: 'Which requests are let through, and on what conditions.',
  schema: routesSchema,
  absent: { reads: [] },
  defaults: routeDefaults,
  checks: routesChecks,
  completion: audiences,
  spread: spreadPolicies,
};
