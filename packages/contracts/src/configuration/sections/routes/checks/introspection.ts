import { type Check, check } from '../../../check.ts';
import { issuersSchema } from '../../issuers/schema.ts';
import { routesSchema } from '../schema.ts';
import { placed } from './placed-route.ts';

/** An opaque token does not say whose it is, and none is shown to anybody but its issuer. */
export const oneIsAsked: Check = check(
  { routes: routesSchema, issuers: issuersSchema },
  ({ routes, issuers }) =>
    placed(routes).flatMap(({ route, path }) => {
      if (route.kind === 'public') return [];
      const asked = route.auth.accepts.filter(
        ({ issuer }) =>
          Object.hasOwn(issuers.value, issuer) && issuers.value[issuer]?.kind === 'introspected',
      );
      if (asked.length < 2) return [];
      const names = asked.map(({ issuer }) => `\`${issuer}\``).join(', ');
      return [
        {
          path: [...path, 'auth'],
          atKey: true,
          actual: `${names}, all asked by \`introspection\``,
          expected:
            'one issuer with `introspection` for each route: an opaque token does not say whose it is',
          fix: 'Give each of them routes of its own.',
        },
      ];
    }),
);
