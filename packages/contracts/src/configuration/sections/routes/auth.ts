import { z } from 'zod';
import { allowed, evenIfPartsAreWrong, strict } from '../../fields/allowed.ts';
import { list, oneOrMore } from '../../fields/list.ts';
import { duration } from '../../fields/quantity.ts';
import { acrSchema, audienceSchema, nameSchema } from '../../fields/text.ts';
import { type ApiKeyShape, apiKeySchema } from './api-key.ts';
import { basicSchema } from './basic.ts';
import { conditionsSchema } from './conditions.ts';
import { credentialsSchema } from './credentials.ts';
import {
  demandsOf,
  isUsual,
  setsSchema,
  type Wanted,
  wantedPermissions,
  wantedRoles,
  wantedScopes,
} from './demands.ts';
import type { ApiKeyPlaces, ProtectedRoute } from './type.ts';

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
  credentials: credentialsSchema.prefault(['bearer']).meta({
    description:
      'Where the token may be: in `Authorization`, in the cookie of the session API, in a header of another name, or in the query.',
  }),
  apiKey: apiKeySchema.exactOptional().meta({
    description:
      'An API key of this Signet will do as well, or alone where no issuer is named: `{ header: x-api-key }`. See docs/api-keys.md.',
  }),
  basic: basicSchema.exactOptional().meta({
    description:
      'A name and a password of `machines` will do as well, or alone where no issuer is named: `true` for all of them, or a list of names. See docs/machines.md.',
  }),
  dangerouslyAllowBasicOverHttp: z
    .literal(true, { error: allowed('only `true`', 'Write `true`, or leave the key out.') })
    .exactOptional()
    .meta({
      description:
        'Takes passwords that come by http: from beyond this machine, too. Whoever is on the way reads them.',
    }),
  optional: z
    .literal(true, { error: allowed('only `true`', 'Write `optional: true`, or leave the key out.') })
    .exactOptional()
    .meta({
      description:
        'A request without any token passes as well, without context headers. One with a token must have a good one that carries all of this.',
    }),
  replay: z
    .literal('once', {
      error: allowed(
        'only `once`',
        'Write `replay: once`, or leave the key out: a token may then come again.',
      ),
    })
    .exactOptional()
    .meta({
      description:
        'Each token is taken once, by its `iss` and `jti`: on this route and all others that say so, by every gateway together.',
    }),
  scopes: wantedScopes.prefault([]).meta({
    description: 'All of these must be in the token; `{ any: […] }` where one is enough.',
  }),
  roles: wantedRoles.prefault([]).meta({
    description: 'At least one of these must be in the token; `{ all: […] }` where all must.',
  }),
  permissions: wantedPermissions.prefault([]).meta({
    description:
      'All of these must be in the `permissions` of the token; `{ any: […] }` where one is enough.',
  }),
  anyOf: setsSchema.optional().meta({
    description: 'One of these sets of requirements must be met, beside everything else here.',
  }),
  allOf: setsSchema.optional().meta({
    description: 'All of these sets of requirements must be met, beside everything else here.',
  }),
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
  .superRefine(checkApiKey)
  .superRefine(checkBasic)
  .superRefine(checkReplay)
  .transform(
    ({
      issuer,
      any,
      audience,
      condition,
      scopes,
      roles,
      permissions,
      anyOf,
      allOf,
      credentials,
      apiKey,
      ...rest
    }) => {
      const usual = (kind: 'scopes' | 'roles' | 'permissions', wanted: Wanted) =>
        isUsual(kind, wanted) ? wanted.names : [];
      const otherwise = (kind: 'scopes' | 'roles' | 'permissions', wanted: Wanted) =>
        isUsual(kind, wanted) ? undefined : wanted;
      const demands = demandsOf({
        scopes: otherwise('scopes', scopes),
        roles: otherwise('roles', roles),
        permissions: otherwise('permissions', permissions),
        anyOf,
        allOf,
      });
      return {
        accepts: (issuer ?? any?.map((one) => one.issuer) ?? []).map((name) => ({
          issuer: name,
          audience: audience ?? [],
        })),
        ...credentials,
        ...(apiKey === undefined ? {} : { apiKey: keyPlaces(apiKey, audience) }),
        ...rest,
        scopes: usual('scopes', scopes),
        roles: usual('roles', roles),
        permissions: usual('permissions', permissions),
        ...(condition === undefined ? {} : { conditions: condition }),
        ...(demands.length === 0 ? {} : { demands }),
      };
    },
  )
  .meta({
    not: { required: ['issuer', 'any'] },
    anyOf: [
      { required: ['issuer'] },
      { required: ['any'] },
      { required: ['apiKey'] },
      { required: ['basic'] },
    ],
  });

