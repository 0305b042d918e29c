import { type Condition, readCondition } from '@signet/conditions';
import type {
  ConditionConfiguration,
  Configuration,
  DemandConfiguration,
  IntrospectedIssuer,
  ProtectedRoute,
  RemoteIssuer,
  RouteConfiguration,
  SelfIssuer,
  Whose,
} from '@signet/contracts';
import {
  apiKeyIssuer,
  conditionPlace,
  issuingAlgorithms,
  refusal,
  routeDemands,
  SignetError,
  splitTargets,
  tellDemand,
  tellReference,
} from '@signet/contracts';
import type { KeySource } from '@signet/trust';
import {
  type Acceptance,
  accessCookieNames,
  type ClaimsPolicy,
  type Demand,
  type Demands,
  type IssuerPolicy,
  stepUpOf,
} from '@signet/trust/bearer';
import { compileAnswerRules } from '../answers/answer-rules.ts';
import { ownAnswer } from '../answers/own-answer.ts';
import { changesKept, compileCache } from '../cache/compile-cache.ts';
import { readAsked } from '../call/asked-call.ts';
import { compileCompression } from '../compression/compile-compression.ts';
import { compileContextToken } from '../context/compile-context-token.ts';
import { keysRoutes } from '../context/keys-route.ts';
import { Schemas } from '../described/schemas.ts';
import type { IntrospectedAcceptance, IntrospectionPolicy } from '../introspection/introspection-policy.ts';
import { compileMachines } from '../machines/compiled-machines.ts';
import { compileMcp, toolServerUpstreams } from '../mcp/compiled-mcp.ts';
import { metadataRoutes } from '../mcp/resource-metadata.ts';
import { compileLlm, modelKeysOf, providerUpstreams } from '../models/compiled-llm.ts';
import { admittedFrom } from '../request/admitted-from.ts';
import { shownCertificate } from '../request/client-certificate.ts';
import { type HeaderKinds, headerKinds } from '../request/header-kinds.ts';
import { compileSpending } from '../spending/compiled-spending.ts';
import { compileSplit } from '../upstream/split.ts';
import { compileTransform } from '../upstream/transform.ts';
import { compileCheck } from '../webhook/compile-check.ts';
import { compileRequest } from './compile-request.ts';
import type { CompiledLimit } from './compiled-limit.ts';
import type {
  CompiledApiKey,
  CompiledBasic,
  CompiledConcurrency,
  CompiledQuota,
  CompiledRoute,
  GuardedRoute,
  TokenPlaces,
} from './compiled-route.ts';
import { RouteTable } from './route-table.ts';
import type { Snapshot } from './snapshot.ts';

/** What of a configuration concerns gateways; nothing else of it is told to processes and nodes that are no more than that. */
export type GatewayPart = Pick<
  Configuration,
  'gateway' | 'issuers' | 'machines' | 'upstreams' | 'llm' | 'mcp' | 'budgets' | 'routes'
>;

export interface CompileOptions {
  /** Issuer URL of Signet's own identity provider: what `self: true` stands for. */
  readonly selfIssuer: string;
}

/** Outlives snapshots: at a reload most schemas are what they were. */
const schemas = new Schemas();

/**
 * Turns a checked configuration into what the steps work with.
 * @throws SignetError `configuration_invalid` when it names something that it does not hold: a gateway that guessed
 *   could leave a route open.
 */
