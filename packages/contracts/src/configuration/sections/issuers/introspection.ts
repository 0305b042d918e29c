import { isLoopback } from '@signet/token/keys';
import { z } from 'zod';
import { addressSchema, readAddress } from '../../fields/address.ts';
import { allowed, evenIfPartsAreWrong, strict } from '../../fields/allowed.ts';
import { duration } from '../../fields/quantity.ts';
import { handedSecretSchema } from './handed-keys.ts';
import type { IntrospectionConfiguration } from './type.ts';

const clientIdError = allowed(
  'the id of a client: 1 to 256 visible characters',
  'Write the id under which the issuer knows this gateway.',
);

const wayError = allowed('`basic` or `post`', 'Leave the key out unless the issuer asks for `post`.');

const onlyTrue = { error: allowed('only `true`', 'Write `true`, or leave the key out.') };

const introspectionShape = strict({
  url: addressSchema.meta({ description: 'The introspection endpoint itself.' }),
  clientId: z
    .string({ error: clientIdError })
    .regex(/^[\x21-\x7e]{1,256}$/, { error: clientIdError })
    .meta({ description: 'The id of the client as which Signet asks.' }),
  clientSecret: handedSecretSchema.meta({
    description: 'Where the secret of that client is: a reference such as `env:PARTNER_CLIENT_SECRET`.',
  }),
  authentication: z.enum(['basic', 'post'], { error: wayError }).prefault('basic').meta({
    description: 'How the client proves itself: in `Authorization`, or in the body of the question.',
  }),
  cacheFor: duration({ least: '0s', most: '10m', example: '30s' }).prefault('30s').meta({
    description:
      'How long the answer for an active token counts, never beyond its `exp`. A token that is revoked there may be taken for so long.',
  }),
  timeout: duration({ least: '100ms', most: '10s', example: '2s' })
    .prefault('2s')
    .meta({ description: 'How long an answer is waited for; then the request is refused.' }),
  jwts: z.literal(true, onlyTrue).optional().meta({
    description:
      'Asks about JWTs whose `iss` is this issuer too. Without it no JWT is sent there, whoever it is of.',
  }),
  dangerouslyAllowInsecure: z.literal(true, onlyTrue).optional().meta({
    description:
      'Asks over http: beyond this machine. Whoever is on the way sees tokens, and can let any pass.',
  }),
});

export const introspectionSchema: z.ZodType<IntrospectionConfiguration, unknown> = introspectionShape
  .superRefine(({ url, dangerouslyAllowInsecure }, context) => {
    const address = readAddress(String(url ?? ''));
    const isSafe = address === undefined || address.protocol === 'https:' || isLoopback(address);
    if (isSafe || dangerouslyAllowInsecure === true) return;
    const message = allowed(
      'https, since tokens are sent there, and whoever can change the answer can let any pass',
      'Use https, or say `dangerouslyAllowInsecure: true`.',
    );
    context.addIssue({ code: 'custom', path: ['url'], message });
  }, evenIfPartsAreWrong)
  .transform(({ jwts, dangerouslyAllowInsecure: _, ...rest }) => ({ ...rest, jwts: jwts ?? false }));
