import { longestExpression, readClaimExpression } from '@signet/conditions';
import { z } from 'zod';
import { isReservedClaim } from '../../../claims/reserved-claims.ts';
import { type AttributeValue, attributeValueSchema, isAttributeName } from '../../../people/attributes.ts';
import { allowed, strict } from '../../fields/allowed.ts';

/** Where a claim comes from: `user.…` or `client.…`, a value that is the same for everybody, or an expression in CEL. */
export type ClaimSource = string | { readonly value: AttributeValue } | { readonly cel: string };

/** By the name of a claim. */
export type ClaimMapping = Readonly<Record<string, ClaimSource>>;

const clientSources: readonly string[] = ['client.id', 'client.name', 'client.type'];
const accountSources: readonly string[] = ['user.username', 'user.email'];
const mostClaims = 32;

const nameMessage = allowed(
  'the name of a claim that Signet does not say itself: letters, digits, `_` and `-`, such as `department`',
  'Choose a name that says what it is; `sub`, `scope`, `roles`, `permissions` and the like are for Signet to say.',
);

const claimName = /^[A-Za-z][A-Za-z0-9_-]{0,62}$/;

/** A name that a mapping or a hook may give a claim: none by which somebody is trusted. */
export function isClaimName(name: string): boolean {
  return claimName.test(name) && !isReservedClaim(name);
}

const sourceMessage = allowed(
  '`user.` with the name of an attribute, `user.email`, `user.username`, `client.id`, `client.name`, `client.type`, `{ value: … }`, or `{ cel: … }`',
  'Write where it comes from, such as `user.department`; what is the same for everybody as `{ value: … }`, and what is made of several as `{ cel: … }`.',
);

const nameOfClaim = z.string({ error: nameMessage }).refine(isClaimName, { error: nameMessage });

const source: z.ZodType<ClaimSource, unknown> = z.union(
  [
    z.string().refine(isSource, { error: sourceMessage }),
    strict({
      value: attributeValueSchema.meta({ description: 'What the claim says.' }),
    }),
    strict({
      cel: z.string().max(longestExpression).superRefine(checkExpression).meta({
        description:
          'An expression over `user`, `client`, `session`, `organization`, `scope`, `api` and `now`.',
      }),
    }),
  ],
  { error: closest },
);

/** Of the three forms, what is wrong with the one that was written. */
function closest(issue: z.core.$ZodRawIssue): string {
  const isExpression = typeof issue.input === 'object' && issue.input !== null && 'cel' in issue.input;
  const own = issue.code === 'invalid_union' && isExpression ? issue.errors[2]?.[0]?.message : undefined;
  return own ?? sourceMessage;
}

function checkExpression(text: string, context: z.core.$RefinementCtx): void {
  const reading = readClaimExpression(text);
  if (reading.ok) return;
  const where = reading.at === undefined ? '' : `, at character ${reading.at}`;
  const message = allowed(
    `an expression in CEL for a text, a number, true or false, or a list of texts (${reading.reason}${where})`,
    'See "Claims by expression" in docs/configuration.md for the names and functions it may use.',
  );
  context.addIssue({ code: 'custom', message });
}

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
