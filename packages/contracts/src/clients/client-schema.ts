import { z } from 'zod';
import { allowed } from '../configuration/fields/allowed.ts';
import { choice } from '../configuration/fields/choice.ts';
import { list } from '../configuration/fields/list.ts';
import { audienceSchema, roleSchema, scopeSchema, sentence } from '../configuration/fields/text.ts';
import { organizationPattern } from '../people/organization.ts';
import {
  browserTokens,
  type Client,
  clientGrants,
  clientTypes,
  hasKeys,
  organizationUses,
} from './client.ts';
import { isAppOrigin, isKeysAddress, isRedirectUri } from './client-address.ts';
import { clientCertificateSchema } from './client-certificate.ts';
import { publicKeySchema } from './public-key.ts';

const redirectMessage = allowed(
  'an https address, an http address of this machine, or an app’s own scheme such as `com.example.app:/signed-in`; without fragment, user name, wildcard and dot segments',
  'Write the whole address, exactly as the app sends it.',
);

const originMessage = allowed(
  'an origin: https://host, with a port if it is not 443, or http on this machine',
  'Write it as the browser sends it in `Origin`, such as `https://app.example`.',
);

const redirectUriSchema = z
  .string({ error: redirectMessage })
  .refine(isRedirectUri, { error: redirectMessage });
const originSchema = z.string({ error: originMessage }).refine(isAppOrigin, { error: originMessage });
const firstPartySchema = z.boolean({
  error: allowed('`true` or `false`', 'Write `true` for an app of your own.'),
});

const toldMessage = allowed(
  'an address of the app: https, or http on this machine; without fragment',
  'Write where the app takes logout tokens.',
);

const organizationMessage = allowed(
  'the name of an organisation, or its id (org_…)',
  'Write the name, such as `acme`; see what there is with `signet organization list`.',
);

const jwksUriMessage = allowed(
  'the address of a JWKS: https, or http on this machine',
  'Write where the client publishes its public keys.',
);

/** The members of a client, for each of the doors through which one comes. */
export const clientShape: { readonly [Member in keyof Client]-?: z.ZodType<Client[Member], unknown> } = {
  name: sentence(120).meta({ description: 'The name people see.' }),
  type: choice(clientTypes).meta({ description: 'Whether it can keep a secret.' }),
  grants: list(choice(clientGrants), { least: 0, most: clientGrants.length, of: 'grants' })
    .prefault([])
    .meta({ description: 'The ways in which it may ask for a token.' }),
  redirectUris: list(redirectUriSchema, { least: 0, most: 32, of: 'addresses' })
    .prefault([])
    .meta({ description: 'Where a sign-in may lead, each exactly.' }),
  postLogoutRedirectUris: list(redirectUriSchema, { least: 0, most: 32, of: 'addresses' })
    .prefault([])
    .meta({ description: 'Where a log-out may lead, each exactly.' }),
  origins: list(originSchema, { least: 0, most: 32, of: 'origins' })
    .prefault([])
    .meta({ description: 'Origins of its pages in browsers.' }),
  scopes: list(scopeSchema, { least: 0, most: 64, of: 'scopes' })
    .prefault([])
    .meta({ description: 'All that it may ask for.' }),
  audiences: list(audienceSchema, { least: 0, most: 32, of: 'audiences' })
    .prefault([])
    .meta({ description: 'The APIs that its tokens may be for; the first where it names none.' }),
  roles: list(roleSchema, { least: 0, most: 64, of: 'roles' })
    .optional()
    .meta({ description: 'Roles of the client itself, in the tokens that it gets for itself.' }),
  firstParty: firstPartySchema.prefault(false).meta({ description: 'An app of your own: nobody is asked.' }),
  jwksUri: z
    .string({ error: jwksUriMessage })
    .refine(isKeysAddress, { error: jwksUriMessage })
    .optional()
    .meta({ description: 'Where it publishes the keys by which it proves itself, in place of a secret.' }),
  publicKeys: list(publicKeySchema, { least: 0, most: 8, of: 'public keys' })
    .optional()
    .meta({ description: 'The keys by which it proves itself: PEM or JWK each.' }),
  exchangeFrom: list(audienceSchema, { least: 0, most: 32, of: 'audiences' })
    .optional()
    .meta({ description: 'The APIs that it is: tokens for these it may exchange for its `audiences`.' }),
  backchannelLogoutUri: z
    .string({ error: toldMessage })
    .refine(isKeysAddress, { error: toldMessage })
    .optional()
    .meta({ description: 'Where it is told that a session of its person has ended.' }),
  pushedRequests: z
    .boolean({ error: allowed('`true` or `false`', 'Write `true` to take pushed requests only.') })
    .optional()
    .meta({ description: 'Begins a sign-in with a request that it pushed ahead, and in no other way.' }),
  organizations: choice(organizationUses)
    .optional()
    .meta({ description: 'Whether its sign-ins are each in the name of one organisation of the person.' }),
  organization: z
    .string({ error: organizationMessage })
    .regex(organizationPattern, { error: organizationMessage })
    .optional()
    .meta({ description: 'The organisation that it belongs to, and of which all its tokens are.' }),
  browserTokens: choice(browserTokens)
    .optional()
    .meta({ description: 'Where its pages have the access tokens of `/auth`: themselves, or in a cookie.' }),
  native: z
    .boolean({ error: allowed('`true` or `false`', 'Write `true` for an app of your own on a device.') })
    .optional()
    .meta({ description: 'An app on a device, which `/auth` gives its refresh token in the body.' }),
  certificate: clientCertificateSchema.optional().meta({
    description: 'The certificate by which it proves itself (mTLS), in place of a secret.',
  }),
  certificateBound: z
    .boolean({ error: allowed('`true` or `false`', 'Write `true` to give it bound tokens only.') })
    .optional()
    .meta({ description: 'Gets tokens that are bound to its certificate, and no others.' }),
  dpop: z
    .boolean({ error: allowed('`true` or `false`', 'Write `true` to give it bound tokens only.') })
    .optional()
    .meta({ description: 'Gets tokens that are bound to a key (DPoP), and no others.' }),
};

