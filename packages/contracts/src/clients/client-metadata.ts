import { z } from 'zod';
import { readAllowed } from '../configuration/fields/allowed.ts';
import { seenText } from '../people/seen-text.ts';
import { type Client, hasKeys } from './client.ts';
import { checkClient, clientShape } from './client-schema.ts';

/** What an app may be at most that registers itself. */
export interface RegistrationBounds {
  readonly scopes: readonly string[];
  readonly audiences: readonly string[];
}

export type MetadataReading =
  | { readonly kind: 'read'; readonly client: Client }
  /** `member` as RFC 7591 names it. */
  | { readonly kind: 'refused'; readonly member: string; readonly expected: string };

/** In which people agree: whoever registers itself gets no token that nobody was asked for. */
const grants = [
  'authorization_code',
  'refresh_token',
  'urn:ietf:params:oauth:grant-type:device_code',
] as const;
const methods = ['client_secret_basic', 'client_secret_post', 'private_key_jwt', 'none'] as const;

const texts = z.array(z.string()).max(32);
const metadataSchema = z.object({
  client_name: z.string().regex(seenText).optional(),
  redirect_uris: texts.default([]),
  post_logout_redirect_uris: texts.default([]),
  token_endpoint_auth_method: z.enum(methods).default('client_secret_basic'),
  grant_types: z.array(z.enum(grants)).default(['authorization_code']),
  response_types: z.array(z.literal('code')).default(['code']),
  scope: z.string().optional(),
  jwks_uri: z.string().optional(),
  jwks: z.object({ keys: z.array(z.record(z.string(), z.unknown())).max(8) }).optional(),
  backchannel_logout_uri: z.string().optional(),
  require_pushed_authorization_requests: z.boolean().optional(),
  dpop_bound_access_tokens: z.boolean().optional(),
});

type Metadata = z.output<typeof metadataSchema>;

const clientSchema = z.strictObject(clientShape).superRefine(checkClient);

/** RFC 7591 §2 as a client of ours, by the checks that one in `signet.yaml` has. Never of the house: people are always asked. */
export function readClientMetadata(given: unknown, bounds: RegistrationBounds, id: string): MetadataReading {
  const parsed = metadataSchema.safeParse(given);
  if (!parsed.success) return refused(String(parsed.error.issues[0]?.path[0] ?? ''), 'what RFC 7591 §2 says');
  const metadata = parsed.data;
  const keys = metadata.jwks_uri !== undefined || (metadata.jwks?.keys.length ?? 0) > 0;
  if (keys !== (metadata.token_endpoint_auth_method === 'private_key_jwt'))
    return refused('token_endpoint_auth_method', '`private_key_jwt` beside keys, and only there');
  const scopes = metadata.scope?.split(' ').filter((scope) => scope !== '') ?? bounds.scopes;
  if (!scopes.every((scope) => bounds.scopes.includes(scope)))
    return refused('scope', bounds.scopes.join(' ') || 'none');
  const client = clientSchema.safeParse(clientOf(metadata, { ...bounds, scopes }, id));
  if (client.success) return { kind: 'read', client: client.data };
  const [issue] = client.error.issues;
  const member = names[String(issue?.path[0]) as keyof Client] ?? 'client_name';
  return refused(member, readAllowed(issue?.message ?? '').expected ?? 'what `clients` in signet.yaml takes');
}

function refused(member: string, expected: string): MetadataReading {
  return { kind: 'refused', member, expected };
}

function clientOf(metadata: Metadata, { scopes, audiences }: RegistrationBounds, id: string): object {
  const { jwks, jwks_uri: jwksUri, backchannel_logout_uri: backchannelLogoutUri } = metadata;
  return {
    name: metadata.client_name ?? id,
    type: metadata.token_endpoint_auth_method === 'none' ? 'public' : 'confidential',
    grants: metadata.grant_types,
    redirectUris: metadata.redirect_uris,
    postLogoutRedirectUris: metadata.post_logout_redirect_uris,
    origins: [],
    scopes,
    audiences,
    firstParty: false,
    ...(jwksUri === undefined ? {} : { jwksUri }),
    ...(jwks === undefined ? {} : { publicKeys: jwks.keys }),
    ...(backchannelLogoutUri === undefined ? {} : { backchannelLogoutUri }),
    ...(metadata.require_pushed_authorization_requests === true ? { pushedRequests: true } : {}),
    ...(metadata.dpop_bound_access_tokens === true ? { dpop: true } : {}),
  };
}

const names: Partial<Record<keyof Client, string>> = {
  name: 'client_name',
  type: 'token_endpoint_auth_method',
  grants: 'grant_types',
  redirectUris: 'redirect_uris',
  postLogoutRedirectUris: 'post_logout_redirect_uris',
  jwksUri: 'jwks_uri',
  publicKeys: 'jwks',
  backchannelLogoutUri: 'backchannel_logout_uri',
};

/** The client as its app reads it (RFC 7591 §3.2.1); without what Signet keeps as a hash alone. */
export function metadataOf(client: Client, usesSecret: boolean): Readonly<Record<string, unknown>> {
  const { jwksUri, publicKeys = [], backchannelLogoutUri } = client;
  return {
    client_name: client.name,
    redirect_uris: client.redirectUris,
    post_logout_redirect_uris: client.postLogoutRedirectUris,
    grant_types: client.grants,
    response_types: ['code'],
    token_endpoint_auth_method: methodOf(client),
    scope: client.scopes.join(' '),
    require_pushed_authorization_requests: client.pushedRequests === true,
    dpop_bound_access_tokens: client.dpop === true,
    tls_client_certificate_bound_access_tokens: client.certificateBound === true,
    ...(jwksUri === undefined ? {} : { jwks_uri: jwksUri }),
    ...(publicKeys.length === 0 ? {} : { jwks: { keys: publicKeys.map((key) => JSON.parse(key)) } }),
    ...(backchannelLogoutUri === undefined ? {} : { backchannel_logout_uri: backchannelLogoutUri }),
    ...(usesSecret ? { client_secret_expires_at: 0 } : {}),
  };
}

function methodOf(client: Client): string {
  if (client.type === 'public') return 'none';
  if (client.certificate === undefined) return hasKeys(client) ? 'private_key_jwt' : 'client_secret_basic';
  return client.certificate.pinned === undefined ? 'tls_client_auth' : 'self_signed_tls_client_auth';
}
