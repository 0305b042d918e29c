import { type Check, check, type Part } from '../../check.ts';
import type { Finding } from '../../problems/configuration-problem.ts';
import { unknownName } from '../../problems/unknown-name.ts';
import { apisSchema } from '../apis/schema.ts';
import type { ApisConfiguration } from '../apis/type.ts';
import { clientsSchema } from '../clients/schema.ts';
import { rolesSchema } from './schema.ts';

/** What a role allows is known where it is allowed: a misspelt permission would silently be none. */
const unknownPermissions = check({ roles: rolesSchema, apis: apisSchema }, ({ roles, apis }) =>
  Object.entries(roles.value).flatMap(([role, { permissions }]) =>
    Object.entries(permissions).flatMap(([api, named]) =>
      findUnknown(apis, api, named, [...roles.place(role), 'permissions', api]),
    ),
  ),
);

const unknownRolesOfClients = check({ roles: rolesSchema, clients: clientsSchema }, ({ roles, clients }) =>
  Object.entries(clients.value).flatMap(([client, { roles: given = [] }]) =>
    given.flatMap((name, index) =>
      roles.names.includes(name)
        ? []
        : [
            unknownName({
              path: [...clients.place(client), 'roles', index],
              name,
              existing: roles.names,
              heading: roles.section,
            }),
          ],
    ),
  ),
);

export const references: readonly Check[] = [unknownPermissions, unknownRolesOfClients];

function findUnknown(
  apis: Part<ApisConfiguration>,
  api: string,
  named: readonly string[],
  path: Finding['path'],
): readonly Finding[] {
  if (!apis.names.includes(api)) {
    return [
      { ...unknownName({ path, name: api, existing: apis.names, heading: apis.section }), atKey: true },
    ];
  }
  const known = apis.value[api]?.permissions;
  if (known === undefined) return [];
  return named.flatMap((name, index) =>
    known.includes(name)
      ? []
      : [
          unknownName({
            path: [...path, index],
            name,
            existing: known,
            heading: `apis.${api}.permissions`,
          }),
        ],
  );
}
