import { z } from 'zod';
import type { Configuration } from '../configuration.ts';
import { allowed, strict } from './allowed.ts';
import { gatewaySchema } from './gateway.ts';
import { identitySchema } from './identity.ts';
import { issuerSchema } from './issuer.ts';
import { count } from './quantity.ts';
import { routeSchema } from './route.ts';
import { serviceSchema } from './service.ts';
import { nameSchema } from './text.ts';
import { upstreamSchema } from './upstream.ts';

const mostRoutes = 1000;
const routesMessage = allowed(
  `a list of at most ${mostRoutes} routes`,
  'Start each route with `- id: name`.',
);

/** What a person writes in `signet.yaml` → the `Configuration`, before names are looked up (`checks/`). */
export const documentSchema: z.ZodType<Configuration, unknown> = strict({
  version: z
    .literal(1, { error: allowed('`1`, the version of this format', 'Write `version: 1`.') })
    .prefault(1)
    .meta({ description: 'The version of this format.' }),
  identity: identitySchema
    .prefault({})
    .meta({ description: 'Sign-in, sessions and the tokens issued here.' }),
  gateway: gatewaySchema.prefault({}).meta({ description: 'Bounds of the gateway.' }),
  issuers: named(issuerSchema).meta({ description: 'Who signs the tokens that routes accept, by name.' }),
  services: named(serviceSchema).meta({
    description: 'What the routes belong to in the eyes of people, by name.',
  }),
  upstreams: named(upstreamSchema).meta({ description: 'Where requests are forwarded to, by name.' }),
  routes: z
    .array(routeSchema, { error: routesMessage })
    .max(mostRoutes, { error: routesMessage })
    .prefault([])
    .meta({ description: 'Which requests are let through, and on what conditions.' }),
  demo: strict({
    echoPort: count(1, 65_535).meta({ description: 'Port of the echo upstream on 127.0.0.1.' }),
  })
    .exactOptional()
    .meta({ description: 'Runs the echo upstream of the first start in this process.' }),
});

function named<Entry>(entry: z.ZodType<Entry, unknown>): z.ZodType<Record<string, Entry>, unknown> {
  const error = allowed('names, each with a block of its own', 'Indent the entries under their names.');
  return z.record(nameSchema, entry, { error }).prefault({});
}
