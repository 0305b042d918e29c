import {
  type McpServer,
  type McpTool,
  type ProtectedRoute,
  type RouteConfiguration,
  readWantedVersion,
  refusal,
  SignetError,
} from '@signet/contracts';
import type { PromptDoor } from '../../prompts/prompt-door.ts';
import { type ArgumentShape, shapeOf } from './argument-shape.ts';

/** A route, as it is called in place of its clients. */
export interface CalledRoute {
  readonly id: string;
  readonly method: string;
  /** As it is written in the configuration. */
  readonly path: string;
  /** Undefined: by the one under which the caller came. */
  readonly host: string | undefined;
  /** By which the route is chosen: name, value, name, value … */
  readonly headers: readonly string[];
  readonly query: Readonly<Record<string, string>>;
}

/** What of this gateway is called as a tool. */
export type OwnTool = OwnPromptTool | OwnRouteTool;

interface OwnToolBasics {
  readonly name: string;
  /** Undefined: what is known of it otherwise. */
  readonly description: string | undefined;
  readonly route: CalledRoute;
}

export interface OwnPromptTool extends OwnToolBasics {
  readonly kind: 'prompt';
  readonly door: PromptDoor;
}

export interface OwnRouteTool extends OwnToolBasics {
  readonly kind: 'route';
  readonly shape: ArgumentShape;
}

/** Undefined where its tools are those of another server. */
export function compileOwnTools(
  { own, tools }: McpServer,
  routes: readonly RouteConfiguration[],
): ReadonlyMap<string, OwnTool> | undefined {
  if (own === undefined) return undefined;
  const told = (name: string) => (Object.hasOwn(tools, name) ? tools[name]?.description : undefined);
  const compiled: OwnTool[] = [];
  for (const text of own.prompts?.names ?? []) {
    const [name = '', wanted = ''] = text.split('@', 2);
    const version = readWantedVersion(wanted);
    const door = { kind: 'prompt', name, ...(version === undefined ? {} : { version }) } as const;
    const route = called(named(routes, own.prompts?.route ?? ''), 'POST');
    compiled.push({ kind: 'prompt', name, description: told(name), route, door });
  }
  for (const id of own.routes) {
    const route = named(routes, id);
    const [method = 'GET'] = route.match.methods;
    const shape = shapeOf(route, method);
    compiled.push({ kind: 'route', name: id, description: told(id), route: called(route, method), shape });
  }
  return new Map(compiled.map((tool) => [tool.name, Object.freeze(tool)]));
}

function called({ id, match }: RouteConfiguration, method: string): CalledRoute {
  const [host] = match.hosts ?? [];
  return Object.freeze({
    ...{ id, method, path: match.path, query: match.query ?? {} },
    host: host?.startsWith('*') === true ? undefined : host,
    headers: Object.entries(match.headers ?? {}).flat(),
  });
}

/** @throws SignetError for one that there is not */
function named(routes: readonly RouteConfiguration[], id: string): RouteConfiguration {
  const route = routes.find((each) => each.id === id);
  if (route === undefined)
    throw new SignetError(
      refusal('configuration_invalid.unknown_name', { route: id, kind: 'route', name: id }),
    );
  return route;
}

/** What the route behind a tool asks of every token, so that whoever lacks it is not shown the tool either. What it asks of a request it asks by itself, once it is called. */
export function askedBy(
  own: McpServer['own'],
  name: string,
  routes: readonly RouteConfiguration[],
): Pick<ProtectedRoute['auth'], 'scopes' | 'roles' | 'permissions'> {
  const id = own?.routes.includes(name) === true ? name : (own?.prompts?.route ?? '');
  const route = named(routes, id);
  return route.kind === 'public' ? { scopes: [], roles: [], permissions: [] } : route.auth;
}

/** Of a tool that is offered without anything said of it. */
export const plainTool: McpTool = Object.freeze({ scopes: [], limit: [] });
