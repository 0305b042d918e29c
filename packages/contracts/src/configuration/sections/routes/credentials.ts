import { z } from 'zod';
import { allowed, strict } from '../../fields/allowed.ts';
import { list } from '../../fields/list.ts';
import { clientHeaderSchema } from './context-header.ts';
import type { Credential, ProtectedRoute } from './type.ts';

type Places = Pick<ProtectedRoute['auth'], 'credentials' | 'tokenHeader' | 'tokenParameter'>;

const wellKnown = ['bearer', 'cookie'] as const;

const placeError = allowed(
  '`bearer`, `cookie`, `{ header: NAME }` or `{ dangerouslyFromQuery: NAME }`',
  'Say where the token may be, such as `[bearer, { header: x-service-token }]`.',
);

const parameterError = allowed(
  'the name of a parameter: 1 to 64 letters, digits, hyphens, dots and underscores',
  'Write it as clients do, such as `token`.',
);

/** The name of a parameter that something secret may stand in. */
export const queryParameterSchema: z.ZodType<string, string> = z
  .string({ error: parameterError })
  .regex(/^[A-Za-z0-9._-]{1,64}$/, { error: parameterError });

const placeSchema = z.union(
  [
    z.enum(wellKnown),
    strict({
      header: clientHeaderSchema.meta({ description: 'A header with the token alone as its value.' }),
    }),
    strict({
      dangerouslyFromQuery: queryParameterSchema.meta({
        description:
          'A parameter of the query. Whatever keeps addresses keeps the token: histories, logs of proxies, pages that are linked from there.',
      }),
    }),
  ],
  { error: (issue) => fieldFault(issue) ?? placeError },
);

/** A union knows an answer for each of its forms; the one for the form that was written is the useful one. */
function fieldFault(issue: z.core.$ZodRawIssue): string | undefined {
  if (issue.code !== 'invalid_union' || typeof issue.input !== 'object' || issue.input === null)
    return undefined;
  const form = 'header' in issue.input ? 1 : 'dangerouslyFromQuery' in issue.input ? 2 : 0;
  return issue.errors[form]?.[0]?.message;
}

/** `Authorization` counts wherever else a token may be. */
export const credentialsSchema: z.ZodType<Places, unknown> = list(placeSchema, {
  least: 1,
  most: 4,
  of: 'places',
})
  .superRefine(onceEach)
  .transform((places) => {
    const credentials = places.filter((place): place is Credential => typeof place === 'string');
    const [tokenHeader] = places.flatMap((place) =>
      typeof place !== 'string' && 'header' in place ? [place.header] : [],
    );
    const [tokenParameter] = places.flatMap((place) =>
      typeof place !== 'string' && 'dangerouslyFromQuery' in place ? [place.dangerouslyFromQuery] : [],
    );
    return {
      credentials: credentials.length === 0 ? ['bearer' as const] : credentials,
      ...(tokenHeader === undefined ? {} : { tokenHeader }),
      ...(tokenParameter === undefined ? {} : { tokenParameter }),
    };
  });

function onceEach(places: readonly z.output<typeof placeSchema>[], context: z.core.$RefinementCtx): void {
  for (const kind of ['header', 'dangerouslyFromQuery'] as const) {
    const [, second] = places.flatMap((place, index) =>
      typeof place === 'object' && kind in place ? [index] : [],
    );
    if (second === undefined) continue;
    const message = allowed(`one entry with \`${kind}\``, 'Choose the one that clients use.');
    context.addIssue({ code: 'custom', path: [second], message });
  }
}
