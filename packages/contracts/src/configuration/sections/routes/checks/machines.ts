import { type Check, check } from '../../../check.ts';
import { unknownName } from '../../../problems/unknown-name.ts';
import { machinesSchema } from '../../machines/schema.ts';
import { routesSchema } from '../schema.ts';
import { placed } from './placed-route.ts';

/** Routes that would take a machine which there is not, or none at all. */
export const knownMachines: Check = check(
  { routes: routesSchema, machines: machinesSchema },
  ({ routes, machines: { names, section } }) =>
    placed(routes).flatMap(({ route, path }) => {
      const basic = route.kind === 'public' ? undefined : route.auth.basic;
      if (basic === undefined) return [];
      const at = [...path, 'auth', 'basic'];
      if (basic === 'all') return names.length === 0 ? [noMachines(at)] : [];
      return basic.flatMap((name, index) =>
        names.includes(name)
          ? []
          : [unknownName({ path: [...at, index], name, existing: names, heading: section })],
      );
    }),
);

function noMachines(path: readonly (string | number)[]) {
  return {
    path,
    atKey: false,
    actual: '`true`, and no machine in `machines`',
    expected: 'at least one machine that the route could take',
    fix: 'Add it to `machines`, with its name and the hash of its password.',
  };
}
