import { z } from 'zod';
import { allowed } from '../configuration/fields/allowed.ts';
import { choice } from '../configuration/fields/choice.ts';
import { list } from '../configuration/fields/list.ts';
import { audienceSchema, scopeSchema, sentence } from '../configuration/fields/text.ts';
import { type Client, clientGrants, clientTypes } from './client.ts';
import { isAppOrigin, isRedirectUri } from './client-address.ts';

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

/** The members of a client, for each of the doors through which one comes. */
export const clientShape: { readonly [Member in keyof Client]: z.ZodType<Client[Member], unknown> } = {
  name: sentence(120).meta({ description: 'The name people see.' }),
  type: choice(clientTypes).meta({ description: 'Whether it can keep a secret.' }),
  grants: list(choice(clientGrants), { least: 0, most: clientGrants.length, of: 'grants' })
    .prefault([])
    .meta({ description: 'The ways in which it may ask for a token.' }),
  redirectUris: list(redirectUriSchema, { least: 0, most: 32, of: 'addresses' })
    .prefault([])
    .meta({ description: 'Where a sign-in may lead, each exactly.' }),
  origins: list(originSchema, { least: 0, most: 32, of: 'origins' })
    .prefault([])
    .meta({ description: 'Origins of its pages in browsers.' }),
  scopes: list(scopeSchema, { least: 0, most: 64, of: 'scopes' })
    .prefault([])
    .meta({ description: 'All that it may ask for.' }),
  audiences: list(audienceSchema, { least: 0, most: 32, of: 'audiences' })
    .prefault([])
    .meta({ description: 'The APIs that its tokens may be for; the first where it names none.' }),
  firstParty: firstPartySchema.prefault(false).meta({ description: 'An app of your own: nobody is asked.' }),
};

/** What the members mean together, wherever the client is declared. */
export function checkClient(value: Partial<Client>, context: z.core.$RefinementCtx): void {
  if (!value.grants?.includes('client_credentials')) return;
  if (value.type === 'public') {
    const message = allowed(
      'no `client_credentials` for a public client, which has nothing to prove itself with (RFC 6749 §4.4)',
      'Make it `type: confidential`, or take the grant away.',
    );
    context.addIssue({ code: 'custom', path: ['grants'], message });
  }
  if (value.audiences?.length === 0) {
    const message = allowed(
      'at least one audience beside `client_credentials`, since a token is for somebody',
      'Add `audiences:` with what the API expects in `aud`.',
    );
    context.addIssue({ code: 'custom', path: ['audiences'], message });
  }
}
