import { z } from 'zod';
import { allowed, strict } from '../../fields/allowed.ts';
import { list } from '../../fields/list.ts';
import { named } from '../../fields/named.ts';
import type { NodeConfiguration, NodesConfiguration } from './type.ts';

const error = allowed(
  'a SHA-256 fingerprint: 32 pairs of hexadecimal digits with colons between them',
  'Write what `signet node certificate` printed, or `openssl x509 -noout -fingerprint -sha256`.',
);

const fingerprintSchema: z.ZodType<string, string> = z
  .string({ error })
  .regex(/^[0-9A-Fa-f]{2}(?::[0-9A-Fa-f]{2}){31}$/, { error })
  .transform((fingerprint) => fingerprint.toUpperCase());

const nodeSchema: z.ZodType<NodeConfiguration, unknown> = strict({
  revoked: list(fingerprintSchema, { least: 0, most: 256, of: 'fingerprints' }).prefault([]).meta({
    description:
      'Certificates of this name that are not taken any more, by their SHA-256 fingerprints: of a key that was lost, for example.',
  }),
});

export const nodesSchema: z.ZodType<NodesConfiguration, unknown> = named(nodeSchema);
