import { type Check, check } from '../../check.ts';
import { unknownName } from '../../problems/unknown-name.ts';
import { rolesSchema } from '../roles/schema.ts';
import { groupsSchema } from './schema.ts';

export const unknownRoles: Check = check({ groups: groupsSchema, roles: rolesSchema }, ({ groups, roles }) =>
  Object.entries(groups.value).flatMap(([group, { roles: given }]) =>
    given.flatMap((name, index) =>
      roles.names.includes(name)
        ? []
        : [
            unknownName({
              path: [...groups.place(group), 'roles', index],
              name,
              existing: roles.names,
              heading: roles.section,
            }),
          ],
    ),
  ),
);
