import { z } from 'zod';
import { isReservedClaim } from '../../../claims/reserved-claims.ts';
import { type AttributeValue, attributeValueSchema, isAttributeName } from '../../../people/attributes.ts';
import { allowed, strict } from '../../fields/allowed.ts';

/** Where a claim comes from: `user.…` or `client.…`, or a value that is the same for everybody. */
export type ClaimSource = string | { readonly value: AttributeValue };

/** By the name of a claim. */
export type ClaimMapping = Readonly<Record<string, ClaimSource>>;

const clientSources: readonly string[] = ['client.id', 'client.name', 'client.type'];
const accountSources: readonly string[] = ['user.username', 'user.email'];
const mostClaims = 32;

const nameMessage = allowed(
  'the name of a claim that Signet does not say itself: letters, digits, `_` and `-`, such as `department`',
  'Choose a name that says what it is; `sub`, `scope`, `roles`, `permissions` and the like are for Signet to say.',
);

const sourceMessage = allowed(
  '`user.` with the name of an attribute, `user.email`, `user.username`, `client.id`, `client.name`, `client.type`, or `{ value: … }`',
  'Write where it comes from, such as `user.department`; what is the same for everybody as `{ value: … }`.',
);

const nameOfClaim = z
  .string({ error: nameMessage })
  .regex(/^[A-Za-z][A-Za-z0-9_-]{0,62}$/, { error: nameMessage })
  .refine((name) => !isReservedClaim(name), { error: nameMessage });

const source: z.ZodType<ClaimSource, unknown> = z.union(
  [
    z.string().refine(isSource, { error: sourceMessage }),
    strict({
      value: attributeValueSchema.meta({ description: 'What the claim says.' }),
    }),
  ],
  { error: sourceMessage },
);

export const claimMappingSchema: z.ZodType<ClaimMapping, unknown> = z
  .record(nameOfClaim, source, {
    error: allowed(
      'claims by name, each with where it comes from',
      'Write `claims: { department: user.department }`.',
    ),
  })
  .refine((mapping) => Object.keys(mapping).length <= mostClaims, {
    error: allowed(`at most ${mostClaims} claims`, 'Leave out what the API does not read.'),
  });

/** The name of the attribute that a source names; `undefined` for every other one. */
export function attributeOf(text: string): string | undefined {
  const name = text.startsWith('user.') ? text.slice('user.'.length) : '';
  return isAttributeName(name) ? name : undefined;
}

function isSource(text: string): boolean {
  return clientSources.includes(text) || accountSources.includes(text) || attributeOf(text) !== undefined;
}
