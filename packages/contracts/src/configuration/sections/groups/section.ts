import type { Section } from '../../section.ts';
import { unknownRoles } from './checks.ts';
import { groupsSchema } from './schema.ts';
import type { GroupsConfiguration } from './type.ts';

export const groups: Section<GroupsConfiguration> = {
  description: 'People who may do the same: everybody in a group has its roles.',
  schema: groupsSchema,
  absent: { reads: {} },
  defaults: {},
  checks: [unknownRoles],
};
