import { z } from 'zod';
import { allowed } from '../../fields/allowed.ts';
import { parseClaimPath } from '../../fields/claim-path.ts';
import type { SpendingDimension } from './type.ts';

const message = allowed(
  '`key`, `route`, `provider`, `model`, a claim such as `claims.team`, or a tag such as `tags.project`',
  'Write whose spending is counted together.',
);

const tagPattern = /^tags\.([a-z][a-z0-9_-]{0,31})$/;

/** `claims.team` → the claim; `undefined` for anything else than a dimension. */
function parseDimension(text: string): SpendingDimension | undefined {
  if (text === 'key' || text === 'route' || text === 'provider' || text === 'model') return { kind: text };
  const [, name] = tagPattern.exec(text) ?? [];
  if (name !== undefined) return { kind: 'tag', name };
  const path = parseClaimPath(text);
  return path === undefined ? undefined : { kind: 'claim', path };
}

/** As it is written: two of one name are seen to be so. */
export const dimensionSchema: z.ZodType<string, string> = z
  .string({ error: message })
  .refine((text) => parseDimension(text) !== undefined, { error: message });

export function dimensionsOf(texts: readonly string[]): readonly SpendingDimension[] {
  return texts.flatMap((text) => parseDimension(text) ?? []);
}
