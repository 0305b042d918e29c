import { z } from 'zod';
import { hostSchema } from '../../fields/address.ts';
import { allowed, evenIfPartsAreWrong, strict } from '../../fields/allowed.ts';
import { choice } from '../../fields/choice.ts';
import { claimPathSchema } from '../../fields/claim-path.ts';
import { list } from '../../fields/list.ts';
import { isNetwork } from '../../fields/network.ts';
import { nameSchema } from '../../fields/text.ts';
import { authSchema } from './auth.ts';
import { conditionFault, conditionPlace, isUnnamed } from './conditions.ts';
import { clientHeaderSchema, contextHeaderSchema } from './context-header.ts';
import { conditionsIn } from './demands.ts';
import { limitSchema, needsClaims } from './limit.ts';
import { isSegmentPrefix, pathPatternSchema, prefixSchema } from './path-pattern.ts';
import type { ProtectedRoute, PublicRoute, RouteConfiguration, RoutesConfiguration } from './type.ts';

const methods = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'] as const;

const methodSchema = choice(methods);

const matchSchema = strict({
  methods: list(methodSchema, { least: 1, most: methods.length, of: 'methods' }).meta({
    description: 'The methods the route takes.',
  }),
  path: pathPatternSchema.meta({
    description: 'The path, with `{name}` for one segment and `{name*}` at the end for the rest.',
  }),
  hosts: list(hostSchema, { least: 1, most: 64, of: 'hosts' })
    .exactOptional()
    .meta({ description: 'Host names; any host if left out.' }),
});

const contextSchema = strict({
  headers: z
    .record(contextHeaderSchema, claimPathSchema, {
      error: allowed('header names and claims', 'Write lines such as `x-user-id: claims.sub`.'),
    })
    .prefault({})
    .meta({ description: 'Headers that carry claims of the verified token to the upstream.' }),
});

const networkMessage = allowed(
  'an address or a network, such as `10.0.0.0/8`',
  'Write it in figures, a network with the length of its prefix.',
);

const networkList = list(z.string({ error: networkMessage }).refine(isNetwork, { error: networkMessage }), {
  least: 1,
  most: 256,
  of: 'networks',
});

const networksSchema = strict({
  allow: networkList.exactOptional().meta({ description: 'From these alone; from everywhere if left out.' }),
  deny: networkList.exactOptional().meta({ description: 'From none of these, whatever is allowed.' }),
}).refine(({ allow, deny }) => allow !== undefined || deny !== undefined, {
  error: allowed('at least one of `allow` and `deny`', 'Write `allow: [10.0.0.0/8]`.'),
});

const routeShape = strict({
  id: nameSchema.meta({ description: 'Names the route in records, logs and metrics.' }),
  service: nameSchema.exactOptional().meta({ description: 'A name in `services`.' }),
  match: matchSchema.meta({ description: 'Which requests the route takes.' }),
  public: z
    .literal(true, { error: allowed('only `true`', 'Write `public: true`, or `auth` instead.') })
    .optional()
    .meta({ description: 'Open to everyone. Said out loud, in place of `auth`.' }),
  auth: authSchema.optional().meta({ description: 'What a token must be and carry.' }),
  context: contextSchema.optional().meta({ description: 'What the upstream is told of the caller.' }),
  limit: list(limitSchema, { least: 0, most: 8, of: 'limits' })
    .prefault([])
    .meta({ description: 'All of these budgets must have room.' }),
  networks: networksSchema
    .exactOptional()
    .meta({ description: 'From where the route may be called, by the address of the client.' }),
  upstream: nameSchema.meta({ description: 'A name in `upstreams`.' }),
  stripPrefix: prefixSchema
    .exactOptional()
    .meta({ description: 'Taken from the front of the path before forwarding.' }),
  websocket: z
    .literal(true, { error: allowed('only `true`', 'Write `websocket: true`, or leave it out.') })
    .exactOptional()
    .meta({ description: 'Lets a GET open a WebSocket, which ends with its token.' }),
  dangerouslyAllowIdentityHeaders: list(clientHeaderSchema, { least: 1, most: 16, of: 'headers' })
    .exactOptional()
    .meta({
      description: 'Headers that clients may send although servers take them for the word of a gateway.',
    }),
});

