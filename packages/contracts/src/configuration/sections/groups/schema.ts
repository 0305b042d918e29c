import type { z } from 'zod';
import { adminRole } from '../../../api/operator-credential.ts';
import { allowed, strict } from '../../fields/allowed.ts';
import { list } from '../../fields/list.ts';
import { named } from '../../fields/named.ts';
import { roleSchema } from '../../fields/text.ts';
import type { GroupConfiguration, GroupsConfiguration } from './type.ts';

/** Who administers Signet is said of each account, so that nobody becomes it by what is changed elsewhere. */
const roleOfGroup = roleSchema.refine((role) => role !== adminRole, {
  error: allowed(
    `a role other than \`${adminRole}\`, which no group gives`,
    `Give it to the account itself: \`signet user roles ada --add ${adminRole}\`.`,
  ),
});

const groupSchema: z.ZodType<GroupConfiguration, unknown> = strict({
  roles: list(roleOfGroup, { least: 0, most: 64, of: 'roles' })
    .prefault([])
    .meta({ description: 'Roles that everybody in the group has.' }),
});

export const groupsSchema: z.ZodType<GroupsConfiguration, unknown> = named(groupSchema);
