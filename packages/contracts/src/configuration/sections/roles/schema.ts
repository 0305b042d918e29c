import type { z } from 'zod';
import { strict } from '../../fields/allowed.ts';
import { list } from '../../fields/list.ts';
import { named } from '../../fields/named.ts';
import { scopeSchema } from '../../fields/text.ts';
import type { RoleConfiguration, RolesConfiguration } from './type.ts';

const roleSchema: z.ZodType<RoleConfiguration, unknown> = strict({
  permissions: named(list(scopeSchema, { least: 1, most: 256, of: 'permissions' }))
    .prefault({})
    .meta({ description: 'By the name of an API in `apis`: what the role allows there.' }),
});

export const rolesSchema: z.ZodType<RolesConfiguration, unknown> = named(roleSchema);