export function compileSnapshot(configuration: GatewayPart, { selfIssuer }: CompileOptions): Snapshot {
  const issuers = new Map<string, IssuerPolicy>();
  const introspected = new Map<string, IntrospectionPolicy>();
  for (const [name, issuer] of Object.entries(configuration.issuers)) {
    if (issuer.kind === 'introspected') introspected.set(name, askedPolicy(name, issuer));
    else issuers.set(name, policyOf(name, issuer, selfIssuer));
  }
  const upstreams = new Map(Object.entries(configuration.upstreams));
  for (const [name, provider] of providerUpstreams(modelsOf(configuration))) upstreams.set(name, provider);
  for (const [name, server] of toolServerUpstreams(toolsOf(configuration))) upstreams.set(name, server);
  const keepsAnswers = configuration.routes.some(({ cache }) => cache !== undefined);
  const routes = configuration.routes.map((route) => {
    const answersItself =
      route.redirect !== undefined ||
      route.respond !== undefined ||
      route.llm !== undefined ||
      route.mcp !== undefined;
    if (!answersItself && !upstreams.has(route.upstream))
      throw unknownName('upstream', route.upstream, route);
    for (const name of splitTargets(route.split))
      if (!upstreams.has(name)) throw unknownName('upstream', name, route);
    return [
      route.match,
      compileRoute(route, { issuers, introspected, configuration, keepsAnswers, schemas, selfIssuer }),
    ] as const;
  });
  const kinds = headerKinds({
    context: configuration.routes.flatMap(contextNames),
    excepted: configuration.routes.flatMap((route) => route.dangerouslyAllowIdentityHeaders ?? []),
  });
  refuseDropped(configuration.routes, kinds);
  return Object.freeze({
    gateway: configuration.gateway,
    shownCertificate: shownCertificate(configuration.gateway.clientCertificates),
    readAsked: readAsked(configuration.gateway.forwardAuth),
    selfIssuer,
    routes: routeTable([...routes, ...keysRoutes(configuration.routes), ...metadataRoutes(routes)]),
    opensSockets: routes.some(([, { websocket }]) => websocket),
    issuers,
    introspected: [...introspected.values()],
    machines: compileMachines(configuration.machines),
    upstreams,
    modelKeys: modelKeysOf(modelsOf(configuration)),
    headerKinds: kinds,
    signsContext: routes.some(([, { ownKeys }]) => ownKeys),
    cacheEpochs: new Set(routes.flatMap(([, { cache, llm }]) => cache?.epoch ?? llm?.cache?.epoch ?? [])),
  });
}

/** A gateway node may remember what a control node of before told it, which knew of none. */
function modelsOf({ llm = { providers: {}, models: {} } }: GatewayPart): GatewayPart['llm'] {
  return llm;
}

/** Likewise. */
function toolsOf({ mcp = { servers: {} } }: GatewayPart): GatewayPart['mcp'] {
  return mcp;
}

function policyOf(name: string, configuration: SelfIssuer | RemoteIssuer, selfIssuer: string): IssuerPolicy {
  if (configuration.kind === 'self') return ownPolicy(name, selfIssuer);
  const { keys, algorithms, type } = configuration;
  return Object.freeze({
    keys: Object.freeze(keySource(keys, configuration.dangerouslyAllowInsecureKeys)),
    algorithms,
    ...(type === undefined ? {} : { type }),
    ...claimRules(name, configuration),
  });
}

function askedPolicy(name: string, configuration: IntrospectedIssuer): IntrospectionPolicy {
  const { clientSecret, ...introspection } = configuration.introspection;
  return Object.freeze({
    ...introspection,
    clientSecret: tellReference(clientSecret),
    ...claimRules(name, configuration),
  });
}

function claimRules(name: string, configuration: RemoteIssuer | IntrospectedIssuer): ClaimsPolicy {
  const { issuer, audienceClaim, requiredClaims } = configuration;
  return {
    name,
    issuer,
    ...(audienceClaim === undefined ? {} : { audienceClaim }),
    ...(requiredClaims === undefined ? {} : { requiredClaims }),
    ...secondsOf(configuration),
  };
}

/** References by their words: where they lead, whoever started this gateway knows. */
function keySource(keys: RemoteIssuer['keys'], allowInsecure: boolean): KeySource {
  switch (keys.from) {
    case 'discovery':
    case 'jwks':
      return { ...keys, allowInsecure };
    case 'text':
      return keys;
    case 'reference':
      return { from: 'reference', reference: tellReference(keys.keys) };
    case 'secret':
      return { from: 'secret', reference: tellReference(keys.secret) };
  }
}

function secondsOf({
  clockSkew,
  maxAge,
  maxLifetime,
}: RemoteIssuer | IntrospectedIssuer): Pick<ClaimsPolicy, 'clockSkew' | 'maxAge' | 'maxLifetime'> {
  return {
    ...(clockSkew === undefined ? {} : { clockSkew: clockSkew / 1000 }),
    ...(maxAge === undefined ? {} : { maxAge: maxAge / 1000 }),
    ...(maxLifetime === undefined ? {} : { maxLifetime: maxLifetime / 1000 }),
  };
}

