import type { z } from 'zod';
import { strict } from '../../fields/allowed.ts';
import { count } from '../../fields/quantity.ts';
import type { OptionalSection } from '../../section.ts';

export interface DemoConfiguration {
  readonly echoPort: number;
}

const demoSchema: z.ZodType<DemoConfiguration, unknown> = strict({
  echoPort: count(1, 65_535).meta({ description: 'Port of the echo upstream on 127.0.0.1.' }),
});

/** Present only in the document that the first start writes (`demo-configuration.ts`). */
export const demo: OptionalSection<DemoConfiguration> = {
  description: 'Runs the echo upstream of the first start in this process.',
  schema: demoSchema,
  absent: 'left out',
  defaults: {},
  checks: [],
};
