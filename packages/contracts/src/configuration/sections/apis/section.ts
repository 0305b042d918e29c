import type { Section } from '../../section.ts';
import { oneApiAnAudience } from './checks.ts';
import { apisSchema } from './schema.ts';
import type { ApisConfiguration } from './type.ts';

export const apis: Section<ApisConfiguration> = {
  description: 'What access tokens are for: audience, lifetime, and the permissions that are known there.',
  schema: apisSchema,
  absent: { reads: {} },
  defaults: {},
  checks: [oneApiAnAudience],
};
