import type { z } from 'zod';
import { strict } from '../../fields/allowed.ts';
import { list } from '../../fields/list.ts';
import { duration } from '../../fields/quantity.ts';
import { audienceSchema } from '../../fields/text.ts';
import { identityDefaults as identity } from './defaults.ts';
import type { IdentityConfiguration } from './type.ts';

/** Milliseconds. No configuration, now or before, gave an access token a longer life. */
export const longestAccessTokenLifetime = 86_400_000;

export const identitySchema: z.ZodType<IdentityConfiguration, unknown> = strict({
  audiences: list(audienceSchema, { least: 0, most: 64, of: 'audiences' })
    .prefault([])
    .meta({ description: 'Audiences for which sign-in issues tokens; the first is the default.' }),
  accessTokenLifetime: duration({
    least: '1s',
    most: `${longestAccessTokenLifetime / 3_600_000}h`,
    example: identity.accessTokenLifetime,
  })
    .prefault(identity.accessTokenLifetime)
    .meta({ description: 'How long an access token is valid.' }),
  refreshTokenLifetime: duration({ least: '1s', most: '365d', example: identity.refreshTokenLifetime })
    .prefault(identity.refreshTokenLifetime)
    .meta({ description: 'How long a refresh token can wait for its one use.' }),
  sessionLifetime: duration({ least: '1s', most: '365d', example: identity.sessionLifetime })
    .prefault(identity.sessionLifetime)
    .meta({ description: 'After this a session ends, however often it was refreshed.' }),
  refreshGrace: duration({ least: '0s', most: '1m', example: identity.refreshGrace })
    .prefault(identity.refreshGrace)
    .meta({ description: 'How long a used refresh token still gets the same successor (two tabs racing).' }),
});