type RouteShape = z.output<typeof routeShape>;

const routeSchema: z.ZodType<RouteConfiguration, unknown> = routeShape
  .superRefine(checkKind, evenIfPartsAreWrong)
  .superRefine(checkNeedsNoClaims)
  .superRefine(checkPrefix)
  .superRefine(checkConditions)
  .transform(toRoute)
  .meta({ oneOf: [{ required: ['public'] }, { required: ['auth'] }] });

const mostRoutes = 1000;
const routesMessage = allowed(
  `a list of at most ${mostRoutes} routes`,
  'Start each route with `- id: name`.',
);

export const routesSchema: z.ZodType<RoutesConfiguration, unknown> = z
  .array(routeSchema, { error: routesMessage })
  .max(mostRoutes, { error: routesMessage });

function checkKind(value: RouteShape, context: z.core.$RefinementCtx): void {
  if ((value.public === undefined) !== (value.auth === undefined)) return;
  const message = allowed(
    'exactly one of `public: true` and `auth`',
    'Say what a token must be in `auth`, or say `public: true` if everyone may call it.',
  );
  context.addIssue({ code: 'custom', message });
}

/** A public route reads no token, so nothing on it can rest on a claim. */
function checkNeedsNoClaims(value: RouteShape, context: z.core.$RefinementCtx): void {
  if (value.public !== true) return;
  const report = (path: (string | number)[], message: string) =>
    context.addIssue({ code: 'custom', path, message });
  if (value.context !== undefined) {
    report(
      ['context'],
      allowed('`context` only beside `auth`: a public route has no claims', 'Remove it, or use `auth`.'),
    );
  }
  value.limit.forEach(({ by }, index) => {
    if (!needsClaims(by)) return;
    report(
      ['limit', index, 'by'],
      allowed('`route` or `address` on a public route, which has no claims', 'Write `by: address`.'),
    );
  });
}

function checkPrefix({ stripPrefix, match }: RouteShape, context: z.core.$RefinementCtx): void {
  if (stripPrefix === undefined || isSegmentPrefix(stripPrefix, match.path)) return;
  const message = allowed(
    `whole segments from the front of \`${match.path}\``,
    'Write the beginning of `match.path`, up to a `/`.',
  );
  context.addIssue({ code: 'custom', path: ['stripPrefix'], message });
}

/** Read here, where the parameters of the path are known, and never again for a request. */
function checkConditions(value: RouteShape, context: z.core.$RefinementCtx): void {
  const conditions = value.auth?.conditions ?? [];
  for (const condition of conditions) {
    const message = conditionFault(condition, conditionPlace(value));
    if (message === undefined) continue;
    const path = ['auth', 'condition', ...(isUnnamed(conditions) ? [] : [condition.name])];
    context.addIssue({ code: 'custom', path, message });
  }
  for (const { at, ...condition } of conditionsIn(value.auth?.demands ?? [])) {
    const message = conditionFault(condition, conditionPlace(value));
    if (message !== undefined) context.addIssue({ code: 'custom', path: ['auth', ...pathOf(at)], message });
  }
}

/** `anyOf[0].condition` as the steps of a path. */
function pathOf(at: string): (string | number)[] {
  const steps = at.split(/[.[\]]+/).filter((step) => step !== '');
  return steps.map((step) => (/^\d+$/.test(step) ? Number(step) : step));
}

function toRoute({ public: _, auth, context, limit, ...others }: RouteShape): RouteConfiguration {
  const concurrency = limit.filter((entry) => 'concurrent' in entry);
  const basics = {
    ...others,
    limit: limit.filter((entry) => 'count' in entry),
    ...(concurrency.length === 0 ? {} : { concurrency }),
  };
  if (auth === undefined) return { kind: 'public', ...basics } satisfies PublicRoute;
  return { kind: 'protected', ...basics, auth, context: context ?? { headers: {} } } satisfies ProtectedRoute;
}