function ownPolicy(name: string, issuer: string): IssuerPolicy {
  const url = `${issuer}/.well-known/openid-configuration`;
  return Object.freeze({
    name,
    issuer,
    keys: Object.freeze({ from: 'discovery', url, allowInsecure: false }),
    // Each published key names the one that it is pinned to.
    algorithms: issuingAlgorithms,
    sharesSecrets: true,
    type: 'at+jwt',
  });
}

interface Policies {
  readonly issuers: ReadonlyMap<string, IssuerPolicy>;
  readonly introspected: ReadonlyMap<string, IntrospectionPolicy>;
  readonly configuration: GatewayPart;
  /** Some route keeps answers. */
  readonly keepsAnswers: boolean;
  readonly schemas: Schemas;
  readonly selfIssuer: string;
}

function compileRoute(route: RouteConfiguration, policies: Policies): CompiledRoute {
  const contextToken = compileContextToken(route, policies.selfIssuer);
  const basics = {
    id: route.id,
    pattern: route.match.path,
    upstream: route.upstream,
    split: compileSplit(route),
    answer: ownAnswer(route),
    llm: compileLlm(route, modelsOf(policies.configuration), {
      ...{ issuers: policies.configuration.issuers, schemas: policies.schemas },
    }),
    spending: compileSpending(route, policies.configuration.budgets),
    mcp: compileMcp(route, toolsOf(policies.configuration), {
      ...{ selfIssuer: policies.selfIssuer, routes: policies.configuration.routes },
    }),
    rules: compileAnswerRules(route),
    transform: compileTransform(route),
    check: compileCheck(route.check),
    cache: compileCache(route, policies.configuration),
    compression: compileCompression(route),
    request: compileRequest(route, policies.configuration.gateway, policies.schemas),
    changesKept: policies.keepsAnswers && changesKept(route),
    strip: segmentsOf(route.stripPrefix),
    demands: routeDemands(route),
    websocket: route.websocket === true,
    excepted: new Set(route.dangerouslyAllowIdentityHeaders),
    limits: Object.freeze(compileLimits(route)),
    concurrency: Object.freeze(compileConcurrency(route)),
    quotas: Object.freeze(compileQuotas(route)),
    admits: route.networks === undefined ? undefined : admittedFrom(route.networks),
    contextToken,
    ownKeys: contextToken !== undefined,
  };
  if (route.kind === 'public') return Object.freeze({ kind: 'public', ...basics });
  const { scopes, roles, permissions, credentials, acr, maxAge } = route.auth;
  const { accepts, introspects } = compileAccepts(route, policies);
  return Object.freeze({
    kind: 'protected',
    ...basics,
    accepts,
    introspects,
    elsewhere: tokenPlaces(route),
    apiKey: compileApiKey(route),
    basic: compileBasic(route, policies.configuration),
    cookieNames: credentials.includes('cookie') ? accessCookieNames(accepts.keys()) : [],
    scopes,
    scope: scopes.join(' '),
    roles,
    permissions,
    conditions: compileConditions(route),
    combined: compileDemands(route),
    once: route.auth.replay === 'once',
    optional: route.auth.optional === true,
    forwardsToken: route.context.dangerouslyForwardToken === true,
    stepUp: stepUpOf(acr, maxAge === undefined ? undefined : maxAge / 1000),
    context: Object.entries(route.context.headers).map(([name, claim]) => Object.freeze({ name, claim })),
  });
}

function tokenPlaces({ auth }: ProtectedRoute): TokenPlaces | undefined {
  const { tokenHeader: header, tokenParameter: parameter } = auth;
  return header === undefined && parameter === undefined ? undefined : Object.freeze({ header, parameter });
}

/** @throws SignetError for keys that nobody says what they must be made for */
function compileApiKey({ id, auth: { apiKey, accepts, basic } }: ProtectedRoute): CompiledApiKey | undefined {
  if (apiKey === undefined) return undefined;
  const { header, parameter, audience } = apiKey;
  if (audience.length === 0)
    throw new SignetError(refusal('configuration_invalid.no_audience', { route: id, issuer: apiKeyIssuer }));
  const places = [header, ...(parameter === undefined ? [] : [`?${parameter}`])];
  const told = places.filter((place) => place !== undefined).join(', ');
  return Object.freeze({
    header,
    parameter,
    audience,
    told,
    besideTokens: accepts.length > 0 || basic !== undefined,
  });
}

