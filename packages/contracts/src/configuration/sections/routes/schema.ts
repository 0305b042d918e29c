import { z } from 'zod';
import { hostPatternSchema } from '../../fields/address.ts';
import { allowed, evenIfPartsAreWrong, strict } from '../../fields/allowed.ts';
import { choice } from '../../fields/choice.ts';
import { list, oneOrMore } from '../../fields/list.ts';
import { isNetwork } from '../../fields/network.ts';
import { nameSchema } from '../../fields/text.ts';
import { corsSchema, redirectSchema, respondSchema, securityHeadersSchema } from './answers.ts';
import { authSchema } from './auth.ts';
import { cacheFaults, cacheSchema } from './cache.ts';
import { compressSchema } from './compress.ts';
import { conditionFault, conditionPlace, isUnnamed } from './conditions.ts';
import { contextFaults, contextSchema } from './context.ts';
import { clientHeaderSchema } from './context-header.ts';
import { conditionsIn } from './demands.ts';
import { limitSchema, needsClaims } from './limit.ts';
import { llmFaults, routeLlmSchema } from './llm.ts';
import { mcpFaults } from './mcp.ts';
import { isSegmentPrefix, pathPatternSchema, prefixSchema } from './path-pattern.ts';
import { priceSchema } from './price.ts';
import { requestFaults, requestSchema } from './request.ts';
import { asksClaims, splitSchema, splitTargets } from './split.ts';
import { transformFaults, transformSchema } from './transform.ts';
import type { ProtectedRoute, PublicRoute, RouteConfiguration, RoutesConfiguration } from './type.ts';
import { checkFaults, checkSchema } from './webhook.ts';

const methods = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'] as const;

const methodSchema = choice(methods);

const valueMessage = allowed(
  'a text of 1 to 256 visible characters',
  'Write the value as it is sent, in quotes where it is a number: `"2"`.',
);

const selectingValue = z
  .string({ error: valueMessage })
  .regex(/^[\x21-\x7e](?:[\x20-\x7e]{0,254}[\x21-\x7e])?$/, { error: valueMessage });

const parameterMessage = allowed(
  'a name of lower-case letters, digits, `-`, `.` and `_`, at most 64 long',
  'Write it as `version`.',
);

const parameterSchema = z
  .string({ error: parameterMessage })
  .regex(/^[a-z0-9][a-z0-9._-]{0,63}$/, { error: parameterMessage });

const selectingMessage = allowed('1 to 8 names with values', 'Write lines such as `x-version: "2"`.');

const selectingHeaders = z
  .record(clientHeaderSchema, selectingValue, { error: selectingMessage })
  .refine(isFew, { error: selectingMessage });

const selectingParameters = z
  .record(parameterSchema, selectingValue, { error: selectingMessage })
  .refine(isFew, { error: selectingMessage });

