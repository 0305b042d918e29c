import type { z } from 'zod';
import { allowed, evenIfPartsAreWrong, strict } from '../../fields/allowed.ts';
import { choice } from '../../fields/choice.ts';
import { list, oneOrMore } from '../../fields/list.ts';
import { duration } from '../../fields/quantity.ts';
import { acrSchema, audienceSchema, nameSchema, roleSchema, scopeSchema } from '../../fields/text.ts';
import { conditionsSchema } from './conditions.ts';
import type { ProtectedRoute } from './type.ts';

const credentials = ['bearer', 'cookie'] as const;

const alternativeSchema = strict({ issuer: nameSchema.meta({ description: 'A name in `issuers`.' }) });

const authShape = strict({
  issuer: oneOrMore(nameSchema, { least: 1, most: 16, of: 'issuers' })
    .optional()
    .meta({ description: 'The name of the issuer whose tokens are accepted, or a list of such names.' }),
  any: list(alternativeSchema, { least: 1, most: 16, of: 'issuers' })
    .optional()
    .meta({ description: 'The same as a list of entries: `[{ issuer: house }, { issuer: partner }]`.' }),
  audience: oneOrMore(audienceSchema, { least: 1, most: 16, of: 'audiences' }).optional().meta({
    description:
      'The `aud` of the token must contain one of these, whichever issuer it is of. Without it, one of its own issuer.',
  }),
  credentials: list(choice(credentials), { least: 1, most: credentials.length, of: 'places' })
    .prefault(['bearer'])
    .meta({
      description: 'Where the token may be: in `Authorization`, or in the cookie of the session API.',
    }),
  scopes: list(scopeSchema, { least: 0, most: 64, of: 'scopes' })
    .prefault([])
    .meta({ description: 'All of these must be in the token.' }),
  roles: list(roleSchema, { least: 0, most: 64, of: 'roles' })
    .prefault([])
    .meta({ description: 'At least one of these must be in the token.' }),
  permissions: list(scopeSchema, { least: 0, most: 64, of: 'permissions' })
    .prefault([])
    .meta({ description: 'All of these must be in the `permissions` of the token.' }),
  acr: oneOrMore(acrSchema, { least: 1, most: 16, of: 'values of `acr`' }).exactOptional().meta({
    description:
      'How the person must have signed in: the `acr` of the token must be this, or one of these. `"2"` asks for two factors, `"1"` takes them as well.',
  }),
  maxAge: duration({ least: '1s', most: '365d', example: '10m' })
    .exactOptional()
    .meta({ description: 'How long ago the person may have signed in, by the `auth_time` of the token.' }),
  condition: conditionsSchema.optional().meta({
    description:
      'What must hold of claims, request and path, in the Common Expression Language: a text, or several by name, all of which must hold.',
  }),
});

type AuthShape = z.output<typeof authShape>;

/** Each `audience` is still empty where the route names none; `checks/audience.ts` fills it in or refuses. */
export const authSchema: z.ZodType<ProtectedRoute['auth'], unknown> = authShape
  .superRefine(checkIssuers, evenIfPartsAreWrong)
  .transform(({ issuer, any, audience, condition, ...demands }) => ({
    accepts: (issuer ?? any?.map((one) => one.issuer) ?? []).map((name) => ({
      issuer: name,
      audience: audience ?? [],
    })),
    ...demands,
    ...(condition === undefined ? {} : { conditions: condition }),
  }))
  .meta({ oneOf: [{ required: ['issuer'] }, { required: ['any'] }] });

function checkIssuers(value: AuthShape, context: z.core.$RefinementCtx): void {
  if ((value.issuer === undefined) !== (value.any === undefined)) return;
  const message = allowed(
    'exactly one of `issuer` and `any`',
    'Say whose tokens are accepted: `issuer: house`.',
  );
  context.addIssue({ code: 'custom', message });
}
