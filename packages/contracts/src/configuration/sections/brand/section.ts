import type { Section } from '../../section.ts';
import { brandSchema } from './schema.ts';
import type { BrandConfiguration } from './type.ts';

export const brand: Section<BrandConfiguration> = {
  description: 'Whose the screens are that people sign in on.',
  schema: brandSchema,
  absent: { reads: {} },
  defaults: {},
  checks: [],
};
