import { readCondition } from '@signet/conditions';
import {
  type Budget,
  type McpConfiguration,
  type McpServer,
  type McpTool,
  type RouteConfiguration,
  refusal,
  SignetError,
  tellReference,
  type UpstreamConfiguration,
} from '@signet/contracts';
import { digestOfAddress } from '@signet/trust';
import { type CompiledCors, compileCors } from '../answers/cors.ts';
import type { CompiledLimit } from '../snapshot/compiled-limit.ts';
import { KeptSessions } from './kept-sessions.ts';
import { OpenCalls } from './open-calls.ts';
import { askedBy, compileOwnTools, type OwnTool, plainTool } from './own/compile-own-tools.ts';
import { type ProtectedResource, protectedResource } from './protected-resource.ts';
import type { Era } from './revisions.ts';
import { ToolBook } from './tool-book.ts';
import type { ToolRule, ToolRules } from './tool-rules.ts';

/** By which a server is asked for each caller on its own. */
export interface CompiledExchange {
  readonly tokenEndpoint: string;
  readonly client: string;
  /** By its words. */
  readonly secret: string;
  readonly audience: string;
  readonly scope: string;
}

/** Each person gives the server a token of their own. */
export interface OwnTokens {
  /** Of the tokens of people with an account here. */
  readonly issuer: string;
  readonly addressDigest: string;
}

/** A route that asks a server of tools. */
export interface CompiledMcp {
  /** Of the server, in the configuration. */
  readonly server: string;
  /** The name of its connections among those of upstreams. */
  readonly upstream: string;
  readonly speaks: Era;
  readonly key: string | undefined;
  readonly exchange: CompiledExchange | undefined;
  /** Who alone can have given it a token of their own, and for which address; undefined where nobody does. */
  readonly ownTokens: OwnTokens | undefined;
  /** What of this gateway its tools are; undefined where another server has them. */
  readonly own: ReadonlyMap<string, OwnTool> | undefined;
  readonly offers: readonly string[];
  readonly rules: ToolRules;
  readonly resource: ProtectedResource;
  readonly cors: CompiledCors | undefined;
  /** Milliseconds. */
  readonly idle: number;
  readonly whole: number;
  /** What is known of its tools; not older than this snapshot, since it is read again anyway. */
  readonly book: ToolBook;
  /** Of callers without a session of their own, at a server that wants one. */
  readonly sessions: KeptSessions;
  /** What its clients with sessions may take back, where it has none. */
  readonly calls: OpenCalls;
}

/** @throws SignetError for a server that there is not, and for a condition that cannot be read */
export function compileMcp(
  route: RouteConfiguration,
  { servers }: McpConfiguration,
  { selfIssuer, routes }: { readonly selfIssuer: string; readonly routes: readonly RouteConfiguration[] },
): CompiledMcp | undefined {
  const { mcp: name } = route;
  if (name === undefined || route.kind === 'public') return undefined;
  const server = Object.hasOwn(servers, name) ? servers[name] : undefined;
  if (server === undefined)
    throw new SignetError(
      refusal('configuration_invalid.unknown_name', { route: route.id, kind: 'mcp', name }),
    );
  const { speaks, key, offers, idle, whole } = server;
  return Object.freeze({
    ...{ server: name, upstream: connectionsOf(name), speaks, offers, idle, whole },
    key: key === undefined ? undefined : tellReference(key),
    exchange: exchangeOf(server),
    ownTokens: ownTokensOf(server, selfIssuer),
    own: compileOwnTools(server, routes),
    rules: rulesOf(route.id, server, routes),
    resource: protectedResource(route),
    cors: compileCors(route),
    book: new ToolBook(),
    sessions: new KeptSessions(),
    calls: new OpenCalls(),
  });
}

function ownTokensOf({ credential, url }: McpServer, issuer: string): OwnTokens | undefined {
  if (credential !== 'sealed') return undefined;
  return Object.freeze({ issuer, addressDigest: digestOfAddress(url) });
}

