import type { Section } from '../../section.ts';
import { upstreamDefaults } from './defaults.ts';
import { upstreamsSchema } from './schema.ts';
import type { UpstreamsConfiguration } from './type.ts';

export const upstreams: Section<UpstreamsConfiguration, typeof upstreamDefaults> = {
  description: 'Where requests are forwarded to, by name.',
  schema: upstreamsSchema,
  absent: { reads: {} },
  defaults: upstreamDefaults,
  checks: [],
};
