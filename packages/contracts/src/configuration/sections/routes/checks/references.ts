import { type Check, check, type Part, type Path } from '../../../check.ts';
import type { Finding } from '../../../problems/configuration-problem.ts';
import { unknownName } from '../../../problems/unknown-name.ts';
import { valueAt } from '../../../problems/value-at.ts';
import { issuersSchema } from '../../issuers/schema.ts';
import { llmSchema } from '../../llm/schema.ts';
import { mcpSchema } from '../../mcp/schema.ts';
import { servicesSchema } from '../../services/schema.ts';
import { upstreamsSchema } from '../../upstreams/schema.ts';
import { routesSchema } from '../schema.ts';
import { placed } from './placed-route.ts';

const unknownUpstreams = check(
  { routes: routesSchema, upstreams: upstreamsSchema },
  ({ routes, upstreams }) =>
    placed(routes).flatMap(({ route, path }) => [
      ...(route.upstream === '' ? [] : lookUp(upstreams, route.upstream, [...path, 'upstream'])),
      ...Object.keys(route.split?.to ?? {}).flatMap((name) =>
        lookUp(upstreams, name, [...path, 'split', 'to', name]),
      ),
      ...(route.split?.when ?? []).flatMap(({ to }, at) =>
        lookUp(upstreams, to, [...path, 'split', 'when', at, 'to']),
      ),
    ]),
);

const unknownServices = check({ routes: routesSchema, services: servicesSchema }, ({ routes, services }) =>
  placed(routes).flatMap(({ route, path }) =>
    route.service === undefined ? [] : lookUp(services, route.service, [...path, 'service']),
  ),
);

const unknownIssuers = check(
  { routes: routesSchema, issuers: issuersSchema },
  ({ routes, issuers }, document) =>
    placed(routes).flatMap(({ route, path }) =>
      route.kind === 'public'
        ? []
        : route.auth.accepts.flatMap(({ issuer }, index) =>
            lookUp(issuers, issuer, issuerPath(path, index, document)),
          ),
    ),
);

const unknownModels = check({ routes: routesSchema, llm: llmSchema }, ({ routes, llm }) =>
  placed(routes).flatMap(({ route, path }) => {
    const existing = Object.keys(llm.value.models);
    const wanted = route.llm?.models ?? [];
    return wanted.flatMap((name, at) =>
      existing.includes(name)
        ? []
        : [unknownName({ path: [...path, 'llm', 'models', at], name, existing, heading: 'llm.models' })],
    );
  }),
);

const unknownToolServers = check({ routes: routesSchema, mcp: mcpSchema }, ({ routes, mcp }) =>
  placed(routes).flatMap(({ route, path }) => {
    const existing = Object.keys(mcp.value.servers);
    const { mcp: name } = route;
    return name === undefined || existing.includes(name)
      ? []
      : [unknownName({ path: [...path, 'mcp'], name, existing, heading: 'mcp.servers' })];
  }),
);

/** Every name that a route uses and nothing bears. */
export const references: readonly Check[] = [
  unknownUpstreams,
  unknownServices,
  unknownIssuers,
  unknownModels,
  unknownToolServers,
];

/** Names exist as written, also those of entries that have problems of their own. */
function lookUp({ section, names }: Part<unknown>, name: string, path: Path): readonly Finding[] {
  return names.includes(name) ? [] : [unknownName({ path, name, existing: names, heading: section })];
}

/** An issuer can be written in three ways; the problem points at the one that was used. */
function issuerPath(route: Path, index: number, document: unknown): Path {
  if (valueAt(document, [...route, 'auth', 'any']) !== undefined)
    return [...route, 'auth', 'any', index, 'issuer'];
  const single = typeof valueAt(document, [...route, 'auth', 'issuer']) === 'string';
  return [...route, 'auth', 'issuer', ...(single ? [] : [index])];
}
