import type { z } from 'zod';
import { strict } from '../../fields/allowed.ts';
import { named } from '../../fields/named.ts';
import { sentence } from '../../fields/text.ts';
import type { ServiceConfiguration, ServicesConfiguration } from './type.ts';

const serviceSchema: z.ZodType<ServiceConfiguration, unknown> = strict({
  title: sentence(120).meta({ description: 'The name people see.' }),
  description: sentence(2000).exactOptional().meta({ description: 'What the service is for.' }),
});

export const servicesSchema: z.ZodType<ServicesConfiguration, unknown> = named(serviceSchema);