function exchangeOf({ exchange }: McpServer): CompiledExchange | undefined {
  if (exchange === undefined) return undefined;
  const { tokenEndpoint, client, secret, audience, scopes = [] } = exchange;
  return Object.freeze({
    ...{ tokenEndpoint, client, audience, secret: tellReference(secret) },
    scope: scopes.join(' '),
  });
}

function rulesOf(route: string, server: McpServer, routes: readonly RouteConfiguration[]): ToolRules {
  const { own, tools, dangerouslyTakeUnapprovedTools } = server;
  if (own !== undefined) return ownRules(route, server, routes);
  const rules = Object.entries(tools).map(([name, tool]) => [name, ruleOf(route, name, tool)] as const);
  return Object.freeze({ tools: new Map(rules), takesUnapproved: dangerouslyTakeUnapprovedTools === true });
}

/** What is told of a route or a prompt here has been written or published by those who run this gateway: nothing of it waits. */
function ownRules(
  route: string,
  { own, tools }: McpServer,
  routes: readonly RouteConfiguration[],
): ToolRules {
  const names = [
    ...(own?.prompts?.names.map((text) => text.split('@', 1)[0] ?? '') ?? []),
    ...(own?.routes ?? []),
  ];
  const rules = names.map((name) => {
    const asked = askedBy(own, name, routes);
    const tool = Object.hasOwn(tools, name) ? (tools[name] ?? plainTool) : plainTool;
    const scopes = [...new Set([...asked.scopes, ...tool.scopes])];
    const rule = ruleOf(route, name, { ...tool, scopes });
    const { roles, permissions } = asked;
    return [name, Object.freeze({ ...rule, required: { ...rule.required, roles, permissions } })] as const;
  });
  return Object.freeze({ tools: new Map(rules), takesUnapproved: true });
}

function ruleOf(route: string, tool: string, { digest, scopes, conditions, limit, cost }: McpTool): ToolRule {
  const compiled = (conditions ?? []).map(({ name, text }) => {
    const reading = readCondition(name, text);
    if (reading.ok) return reading.value;
    throw new SignetError(
      refusal('configuration_invalid.condition', { route, name, reason: reading.reason }),
    );
  });
  const nothing = { roles: [], permissions: [], stepUp: undefined };
  return Object.freeze({
    digest,
    required: Object.freeze({ ...nothing, scopes, scope: scopes.join(' '), conditions: compiled }),
    limits: limit.map(({ by, ...budget }) => limitOf(`${route}:${tool}`, by, budget)),
    cost,
  });
}

function limitOf(place: string, by: CompiledLimit['by'], budget: Budget): CompiledLimit {
  const { count, per, burst = count } = budget;
  const name = by.kind === 'claim' ? by.claim.join('.') : by.kind;
  // Two that count by other mixtures of claims must not count in one place.
  const prefix = `mcp:${place}:${count}/${per}+${burst}:${JSON.stringify(by)}:`;
  return Object.freeze({ budget: Object.freeze(budget), by, name, prefix });
}

/** No name of an upstream has a colon. */
function connectionsOf(server: string): string {
  return `mcp:${server}`;
}

/** The connections to each server. How long it may take is held by who asks, since a stream that flows is not slow. */
export function toolServerUpstreams({ servers }: McpConfiguration): [string, UpstreamConfiguration][] {
  const others = Object.entries(servers).filter(([, { own }]) => own === undefined);
  return others.map(([name, { url, connectTimeout, whole }]) => [
    connectionsOf(name),
    {
      ...{ targets: [{ url, weight: 1 }], protocol: 'http1', balance: 'round-robin' },
      ...{ connectTimeout, timeout: whole, maxConnections: 1024, waitTimeout: 5_000 },
      ...{ ejectAfter: 5, ejectFor: 10_000, refreshNames: 30_000, retries: 0.2 },
    },
  ]);
}