function keyPlaces({ audience, ...places }: ApiKeyShape, ofRoute: readonly string[] = []): ApiKeyPlaces {
  return { ...places, audience: audience ?? ofRoute };
}

function checkIssuers(value: AuthShape, context: z.core.$RefinementCtx): void {
  const { issuer, any, apiKey, basic } = value;
  const isSaid = [issuer, any, apiKey, basic].some((each) => each !== undefined);
  if (isSaid && (issuer === undefined || any === undefined)) return;
  const message = allowed(
    'exactly one of `issuer` and `any`, or `apiKey` or `basic` with or without one of them',
    'Say whose tokens are accepted: `issuer: house`.',
  );
  context.addIssue({ code: 'custom', message });
}

/** What would refuse every key, or let one that was made for another API in, is refused here. */
function checkApiKey(value: AuthShape, context: z.core.$RefinementCtx): void {
  const { apiKey, issuer, any, audience, acr, maxAge, credentials } = value;
  if (apiKey === undefined) return;
  const fault = (path: string[], expected: string, fix: string) =>
    context.addIssue({ code: 'custom', path, message: allowed(expected, fix) });
  if (apiKey.audience === undefined && audience === undefined)
    fault(
      ['apiKey'],
      'an `audience` for the keys of a route: a key that was made for another API must not open this one',
      'Add `audience:` here or in `auth`, as it was given to `signet api-key create --audience`.',
    );
  if (apiKey.header !== undefined && apiKey.header === credentials.tokenHeader)
    fault(['apiKey', 'header'], 'another header than that of the token', 'Give each of them one of its own.');
  if (apiKey.parameter !== undefined && apiKey.parameter === credentials.tokenParameter)
    fault(
      ['apiKey', 'dangerouslyFromQuery'],
      'another parameter than that of the token',
      'Give each of them one of its own.',
    );
  if (issuer !== undefined || any !== undefined) return;
  if (acr !== undefined || maxAge !== undefined)
    fault(
      [acr === undefined ? 'maxAge' : 'acr'],
      'no sign-in where API keys alone are taken: nobody signs in with one',
      'Remove it, or name an `issuer` whose tokens are of sign-ins.',
    );
}

/** What could never be met by a password, and a danger that is allowed for nothing. */
function checkBasic(value: AuthShape, context: z.core.$RefinementCtx): void {
  const { basic, issuer, any, apiKey, acr, maxAge } = value;
  const fault = (key: string, expected: string, fix: string) =>
    context.addIssue({ code: 'custom', path: [key], message: allowed(expected, fix) });
  if (basic === undefined) {
    if (value.dangerouslyAllowBasicOverHttp !== undefined)
      fault(
        'dangerouslyAllowBasicOverHttp',
        'it beside `basic` alone: without that, no password is taken',
        'Remove it.',
      );
    return;
  }
  if (issuer !== undefined || any !== undefined || apiKey !== undefined) return;
  if (acr !== undefined || maxAge !== undefined)
    fault(
      acr === undefined ? 'maxAge' : 'acr',
      'no sign-in where machines alone are taken: none of them signs in',
      'Remove it, or name an `issuer` whose tokens are of sign-ins.',
    );
}

/** Where the same credential, or none, may come any number of times, taking tokens once would protect nothing. */
function checkReplay({ replay, apiKey, basic, optional }: AuthShape, context: z.core.$RefinementCtx): void {
  if (replay === undefined) return;
  const fault = (expected: string, fix: string) =>
    context.addIssue({ code: 'custom', path: ['replay'], message: allowed(expected, fix) });
  if (apiKey !== undefined)
    fault(
      'no API keys where each token is taken once: a key comes with every request',
      'Give the keys a route of their own, or remove `replay`.',
    );
  if (basic !== undefined)
    fault(
      'no passwords where each token is taken once: a password comes with every request',
      'Give the machines a route of their own, or remove `replay`.',
    );
  if (optional !== undefined)
    fault(
      'a route that asks for a token: without one, a request may come any number of times',
      'Remove `optional` or `replay`.',
    );
}
