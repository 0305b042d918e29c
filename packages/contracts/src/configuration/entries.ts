import type { z } from 'zod';

export type Entries = 'none' | 'listed' | 'named';

/** Whether a section is a list of entries, a record of named ones, or one block: as its schema says. */
export function entriesOf(schema: z.core.$ZodType): Entries {
  const { def } = schema._zod;
  if (def.type === 'array') return 'listed';
  if (def.type === 'record') return 'named';
  const inner = insideOf(def);
  return inner === undefined ? 'none' : entriesOf(inner);
}

/** What a wrapper (a default, a transformation of what was read) stands around. */
function insideOf(def: z.core.$ZodTypeDef): z.core.$ZodType | undefined {
  const { innerType, in: read } = def as { innerType?: z.core.$ZodType; in?: z.core.$ZodType };
  return innerType ?? read;
}
