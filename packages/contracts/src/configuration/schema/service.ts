import type { z } from 'zod';
import type { ServiceConfiguration } from '../configuration.ts';
import { strict } from './allowed.ts';
import { sentence } from './text.ts';

export const serviceSchema: z.ZodType<ServiceConfiguration, unknown> = strict({
  title: sentence(120).meta({ description: 'The name people see.' }),
  description: sentence(2000).exactOptional().meta({ description: 'What the service is for.' }),
});
