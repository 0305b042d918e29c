import type { Section } from '../../section.ts';
import { gatewayDefaults } from './defaults.ts';
import { gatewaySchema } from './schema.ts';
import type { GatewayConfiguration } from './type.ts';

export const gateway: Section<GatewayConfiguration, typeof gatewayDefaults> = {
  description: 'Bounds of the gateway.',
  schema: gatewaySchema,
  absent: { reads: {} },
  defaults: gatewayDefaults,
  checks: [],
};
