import type { Section } from '../../section.ts';
import { servicesSchema } from './schema.ts';
import type { ServicesConfiguration } from './type.ts';

export const services: Section<ServicesConfiguration> = {
  description: 'What the routes belong to in the eyes of people, by name.',
  schema: servicesSchema,
  absent: { reads: {} },
  defaults: {},
  checks: [],
};