const matchSchema = strict({
  methods: list(methodSchema, { least: 1, most: methods.length, of: 'methods' }).meta({
    description: 'The methods the route takes.',
  }),
  path: pathPatternSchema.meta({
    description: 'The path, with `{name}` for one segment and `{name*}` at the end for the rest.',
  }),
  hosts: list(hostPatternSchema, { least: 1, most: 64, of: 'hosts' })
    .exactOptional()
    .meta({ description: 'Host names, `*.api.example` for one label; any host if left out.' }),
  headers: selectingHeaders
    .exactOptional()
    .meta({ description: 'Values that headers must have, exactly, by name.' }),
  query: selectingParameters
    .exactOptional()
    .meta({ description: 'Values that parameters of the query must have, exactly, by name.' }),
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

/** What several routes may share: by `policies` that they use, and by `defaults`. */
const sharedShape = {
  service: nameSchema.exactOptional().meta({ description: 'A name in `services`.' }),
  auth: authSchema.optional().meta({ description: 'What a token must be and carry.' }),
  context: contextSchema.optional().meta({ description: 'What the upstream is told of the caller.' }),
  limit: list(limitSchema, { least: 0, most: 8, of: 'limits' })
    .prefault([])
    .meta({ description: 'All of these budgets must have room.' }),
  networks: networksSchema
    .exactOptional()
    .meta({ description: 'From where the route may be called, by the address of the client.' }),
  upstream: nameSchema.optional().meta({ description: 'A name in `upstreams`.' }),
  split: splitSchema
    .exactOptional()
    .meta({ description: 'Sends a share of the callers to other upstreams.' }),
  check: checkSchema
    .exactOptional()
    .meta({ description: 'A server of your own that is asked about each call, and may refuse it.' }),
  cors: corsSchema.exactOptional().meta({
    description: 'What pages of other origins may do; asks of browsers are answered here.',
  }),
  securityHeaders: securityHeadersSchema
    .exactOptional()
    .meta({ description: 'Headers of answers that tell browsers to be careful.' }),
  transform: transformSchema
    .exactOptional()
    .meta({ description: 'What is changed on the way to the upstream and back.' }),
  cache: cacheSchema
    .exactOptional()
    .meta({ description: 'Keeps answers and gives them again, as RFC 9111 has it.' }),
  compress: compressSchema
    .exactOptional()
    .meta({ description: 'Makes answers smaller for clients that take them so.' }),
  price: priceSchema
    .exactOptional()
    .meta({ description: 'What a call costs: of `budgets`, and for `signet llm costs`.' }),
  websocket: z
    .literal(true, { error: allowed('only `true`', 'Write `websocket: true`, or leave it out.') })
    .exactOptional()
    .meta({ description: 'Lets a GET open a WebSocket, which ends with its token.' }),
} as const;

/** Read for its mistakes alone: it is written into the routes that use it before these are read. */
export const sharedSchema: z.ZodType<Readonly<Record<string, unknown>>, unknown> = strict(sharedShape);

export const sharedKeys: readonly string[] = Object.keys(sharedShape);

const routeShape = strict({
  id: nameSchema.meta({ description: 'Names the route in records, logs and metrics.' }),
  use: oneOrMore(nameSchema, { least: 1, most: 8, of: 'policies' })
    .exactOptional()
    .meta({ description: 'Names in `policies`, whose keys the route has as well.' }),
  match: matchSchema.meta({ description: 'Which requests the route takes.' }),
  public: z
    .literal(true, { error: allowed('only `true`', 'Write `public: true`, or `auth` instead.') })
    .optional()
    .meta({ description: 'Open to everyone. Said out loud, in place of `auth`.' }),
  ...sharedShape,
  redirect: redirectSchema
    .exactOptional()
    .meta({ description: 'Sends clients elsewhere, in place of `upstream`.' }),
  respond: respondSchema.exactOptional().meta({ description: 'A fixed answer, in place of `upstream`.' }),
  request: requestSchema
    .exactOptional()
    .meta({ description: 'What a request must be, as OpenAPI describes it; others are refused.' }),
  llm: routeLlmSchema.exactOptional().meta({ description: 'Asks language models, in place of `upstream`.' }),
  mcp: nameSchema.exactOptional().meta({
    description: 'Asks a server of tools, in place of `upstream`: a name in `mcp.servers`.',
  }),
  stripPrefix: prefixSchema
    .exactOptional()
    .meta({ description: 'Taken from the front of the path before forwarding.' }),
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
  .superRefine(checkQuotas)
  .superRefine(checkPrefix)
  .superRefine(checkConditions)
  .superRefine(checkAnswer)
  .superRefine(checkTransform)
  .transform(toRoute)
  .meta({ not: { required: ['public', 'auth'] } });

const mostRoutes = 10_000;
const routesMessage = allowed(
  `a list of at most ${mostRoutes} routes`,
  'Start each route with `- id: name`.',
);

export const routesSchema: z.ZodType<RoutesConfiguration, unknown> = z
  .array(routeSchema, { error: routesMessage })
  .max(mostRoutes, { error: routesMessage });

function isFew(named: Readonly<Record<string, string>>): boolean {
  const { length } = Object.keys(named);
  return length > 0 && length <= 8;
}

function checkKind(value: RouteShape, context: z.core.$RefinementCtx): void {
  const answers = [value.upstream, value.redirect, value.respond, value.llm, value.mcp].filter(
    (each) => each !== undefined,
  );
  if (answers.length !== 1) {
    const message = allowed(
      'exactly one of `upstream`, `redirect`, `respond`, `llm` and `mcp`',
      'Say where its requests go, or what is answered.',
    );
    context.addIssue({ code: 'custom', message });
  }
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

/** Two of them would count in one place, each call twice. */
function checkQuotas({ limit }: RouteShape, context: z.core.$RefinementCtx): void {
  const seen = new Set<string>();
  limit.forEach((entry, index) => {
    if (!('quota' in entry)) return;
    const name = JSON.stringify([entry.period, entry.by]);
    if (seen.has(name)) {
      const message = allowed(`one quota a ${entry.period} for the same \`by\``, 'Keep the smaller one.');
      context.addIssue({ code: 'custom', path: ['limit', index, 'quota'], message });
    }
    seen.add(name);
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

function checkTransform(value: RouteShape, context: z.core.$RefinementCtx): void {
  const { split, upstream, price, websocket } = value;
  if (price !== undefined && websocket === true) {
    const message = allowed('`price` beside no `websocket`, which is no call', 'Remove one of them.');
    context.addIssue({ code: 'custom', path: ['price'], message });
  }
  if (split !== undefined && upstream !== undefined && splitTargets(split).includes(upstream)) {
    const message = allowed('another upstream than that of the rest', 'Name the share of the other one.');
    context.addIssue({ code: 'custom', path: ['split', 'to', upstream], message });
  }
  const looksAtClaims = split !== undefined && (split.by !== 'address' || asksClaims(split));
  if (looksAtClaims && value.public === true) {
    const message = allowed('`address` on a public route, which has no claims', 'Write `by: address`.');
    context.addIssue({ code: 'custom', path: ['split', 'by'], message });
  }
  for (const { path, message } of transformFaults(value))
    context.addIssue({ code: 'custom', path: ['transform', ...path], message });
  for (const { path, message } of checkFaults(value))
    context.addIssue({ code: 'custom', path: ['check', ...path], message });
  for (const { path, message } of cacheFaults(value))
    context.addIssue({ code: 'custom', path: ['cache', ...path], message });
  for (const { path, message } of requestFaults(value))
    context.addIssue({ code: 'custom', path: ['request', ...path], message });
  for (const { path, message } of contextFaults(value))
    context.addIssue({ code: 'custom', path: ['context', ...path], message });
}

/** What only an upstream could do, and parameters that the path does not have. */
function checkAnswer(value: RouteShape, context: z.core.$RefinementCtx): void {
  if (value.upstream !== undefined) return;
  const report = (path: string[], message: string) => context.addIssue({ code: 'custom', path, message });
  for (const key of [
    'websocket',
    'stripPrefix',
    'context',
    'transform',
    'cache',
    'compress',
    'split',
    'price',
    'request',
    'dangerouslyAllowIdentityHeaders',
  ] as const) {
    if (value[key] === undefined || (key === 'stripPrefix' && value.llm !== undefined)) continue;
    report([key], allowed('nothing that speaks to an upstream: this route has none', 'Remove it.'));
  }
  for (const { path, message } of llmFaults(value)) report([...path], message);
  for (const { path, message } of mcpFaults(value))
    context.addIssue({ code: 'custom', path: [...path], message });
  const known = value.match.path.split('/').filter((segment) => segment.startsWith('{'));
  const used = value.redirect?.to.split('/').filter((segment) => segment.startsWith('{')) ?? [];
  if (used.every((segment) => known.includes(segment))) return;
  report(
    ['redirect', 'to'],
    allowed(
      known.length === 0
        ? 'no parameters: `match.path` has none'
        : `parameters of \`match.path\` (${known.join(', ')})`,
      'Write them as they stand in `match.path`.',
    ),
  );
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

function toRoute({
  public: _,
  use: _used,
  auth,
  context,
  limit,
  upstream = '',
  ...others
}: RouteShape): RouteConfiguration {
  const concurrency = limit.filter((entry) => 'concurrent' in entry);
  const quotas = limit.filter((entry) => 'quota' in entry);
  const basics = {
    ...others,
    upstream,
    limit: limit.filter((entry) => 'count' in entry),
    ...(quotas.length === 0 ? {} : { quotas }),
    ...(concurrency.length === 0 ? {} : { concurrency }),
  };
  if (auth === undefined) return { kind: 'public', ...basics } satisfies PublicRoute;
  return { kind: 'protected', ...basics, auth, context: context ?? { headers: {} } } satisfies ProtectedRoute;
}
