import { type Check, check, type Path } from '../../../check.ts';
import type { Finding } from '../../../problems/configuration-problem.ts';
import { unknownName } from '../../../problems/unknown-name.ts';
import { mcpSchema } from '../../mcp/schema.ts';
import type { McpServer } from '../../mcp/type.ts';
import { routesSchema } from '../schema.ts';
import type { RouteConfiguration, RoutesConfiguration } from '../type.ts';

interface Named {
  readonly route: string;
  readonly path: Path;
  /** A prompt that is asked there. */
  readonly prompt?: string;
}

/** Routes and prompts that are called as tools: each is there, can be called as one, and takes the tokens by which it is called. */
export const ownTools: Check = check({ routes: routesSchema, mcp: mcpSchema }, ({ routes, mcp }) =>
  Object.entries(mcp.value.servers).flatMap(([name, server]) => {
    if (server.own === undefined) return [];
    const { value } = routes;
    const place = mcp.place('servers');
    const named = namedBy(server, [...place, name]);
    const doors = value.filter((route) => route.mcp === name);
    return [...named.flatMap((one) => faultsOf(one, value, doors)), ...twice(server, [...place, name])];
  }),
);

function namedBy({ own }: McpServer, path: Path): readonly Named[] {
  const prompts = own?.prompts;
  const asked = prompts?.names.map((text, at) => ({
    route: prompts.route,
    path: [...path, 'prompts', 'names', at],
    prompt: toolOf(text),
  }));
  const called = own?.routes.map((route, at) => ({ route, path: [...path, 'routes', at] }));
  return [...(asked ?? []), ...(called ?? [])];
}

function faultsOf(
  { route: id, path, prompt }: Named,
  routes: RoutesConfiguration,
  doors: readonly RouteConfiguration[],
): readonly Finding[] {
  const route = routes.find((each) => each.id === id);
  if (route === undefined)
    return [unknownName({ path, name: id, existing: routes.map((each) => each.id), heading: 'routes' })];
  const found =
    (prompt === undefined ? cannotBeCalled(route) : cannotBeAsked(route, prompt)) ?? refusesAll(route, doors);
  return found === undefined ? [] : [{ path, atKey: false, ...found }];
}

type Fault = Pick<Finding, 'actual' | 'expected' | 'fix'>;

function cannotBeCalled(route: RouteConfiguration): Fault | undefined {
  const { id, match, llm, mcp, websocket } = route;
  if ((llm ?? mcp) !== undefined || websocket === true)
    return {
      actual: `the route \`${id}\`, which answers otherwise`,
      expected: 'a route with an upstream or an answer of its own',
      fix: 'Name prompts in `prompts`; models and servers of tools have routes of their own.',
    };
  if (match.methods.length !== 1)
    return {
      actual: `the route \`${id}\`, which takes several methods`,
      expected: 'a route with one method: a tool does one thing',
      fix: 'Split the route.',
    };
  return undefined;
}

function cannotBeAsked({ id, match, llm }: RouteConfiguration, prompt: string): Fault | undefined {
  const offered = llm?.prompts;
  if (offered === undefined || (offered !== 'all' && !offered.includes(prompt)))
    return {
      actual: `the route \`${id}\`, on which \`${prompt}\` is not asked`,
      expected: 'a route with `llm.prompts` that names it',
      fix: `Add \`${prompt}\` there, or name another route.`,
    };
  const parameters = match.path.match(/\{[^{}]*\}/g) ?? [];
  if (!match.methods.includes('POST') || parameters.length !== 1 || !match.path.endsWith('}'))
    return {
      actual: `the route \`${id}\`, whose path does not end with the prompt alone`,
      expected: 'a route for POST whose path has one parameter, at its end',
      fix: "Write its path as `'/prompts/{name}'`.",
    };
  return undefined;
}

/** By the caller's own token and no other: where the route takes none that the tool is called by, nobody could ever call it. */
function refusesAll(route: RouteConfiguration, doors: readonly RouteConfiguration[]): Fault | undefined {
  if (route.kind === 'public') return undefined;
  if (route.context.dangerouslyForwardToken === true)
    return {
      actual: `the route \`${route.id}\`, whose upstream gets the token of the caller`,
      expected: 'a route that keeps the token: that of a tool is for nobody else',
      fix: 'Remove `dangerouslyForwardToken`, or add a route without it.',
    };
  const { accepts } = route.auth;
  for (const door of doors) {
    if (door.kind === 'public') continue;
    const lacking = door.auth.accepts.find(
      (by) =>
        !accepts.some(
          ({ issuer, audience }) =>
            issuer === by.issuer && audience.some((each) => by.audience.includes(each)),
        ),
    );
    if (lacking === undefined) continue;
    const [audience = ''] = lacking.audience;
    return {
      actual: `the route \`${route.id}\`, which takes no token of \`${lacking.issuer}\` for ${audience}`,
      expected: `a route that takes the tokens of the route \`${door.id}\``,
      fix: `Add ${audience} to the \`audience\` of the route \`${route.id}\`.`,
    };
  }
  return undefined;
}

function twice({ own, tools }: McpServer, path: Path): readonly Finding[] {
  const names = [...(own?.prompts?.names.map(toolOf) ?? []), ...(own?.routes ?? [])];
  const repeated = names.find((name, at) => names.indexOf(name) !== at);
  const strange = Object.keys(tools).filter((name) => !names.includes(name));
  const unknown = strange.map((name) =>
    unknownName({ path: [...path, 'tools', name], name, existing: names, heading: 'prompts and routes' }),
  );
  if (repeated === undefined) return unknown;
  const fix = 'Name the route otherwise, or leave one of them out.';
  const found = { actual: `the tool \`${repeated}\` twice`, expected: 'each tool once', fix };
  return [...unknown, { path, atKey: true, ...found }];
}

function toolOf(text: string): string {
  return text.split('@', 1)[0] ?? '';
}