/** What the members mean together, wherever the client is declared. */
export function checkClient(value: Partial<Client>, context: z.core.$RefinementCtx): void {
  for (const { if: applies, path, message } of checks) {
    if (applies(value)) context.addIssue({ code: 'custom', path: [path], message });
  }
}

interface ClientCheck {
  readonly if: (value: Partial<Client>) => boolean;
  readonly path: keyof Client;
  readonly message: string;
}

const has = (value: Partial<Client>, grant: Client['grants'][number]) =>
  value.grants?.includes(grant) === true;

const device = 'urn:ietf:params:oauth:grant-type:device_code';
const exchange = 'urn:ietf:params:oauth:grant-type:token-exchange';

const checks: readonly ClientCheck[] = [
  {
    if: ({ native, firstParty, type }) => native === true && (firstParty !== true || type !== 'public'),
    path: 'native',
    message: allowed(
      '`native` only for a public app of your own, which takes the password of a person itself',
      'Add `firstParty: true` and `type: public`, or take `native` away: apps of others sign in by OpenID Connect.',
    ),
  },
  {
    if: ({ native, origins = [] }) => native === true && origins.length > 0,
    path: 'native',
    message: allowed(
      'no `origins` beside `native`: pages in browsers get no refresh token in the body',
      'Declare the app and the pages as two clients.',
    ),
  },
  {
    if: ({ native, audiences = [] }) => native === true && audiences.length === 0,
    path: 'audiences',
    message: allowed(
      'at least one audience beside `native`, since a token is for somebody',
      'Add `audiences:` with what the API expects in `aud`.',
    ),
  },
  {
    if: ({ native, certificateBound }) => native === true && certificateBound === true,
    path: 'certificateBound',
    message: allowed(
      'no certificate beside `native`: the session API binds tokens to a key (`dpop`)',
      'Say `dpop: true` in its place.',
    ),
  },
  {
    if: ({ browserTokens: where, firstParty, origins }) =>
      where === 'cookie' && (firstParty !== true || origins?.length === 0),
    path: 'browserTokens',
    message: allowed(
      '`cookie` only for an app of your own that names its `origins`, which the session API is for',
      'Add `firstParty: true` and `origins:`, or take `browserTokens` away.',
    ),
  },
  {
    if: (value) => has(value, exchange) && value.type === 'public',
    path: 'grants',
    message: allowed(
      'no token exchange for a public client, which has nothing to prove itself with',
      'Make it `type: confidential`, or take the grant away.',
    ),
  },
  {
    if: (value) => has(value, exchange) !== (value.exchangeFrom ?? []).length > 0,
    path: 'exchangeFrom',
    message: allowed(
      `\`exchangeFrom\` beside the grant \`${exchange}\`, and only there`,
      'Name the APIs that the client is: the `aud` of the tokens that it may exchange.',
    ),
  },
  {
    if: (value) => value.type === 'public' && hasKeys(value),
    path: 'type',
    message: allowed(
      '`confidential` for a client that proves itself by a key',
      'Say `type: confidential`, or take the keys away.',
    ),
  },
  {
    if: ({ jwksUri, publicKeys = [] }) => jwksUri !== undefined && publicKeys.length > 0,
    path: 'publicKeys',
    message: allowed('one of `jwksUri` and `publicKeys` (RFC 7591 §2)', 'Take one of them away.'),
  },
  {
    if: ({ certificate, jwksUri, publicKeys = [] }) =>
      certificate !== undefined && (jwksUri !== undefined || publicKeys.length > 0),
    path: 'certificate',
    message: allowed(
      'no keys beside a certificate: a client proves itself in one way',
      'Take `publicKeys` or `jwksUri` away, or the certificate.',
    ),
  },
  {
    if: ({ certificateBound, dpop }) => certificateBound === true && dpop === true,
    path: 'certificateBound',
    message: allowed('one of `certificateBound` and `dpop`', 'Take one of them away.'),
  },
  {
    if: (value) => has(value, 'client_credentials') && value.type === 'public',
    path: 'grants',
    message: allowed(
      'no `client_credentials` for a public client, which has nothing to prove itself with (RFC 6749 §4.4)',
      'Make it `type: confidential`, or take the grant away.',
    ),
  },
  {
    if: (value) => value.grants?.length !== 0 && value.audiences?.length === 0,
    path: 'audiences',
    message: allowed(
      'at least one audience beside `grants`, since a token is for somebody',
      'Add `audiences:` with what the API expects in `aud`.',
    ),
  },
  {
    if: (value) => has(value, 'authorization_code') && value.redirectUris?.length === 0,
    path: 'redirectUris',
    message: allowed(
      'at least one address beside `authorization_code`, since a sign-in leads back to the app',
      'Add `redirectUris:` with the address at which the app waits for the answer.',
    ),
  },
  {
    if: (value) => has(value, 'refresh_token') && !has(value, 'authorization_code') && !has(value, device),
    path: 'grants',
    message: allowed(
      '`refresh_token` beside `authorization_code` or the grant of devices only, which gives the first one out',
      'Add `authorization_code`, or take `refresh_token` away.',
    ),
  },
];
