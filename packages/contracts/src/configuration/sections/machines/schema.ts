import { z } from 'zod';
import type { ApiKeyClaim } from '../../../api-keys/api-key.ts';
import { isReservedClaim } from '../../../claims/reserved-claims.ts';
import { isMachineHash } from '../../../machines/machine.ts';
import { allowed, strict } from '../../fields/allowed.ts';
import { list } from '../../fields/list.ts';
import { named } from '../../fields/named.ts';
import { readReference, type SecretReference } from '../../fields/read-reference.ts';
import { roleSchema, scopeSchema } from '../../fields/text.ts';
import type { MachineConfiguration, MachinesConfiguration } from './type.ts';

const mostNames = 64;
const mostClaims = 32;
const longestClaim = 256;
const longestReference = 4096;

const hashMessage = allowed(
  'a hash as `signet machine hash` prints it, or a reference to one, such as `file:PATH`',
  'Never write the password itself, which others could read here: write what `signet machine hash` makes of it.',
);

const hashSchema: z.ZodType<string | SecretReference, unknown> = z
  .string({ error: hashMessage })
  .max(longestReference, { error: hashMessage })
  .transform((text, context) => {
    if (isMachineHash(text)) return text;
    const reference = readReference(text);
    if (reference !== undefined && reference.kind !== 'literal') return reference;
    context.addIssue({ code: 'custom', message: hashMessage });
    return z.NEVER;
  });

const claimNameMessage = allowed(
  'the name of a claim that no standard has, such as `tenant`',
  'Rights stand in `scopes`, `roles` and `permissions`; whose they are, the name of the machine says.',
);

const claimNameSchema = z
  .string({ error: claimNameMessage })
  .regex(/^[A-Za-z][A-Za-z0-9_-]{0,62}$/, { error: claimNameMessage })
  .refine((name) => !isReservedClaim(name), { error: claimNameMessage });

const claimMessage = allowed(
  `a text, a number, true or false, or a list of texts, each text at most ${longestClaim} characters long`,
  'Write it as `tenant: acme`.',
);

const claimText = z.string({ error: claimMessage }).max(longestClaim, { error: claimMessage });

const claimSchema: z.ZodType<ApiKeyClaim, unknown> = z.union(
  [claimText, z.number(), z.boolean(), z.array(claimText).max(32, { error: claimMessage })],
  { error: claimMessage },
);

const claimsMessage = allowed(`at most ${mostClaims} claims by name`, 'Write lines such as `tenant: acme`.');

const claimsSchema: z.ZodType<Readonly<Record<string, ApiKeyClaim>>, unknown> = z
  .record(claimNameSchema, claimSchema, { error: claimsMessage })
  .refine((claims) => Object.keys(claims).length <= mostClaims, { error: claimsMessage });

const machineSchema: z.ZodType<MachineConfiguration, unknown> = strict({
  passwordHash: hashSchema.meta({
    description:
      'What `signet machine hash` makes of its password, or where that is, such as `file:/etc/signet/billing.hash`.',
  }),
  scopes: list(scopeSchema, { least: 0, most: mostNames, of: 'scopes' })
    .prefault([])
    .meta({ description: 'Scopes that it has, as a token would.' }),
  roles: list(roleSchema, { least: 0, most: mostNames, of: 'roles' })
    .prefault([])
    .meta({ description: 'Roles that it has.' }),
  permissions: list(scopeSchema, { least: 0, most: mostNames, of: 'permissions' })
    .prefault([])
    .meta({ description: 'Permissions that it has.' }),
  claims: claimsSchema.prefault({}).meta({
    description: 'What else conditions, limits and context headers may read of it, such as `tenant: acme`.',
  }),
});

export const machinesSchema: z.ZodType<MachinesConfiguration, unknown> = named(machineSchema);
