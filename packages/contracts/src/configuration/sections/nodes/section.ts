import type { Section } from '../../section.ts';
import { nodesSchema } from './schema.ts';
import type { NodesConfiguration } from './type.ts';

export const nodes: Section<NodesConfiguration> = {
  description:
    'Gateway nodes that may connect to this control node, by the names in their certificates. Nobody else may.',
  schema: nodesSchema,
  absent: { reads: {} },
  defaults: {},
  checks: [],
};
