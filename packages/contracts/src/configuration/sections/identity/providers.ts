import { isLoopback } from '@signet/token/keys';
import { z } from 'zod';
import { addressSchema, readAddress } from '../../fields/address.ts';
import { allowed, strict } from '../../fields/allowed.ts';
import { list } from '../../fields/list.ts';
import { named } from '../../fields/named.ts';
import { secretReferenceSchema } from '../../fields/secret-reference.ts';
import { audienceSchema, scopeSchema, sentence } from '../../fields/text.ts';
import type { ProviderConfiguration, ProvidersConfiguration } from './type.ts';

const defaults = {
  scopes: ['openid', 'profile', 'email'],
  /** `email_verified` is asked for in any case, and no address opens the account of an administrator. */
  trustEmail: true,
  /** Whoever opens the door to everybody there says so. */
  register: false,
} as const;

const mostProviders = 16;

const issuerError = allowed(
  'an issuer with https, or on this machine',
  'Write exactly what its discovery document calls `issuer`, such as `https://login.example`.',
);

const issuerSchema: z.ZodType<string, string> = addressSchema.refine(
  (text) => {
    const url = readAddress(text);
    return url === undefined || url.protocol === 'https:' || isLoopback(url);
  },
  { error: issuerError },
);

const scopesSchema: z.ZodType<readonly string[], unknown> = list(scopeSchema, {
  least: 1,
  most: 16,
  of: 'scopes',
}).refine((scopes) => scopes.includes('openid'), {
  error: allowed(
    '`openid` among the scopes',
    'Add `openid`: without it the provider says nothing of who signed in.',
  ),
});

const providerSchema: z.ZodType<ProviderConfiguration, unknown> = strict({
  name: sentence(64).meta({ description: 'What people know it by; it stands on the button.' }),
  issuer: issuerSchema.meta({
    description: 'Exactly its `issuer`; `/.well-known/openid-configuration` lies beneath.',
  }),
  clientId: audienceSchema.meta({ description: 'What Signet is registered as there.' }),
  clientSecret: secretReferenceSchema.meta({
    description: 'Where its secret is: a reference such as `env:NAME`.',
  }),
  scopes: scopesSchema.prefault([...defaults.scopes]).meta({ description: 'What it is asked for.' }),
  trustEmail: z
    .boolean({ error: allowed('`true` or `false`', 'Write one of the two.') })
    .prefault(defaults.trustEmail)
    .meta({ description: 'Whether an address that it calls verified counts as such here.' }),
  register: z
    .boolean({ error: allowed('`true` or `false`', 'Write one of the two.') })
    .prefault(defaults.register)
    .meta({ description: 'Whether who signs in there and has no account here gets one.' }),
});

export const providersSchema: z.ZodType<ProvidersConfiguration, unknown> = named(providerSchema).refine(
  (providers) => Object.keys(providers).length <= mostProviders,
  { error: allowed(`at most ${mostProviders} providers`, 'Remove some.') },
);
