import type { z } from 'zod';
import { apiAlgorithms } from '../../../keys/issuing-algorithm.ts';
import { strict } from '../../fields/allowed.ts';
import { choice } from '../../fields/choice.ts';
import { list } from '../../fields/list.ts';
import { named } from '../../fields/named.ts';
import { duration } from '../../fields/quantity.ts';
import { audienceSchema, scopeSchema } from '../../fields/text.ts';
import { identityDefaults } from '../identity/defaults.ts';
import { longestAccessTokenLifetime } from '../identity/schema.ts';
import { claimMappingSchema } from './claims.ts';
import type { ApiConfiguration, ApisConfiguration } from './type.ts';

const apiSchema: z.ZodType<ApiConfiguration, unknown> = strict({
  audience: audienceSchema.meta({ description: 'The `aud` of its access tokens.' }),
  accessTokenLifetime: duration({
    least: '1s',
    most: `${longestAccessTokenLifetime / 3_600_000}h`,
    example: identityDefaults.accessTokenLifetime,
  })
    .optional()
    .meta({ description: 'How long its access tokens are valid; otherwise as `identity` says.' }),
  algorithm: choice(apiAlgorithms).optional().meta({
    description:
      'What its access tokens are signed with, by a key of its own kind that rotates likewise, or for HS256, HS384 and HS512 by a secret that it shares; otherwise as all others.',
  }),
  permissions: list(scopeSchema, { least: 0, most: 256, of: 'permissions' })
    .prefault([])
    .meta({ description: 'What one may be allowed to do there; roles give them.' }),
  claims: claimMappingSchema
    .prefault({})
    .meta({ description: 'What else its tokens say, by the name of the claim, and where that comes from.' }),
});

export const apisSchema: z.ZodType<ApisConfiguration, unknown> = named(apiSchema);
