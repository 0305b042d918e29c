import { type Check, check } from '../../../check.ts';
import { upstreamsSchema } from '../../upstreams/schema.ts';
import { routesSchema } from '../schema.ts';
import { splitTargets } from '../split.ts';
import { placed } from './placed-route.ts';

/** A WebSocket is opened by HTTP/1.1; what speaks HTTP/2 alone would refuse each one. */
export const openedByHttp1: Check = check(
  { routes: routesSchema, upstreams: upstreamsSchema },
  ({ routes, upstreams }) =>
    placed(routes).flatMap(({ route, path }) =>
      [route.upstream, ...splitTargets(route.split)]
        .filter((name) => route.websocket === true && upstreams.value[name]?.protocol === 'http2')
        .map((name) => ({
          path: [...path, 'websocket'],
          atKey: false,
          actual: `\`true\`, and its upstream \`${name}\` speaks HTTP/2`,
          expected: 'an upstream with `protocol: http1`, by which WebSockets are opened',
          fix: 'Name an upstream of the same targets with `protocol: http1`.',
        })),
    ),
);