/** @throws SignetError for a name that no machine has */
function compileBasic(route: ProtectedRoute, { machines }: GatewayPart): CompiledBasic | undefined {
  const { basic, dangerouslyAllowBasicOverHttp: overHttp, accepts } = route.auth;
  if (basic === undefined) return undefined;
  for (const name of basic === 'all' ? [] : basic)
    if (!Object.hasOwn(machines, name)) throw unknownName('machine', name, route);
  return Object.freeze({
    takes: basic === 'all' ? undefined : new Set(basic),
    overHttp: overHttp === true,
    besideTokens: accepts.length > 0,
  });
}

/** @throws SignetError for a header that is dropped before it could be read: whoever sends it would be refused, or take another route */
function refuseDropped(routes: readonly RouteConfiguration[], kinds: HeaderKinds): void {
  for (const route of routes) {
    const auth = route.kind === 'protected' ? route.auth : undefined;
    const sent = route.check?.send.headers ?? [];
    const header = [auth?.tokenHeader, auth?.apiKey?.header, ...sent].find(
      (name) => name !== undefined && kinds(name) !== 'forward',
    );
    if (header !== undefined)
      throw new SignetError(refusal('configuration_invalid.header_dropped', { route: route.id, header }));
    const checked = route.request?.parameters.find(
      ({ in: place, name }) => place === 'header' && kinds(name) !== 'forward',
    );
    if (checked !== undefined)
      throw new SignetError(
        refusal('configuration_invalid.checked_header_dropped', { route: route.id, header: checked.name }),
      );
    const unseen = Object.keys(route.match.headers ?? {}).find((name) => kinds(name) !== 'forward');
    if (unseen === undefined) continue;
    throw new SignetError(
      refusal('configuration_invalid.matched_header_dropped', { route: route.id, header: unseen }),
    );
  }
}

function compileAccepts(
  route: ProtectedRoute,
  { issuers, introspected }: Policies,
): Pick<GuardedRoute, 'accepts' | 'introspects'> {
  const accepts = new Map<string, Acceptance>();
  let introspects: IntrospectedAcceptance | undefined;
  for (const { issuer: name, audience } of route.auth.accepts) {
    if (audience.length === 0) {
      throw new SignetError(refusal('configuration_invalid.no_audience', { route: route.id, issuer: name }));
    }
    const asked = introspected.get(name);
    if (asked !== undefined) {
      if (introspects !== undefined) throw twoIntrospected(route, introspects.policy, asked);
      introspects = Object.freeze({ policy: asked, audience });
      continue;
    }
    const policy = issuers.get(name);
    if (policy === undefined) throw unknownName('issuer', name, route);
    const other = accepts.get(policy.issuer);
    if (other !== undefined) throw sameIssuer(route, other.policy, policy);
    accepts.set(policy.issuer, Object.freeze({ policy, audience }));
  }
  const { apiKey, basic } = route.auth;
  if (accepts.size === 0 && introspects === undefined && apiKey === undefined && basic === undefined) {
    throw new SignetError(refusal('configuration_invalid.no_issuer', { route: route.id }));
  }
  const both = introspects && accepts.get(introspects.policy.issuer);
  if (both !== undefined && introspects?.policy.jwts)
    throw sameIssuer(route, both.policy, introspects.policy);
  return { accepts, introspects };
}

function compileConditions(route: ProtectedRoute): readonly Condition[] {
  return (route.auth.conditions ?? []).map((condition) => compileCondition(condition, route));
}

function compileCondition({ name, text }: ConditionConfiguration, route: ProtectedRoute): Condition {
  const reading = readCondition(name, text, conditionPlace(route));
  if (reading.ok) return reading.value;
  throw new SignetError(
    refusal('configuration_invalid.condition', { route: route.id, name, reason: reading.reason }),
  );
}

