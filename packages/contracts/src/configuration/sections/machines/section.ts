import type { Section } from '../../section.ts';
import { machinesSchema } from './schema.ts';
import type { MachinesConfiguration } from './type.ts';

export const machines: Section<MachinesConfiguration> = {
  description: 'Programs that show a name and a password to routes with `auth.basic`, by their name.',
  schema: machinesSchema,
  absent: { reads: {} },
  defaults: {},
  checks: [],
};
