import type { Section } from '../../section.ts';
import { sameIssuer } from './checks.ts';
import { issuersSchema } from './schema.ts';
import type { IssuersConfiguration } from './type.ts';

export const issuers: Section<IssuersConfiguration> = {
  description: 'Who signs the tokens that routes accept, by name.',
  schema: issuersSchema,
  absent: { reads: {} },
  defaults: {},
  checks: [sameIssuer],
};
