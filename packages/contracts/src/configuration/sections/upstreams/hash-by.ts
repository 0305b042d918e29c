import { z } from 'zod';
import { allowed } from '../../fields/allowed.ts';
import { type ClaimPath, parseClaimPath } from '../../fields/claim-path.ts';

/** What decides which target a request goes to, always the same one for the same value. */
export type HashBy =
  | { readonly kind: 'address' }
  | { readonly kind: 'claim'; readonly claim: ClaimPath }
  /** In lower case. */
  | { readonly kind: 'header'; readonly name: string };

const message = allowed(
  '`address`, a claim such as `claims.sub`, or a header such as `headers.x-tenant` in lower case',
  'Write whose requests go to one target.',
);

export const hashBySchema: z.ZodType<HashBy, string> = z
  .string({ error: message })
  .transform((text, context): HashBy => {
    const by = readHashBy(text);
    if (by !== undefined) return by;
    context.addIssue({ code: 'custom', message });
    return z.NEVER;
  });

function readHashBy(text: string): HashBy | undefined {
  if (text === 'address') return { kind: 'address' };
  const [, name] = /^headers\.([a-z0-9][a-z0-9-]{0,63})$/.exec(text) ?? [];
  if (name !== undefined) return { kind: 'header', name };
  const claim = parseClaimPath(text);
  return claim === undefined ? undefined : { kind: 'claim', claim };
}
