import { z } from 'zod';
import { readAllowed } from '../configuration/fields/allowed.ts';
import { seenText } from '../people/seen-text.ts';
import {
  certificateMember,
  certificateMembers,
  certificateMetadataOf,
  certificateMethods,
  readCertificateMetadata,
} from './certificate-metadata.ts';
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
const usualMethods = ['client_secret_basic', 'client_secret_post', 'private_key_jwt', 'none'] as const;

const texts = z.array(z.string()).max(32);
const metadataSchema = z.object({
  client_name: z.string().regex(seenText).optional(),
  redirect_uris: texts.default([]),
  post_logout_redirect_uris: texts.default([]),
  token_endpoint_auth_method: z.enum([...usualMethods, ...certificateMethods]).default('client_secret_basic'),
  grant_types: z.array(z.enum(grants)).default(['authorization_code']),
  response_types: z.array(z.literal('code')).default(['code']),
  scope: z.string().optional(),
  jwks_uri: z.string().optional(),
  jwks: z.object({ keys: z.array(z.record(z.string(), z.unknown())).max(8) }).optional(),
  backchannel_logout_uri: z.string().optional(),
  require_pushed_authorization_requests: z.boolean().optional(),
  dpop_bound_access_tokens: z.boolean().optional(),
  tls_client_certificate_bound_access_tokens: z.boolean().optional(),
  ...certificateMembers,
});

type Metadata = z.output<typeof metadataSchema>;

const clientSchema = z.strictObject(clientShape).superRefine(checkClient);

/** Where an app registers itself. */
export interface RegistrationPlace {
  /** Its `client_id`. */
  readonly id: string;
  /** Whether clients show certificates here (RFC 8705). */
  readonly takesCertificates: boolean;
}

/** RFC 7591 §2 as a client of ours, by the checks that one in `signet.yaml` has. Never of the house: people are always asked. */
export function readClientMetadata(
  given: unknown,
  bounds: RegistrationBounds,
  { id, takesCertificates }: RegistrationPlace,
): MetadataReading {
  const parsed = metadataSchema.safeParse(given);
  if (!parsed.success) return refused(String(parsed.error.issues[0]?.path[0] ?? ''), 'what RFC 7591 §2 says');
  const metadata = parsed.data;
  const elsewhere = takesCertificates ? undefined : askedOfCertificates(metadata);
  if (elsewhere !== undefined) return refused(elsewhere, 'nothing of certificates, which are not taken here');
  const certificate = readCertificateMetadata(metadata);
  if (certificate.kind === 'refused') return certificate;
  const keys = metadata.jwks_uri !== undefined || (metadata.jwks?.keys.length ?? 0) > 0;
  const { token_endpoint_auth_method: method } = metadata;
  if (keys !== (method === 'private_key_jwt' || method === 'self_signed_tls_client_auth'))
    return refused('token_endpoint_auth_method', '`private_key_jwt` beside keys, and only there');
  const scopes = metadata.scope?.split(' ').filter((scope) => scope !== '') ?? bounds.scopes;
  if (!scopes.every((scope) => bounds.scopes.includes(scope)))
    return refused('scope', bounds.scopes.join(' ') || 'none');
  const client = clientSchema.safeParse({
    ...clientOf(metadata, { ...bounds, scopes }, id),
    ...(certificate.certificate === undefined ? {} : { certificate: certificate.certificate }),
  });
  if (client.success) return { kind: 'read', client: client.data };
  const [issue] = client.error.issues;
  const [of, kind] = issue?.path ?? [];
  const member =
    of === 'certificate' ? certificateMember(kind) : (names[String(of) as keyof Client] ?? 'client_name');
  return refused(member, readAllowed(issue?.message ?? '').expected ?? 'what `clients` in signet.yaml takes');
}

/** What of it needs a door for certificates. */
function askedOfCertificates(metadata: Metadata): string | undefined {
  const { token_endpoint_auth_method: method, tls_client_certificate_bound_access_tokens: bound } = metadata;
  if (certificateMethods.some((each) => each === method)) return 'token_endpoint_auth_method';
  return bound === true ? 'tls_client_certificate_bound_access_tokens' : undefined;
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
    ...(jwks === undefined || metadata.token_endpoint_auth_method !== 'private_key_jwt'
      ? {}
      : { publicKeys: jwks.keys }),
    ...(backchannelLogoutUri === undefined ? {} : { backchannelLogoutUri }),
    ...(metadata.require_pushed_authorization_requests === true ? { pushedRequests: true } : {}),
    ...(metadata.dpop_bound_access_tokens === true ? { dpop: true } : {}),
    ...(metadata.tls_client_certificate_bound_access_tokens === true ? { certificateBound: true } : {}),
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
  certificateBound: 'tls_client_certificate_bound_access_tokens',
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
    ...certificateMetadataOf(client),
    ...(usesSecret ? { client_secret_expires_at: 0 } : {}),
  };
}

function methodOf(client: Client): string {
  if (client.type === 'public') return 'none';
  if (client.certificate === undefined) return hasKeys(client) ? 'private_key_jwt' : 'client_secret_basic';
  return client.certificate.pinned === undefined ? 'tls_client_auth' : 'self_signed_tls_client_auth';
}
