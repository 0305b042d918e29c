import { addresses, type ClientGrant, clientGrants } from '@signet/contracts';
import type { CertificateDoor } from '../certificates/certificate-door.ts';
import { assertionAlgorithms } from '../clients/client-keys.ts';
import { authorizePath, endSessionPath } from '../oidc/addresses.ts';
import { identityScopes } from '../oidc/identity-scopes.ts';
import { assurances } from '../oidc/step-up.ts';

/**
 * OpenID Provider metadata (OpenID Connect Discovery 1.0 §3, RFC 8414 §2) with only what is true today. What is said by
 * leaving a member out is said aloud where its absence would mean yes.
 */
export interface DiscoveryDocument {
  readonly issuer: string;
  readonly jwks_uri: string;
  readonly authorization_endpoint: string;
  readonly token_endpoint: string;
  readonly userinfo_endpoint: string;
  readonly end_session_endpoint: string;
  readonly device_authorization_endpoint: string;
  /** Only where apps may register themselves. */
  readonly registration_endpoint?: string;
  readonly pushed_authorization_request_endpoint: string;
  readonly require_pushed_authorization_requests: false;
  readonly introspection_endpoint: string;
  readonly introspection_endpoint_auth_methods_supported: readonly string[];
  readonly introspection_endpoint_auth_signing_alg_values_supported: readonly string[];
  readonly revocation_endpoint: string;
  readonly revocation_endpoint_auth_methods_supported: readonly string[];
  readonly revocation_endpoint_auth_signing_alg_values_supported: readonly string[];
  /** Of ours alone: the log of what was revoked, for apps that decide on tokens themselves. */
  readonly signet_revocations_endpoint: string;
  readonly scopes_supported: readonly string[];
  readonly acr_values_supported: readonly string[];
  readonly claims_supported: readonly string[];
  readonly response_types_supported: readonly ['code'];
  readonly response_modes_supported: readonly ['query', 'fragment'];
  readonly grant_types_supported: readonly ClientGrant[];
  readonly code_challenge_methods_supported: readonly ['S256'];
  readonly token_endpoint_auth_methods_supported: readonly string[];
  readonly token_endpoint_auth_signing_alg_values_supported: readonly string[];
  readonly dpop_signing_alg_values_supported: readonly string[];
  /** Only where clients show certificates. */
  readonly tls_client_certificate_bound_access_tokens?: true;
  /** Only where that is elsewhere. */
  readonly mtls_endpoint_aliases?: Readonly<Record<string, string>>;
  readonly subject_types_supported: readonly ['public'];
  readonly id_token_signing_alg_values_supported: readonly string[];
  readonly prompt_values_supported: readonly string[];
  readonly backchannel_logout_supported: true;
  readonly backchannel_logout_session_supported: true;
  readonly authorization_response_iss_parameter_supported: true;
  readonly claims_parameter_supported: false;
  readonly request_parameter_supported: false;
  readonly request_uri_parameter_supported: false;
}

/** How a client that has something to prove itself with does so. */
const usualProofs = ['client_secret_basic', 'client_secret_post', 'private_key_jwt'];
/** RFC 8705 §2. */
const certificateProofs = ['tls_client_auth', 'self_signed_tls_client_auth'];

/** @param algorithms of the keys that ID tokens verify with */
export function discoveryDocument(
  issuer: string,
  algorithms: readonly string[],
  takesRegistrations: boolean,
  certificateDoor?: Pick<CertificateDoor, 'origin'>,
): DiscoveryDocument {
  const proofs = certificateDoor === undefined ? usualProofs : [...usualProofs, ...certificateProofs];
  return {
    issuer,
    jwks_uri: issuer + addresses.readKeys.path,
    authorization_endpoint: issuer + authorizePath,
    token_endpoint: issuer + addresses.requestToken.path,
    userinfo_endpoint: issuer + addresses.readUserInfo.path,
    end_session_endpoint: issuer + endSessionPath,
    device_authorization_endpoint: issuer + addresses.requestDevice.path,
    ...(takesRegistrations ? { registration_endpoint: issuer + addresses.registerClient.path } : {}),
    pushed_authorization_request_endpoint: issuer + addresses.pushRequest.path,
    require_pushed_authorization_requests: false,
    introspection_endpoint: issuer + addresses.introspectToken.path,
    introspection_endpoint_auth_methods_supported: proofs,
    introspection_endpoint_auth_signing_alg_values_supported: assertionAlgorithms,
    revocation_endpoint: issuer + addresses.revokeToken.path,
    revocation_endpoint_auth_methods_supported: [...proofs, 'none'],
    revocation_endpoint_auth_signing_alg_values_supported: assertionAlgorithms,
    signet_revocations_endpoint: issuer + addresses.followRevocations.path,
    scopes_supported: identityScopes,
    acr_values_supported: assurances,
    claims_supported: ['sub', 'auth_time', 'acr', 'amr', 'sid', 'preferred_username'],
    response_types_supported: ['code'],
    response_modes_supported: ['query', 'fragment'],
    grant_types_supported: clientGrants,
    code_challenge_methods_supported: ['S256'],
    token_endpoint_auth_methods_supported: [...proofs, 'none'],
    token_endpoint_auth_signing_alg_values_supported: assertionAlgorithms,
    dpop_signing_alg_values_supported: assertionAlgorithms,
    ...(certificateDoor === undefined
      ? {}
      : { tls_client_certificate_bound_access_tokens: true as const, ...aliasesAt(certificateDoor) }),
    subject_types_supported: ['public'],
    id_token_signing_alg_values_supported: algorithms,
    prompt_values_supported: ['none', 'login', 'organization', 'consent'],
    backchannel_logout_supported: true,
    backchannel_logout_session_supported: true,
    authorization_response_iss_parameter_supported: true,
    claims_parameter_supported: false,
    request_parameter_supported: false,
    request_uri_parameter_supported: false,
  };
}

/** RFC 8705 §5: where a certificate is asked for, which browsers are not to be bothered with. */
function aliasesAt({
  origin,
}: Pick<CertificateDoor, 'origin'>): Pick<DiscoveryDocument, 'mtls_endpoint_aliases'> {
  if (origin === undefined) return {};
  const aliases = {
    token_endpoint: addresses.requestToken,
    userinfo_endpoint: addresses.readUserInfo,
    device_authorization_endpoint: addresses.requestDevice,
    pushed_authorization_request_endpoint: addresses.pushRequest,
    introspection_endpoint: addresses.introspectToken,
    revocation_endpoint: addresses.revokeToken,
    signet_revocations_endpoint: addresses.followRevocations,
  };
  const named = Object.entries(aliases).map(([name, { path }]) => [name, origin + path]);
  return { mtls_endpoint_aliases: Object.fromEntries(named) };
}
