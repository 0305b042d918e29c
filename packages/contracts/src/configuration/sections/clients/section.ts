import type { Section } from '../../section.ts';
import { nameOfSignet } from './checks.ts';
import { clientsSchema } from './schema.ts';
import type { ClientsConfiguration } from './type.ts';

export const clients: Section<ClientsConfiguration> = {
  description: 'Apps and services that get tokens of their own, by `client_id`.',
  schema: clientsSchema,
  absent: { reads: {} },
  defaults: {},
  checks: [nameOfSignet],
};