function compileDemands(route: ProtectedRoute): Demands | undefined {
  const { demands } = route.auth;
  if (demands === undefined) return undefined;
  const told = demands.map(tellDemand).join(' & ');
  return Object.freeze({ demands: demands.map((each) => compileDemand(each, route)), told });
}

/** @throws SignetError for a set without anything in it, which everybody would meet */
function compileDemand(demand: DemandConfiguration, route: ProtectedRoute): Demand {
  const { kind, at } = demand;
  if (kind === 'condition') return { kind, at, condition: compileCondition(demand, route) };
  const isEmpty = ('parts' in demand ? demand.parts : demand.names).length === 0;
  if (isEmpty) throw new SignetError(refusal('configuration_invalid.empty_demand', { route: route.id, at }));
  if (!('parts' in demand)) return demand;
  return Object.freeze({ ...demand, parts: demand.parts.map((part) => compileDemand(part, route)) });
}

function compileLimits({ id, limit }: RouteConfiguration): CompiledLimit[] {
  return limit.map(({ by, ...budget }) => {
    const { count, per, burst = count } = budget;
    const name = nameOf(by);
    const size = burst === count ? `${count}/${per}` : `${count}/${per}+${burst}`;
    return Object.freeze({ budget: Object.freeze(budget), by, name, prefix: `${id}:${size}:${name}:` });
  });
}

function compileConcurrency({ id, concurrency = [] }: RouteConfiguration): CompiledConcurrency[] {
  return concurrency.map(({ concurrent: most, by }) => {
    const name = nameOf(by);
    return Object.freeze({ most, by, name, prefix: `${id}:${most}:${name}:` });
  });
}

function compileQuotas({ id, quotas = [] }: RouteConfiguration): CompiledQuota[] {
  const compiled = quotas.map(({ quota: count, period, by }) => {
    const name = nameOf(by);
    return Object.freeze({ count, period, by, name, prefix: `${id}:${period}:${name}:` });
  });
  const rank = ({ period, by }: CompiledQuota) => (period === 'day' ? 0 : 2) + (by.kind === 'route' ? 1 : 0);
  return compiled.toSorted((one, other) => rank(one) - rank(other));
}

function nameOf(by: Whose): string {
  if (by.kind === 'mix') return by.of.map(nameOf).join('+');
  return by.kind === 'claim' ? by.claim.join('.') : by.kind;
}

/** A prefix starts with a slash and does not end with one. */
function segmentsOf(prefix = ''): number {
  return prefix.split('/').length - 1;
}

/** Every header by which an upstream learns of the caller, or of what a check says. */
function contextNames(route: RouteConfiguration): string[] {
  const added = route.check?.adds ?? [];
  if (route.kind === 'public') return [...added];
  const told = Object.entries(route.transform?.headers?.set ?? {}).filter(([, parts]) =>
    parts.some((part) => typeof part !== 'string' && 'claim' in part),
  );
  const { headers, token } = route.context;
  return [
    ...added,
    ...Object.keys(headers),
    ...(token === undefined ? [] : [token.header]),
    ...told.map(([name]) => name),
  ];
}

function routeTable(routes: ConstructorParameters<typeof RouteTable>[0]): RouteTable {
  try {
    return new RouteTable(routes);
  } catch (cause) {
    throw new SignetError(refusal('configuration_invalid.same_requests'), { cause });
  }
}

function unknownName(kind: string, name: string, { id }: RouteConfiguration): SignetError {
  return new SignetError(refusal('configuration_invalid.unknown_name', { route: id, kind, name }));
}

/** With whose keys a token is checked, and for which audience, must never be a guess. */
function sameIssuer({ id }: ProtectedRoute, one: ClaimsPolicy, other: ClaimsPolicy): SignetError {
  const names = { issuer: one.issuer, one: one.name, other: other.name };
  return new SignetError(refusal('configuration_invalid.same_issuer', { route: id, ...names }));
}

/** An opaque token does not say whose it is, and is shown to nobody else. */
function twoIntrospected({ id }: ProtectedRoute, one: ClaimsPolicy, other: ClaimsPolicy): SignetError {
  const names = { route: id, one: one.name, other: other.name };
  return new SignetError(refusal('configuration_invalid.two_introspected', names));
}
