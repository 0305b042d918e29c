import { type VerdictCode, verdictCodes } from '@signet/token/verdict';

/** What a code means wherever it appears. `docs/errors/CODE.md` says the same at length. */
export interface ErrorEntry {
  /** HTTP status when the error answers a request; for start-up errors the process exits with 1. */
  readonly status: number;
  /** The `error` of RFC 6750 §3.1 and RFC 9470 §3 in `WWW-Authenticate`, where the refusal is about a bearer token. */
  readonly bearer?:
    | 'invalid_request'
    | 'invalid_token'
    | 'insufficient_scope'
    | 'insufficient_user_authentication';
  /** A short, constant title (RFC 9457 `title`). */
  readonly title: string;
}

const token: Record<VerdictCode, ErrorEntry> = {
  token_malformed: invalidToken('The token cannot be read'),
  token_oversized: invalidToken('The token is too large'),
  token_encrypted: invalidToken('The token is encrypted where a signed one is needed'),
  alg_none: invalidToken('The token is not signed'),
  alg_not_pinned: invalidToken('The signature algorithm is not one this key may use'),
  alg_unsupported: invalidToken('The signature algorithm is not supported here'),
  key_unknown: invalidToken('No trusted key matches the token'),
  signature_invalid: invalidToken('The signature does not match the token'),
  decryption_failed: invalidToken('The token cannot be decrypted with this key'),
  crit_unknown: invalidToken('The token demands an extension that is not understood'),
  type_unexpected: invalidToken('The token is of another type'),
  claim_missing: invalidToken('A required claim is missing'),
  claim_invalid: invalidToken('A claim has an impossible value'),
  issuer_unexpected: invalidToken('The token comes from another issuer'),
  audience_unexpected: invalidToken('The token is meant for another audience'),
  token_expired: invalidToken('The token has expired'),
  token_not_yet_valid: invalidToken('The token is not valid yet'),
};

const gateway = {
  token_missing: { status: 401, title: 'The route needs a token and none came' },
  token_ambiguous: { status: 400, bearer: 'invalid_request', title: 'More than one token came' },
  token_in_query: { status: 400, bearer: 'invalid_request', title: 'The token came in the address' },
  token_bound: { status: 401, bearer: 'invalid_token', title: 'The token is bound to a key' },
  token_inactive: {
    status: 401,
    bearer: 'invalid_token',
    title: 'The issuer says that the token is not active',
  },
  token_revoked: { status: 401, bearer: 'invalid_token', title: 'The token has been revoked' },
  token_replayed: { status: 401, bearer: 'invalid_token', title: 'The token counts once' },
  api_key_missing: { status: 401, title: 'The route needs an API key and none came' },
  api_key_unknown: { status: 401, bearer: 'invalid_token', title: 'The API key is none that is good here' },
  api_key_expired: { status: 401, bearer: 'invalid_token', title: 'The API key has expired' },
  api_key_revoked: { status: 401, bearer: 'invalid_token', title: 'The API key has been revoked' },
  scope_missing: { status: 403, bearer: 'insufficient_scope', title: 'The token lacks a scope' },
  role_missing: { status: 403, bearer: 'insufficient_scope', title: 'The token lacks a role' },
  permission_missing: { status: 403, bearer: 'insufficient_scope', title: 'The token lacks a permission' },
  requirement_missing: {
    status: 403,
    bearer: 'insufficient_scope',
    title: 'The token meets none of the combinations that the route takes',
  },
  condition_not_met: {
    status: 403,
    bearer: 'insufficient_scope',
    title: 'A condition of the route does not hold',
  },
  token_too_old: { status: 401, bearer: 'invalid_token', title: 'The token was issued too long ago' },
  token_lifetime_too_long: {
    status: 401,
    bearer: 'invalid_token',
    title: 'The token lives longer than its issuer is trusted to let it',
  },
  authentication_insufficient: {
    status: 401,
    bearer: 'insufficient_user_authentication',
    title: 'The route asks for a stronger or newer sign-in',
  },
  rate_limited: { status: 429, title: 'The limit of this route is reached' },
  quota_spent: { status: 429, title: 'The quota of this day or month is spent' },
  budget_exhausted: { status: 429, title: 'The budget of this minute, hour, day or month is spent' },
  cost_unknown: { status: 400, title: 'A budget applies, and nobody knows what the request may cost' },
  concurrency_limited: { status: 429, title: 'Too many requests are in progress at once' },
  check_refused: { status: 403, title: 'A check of the route refuses the call' },
  network_not_allowed: { status: 403, title: 'The route may not be called from this address' },
  request_not_as_described: { status: 400, title: 'The request is not what the route takes' },
  media_type_refused: { status: 415, title: 'The body is of a type that the route does not take' },
  preflight_refused: { status: 403, title: 'Pages of this origin may not do this' },
  route_not_found: { status: 404, title: 'No route matches the path' },
  method_not_allowed: { status: 405, title: 'The route does not accept this method' },
  path_not_canonical: { status: 400, title: 'The path can be read in two ways' },
  request_malformed: { status: 400, title: 'The request cannot be read in one way only' },
  body_too_large: { status: 413, title: 'The body is too large' },
  header_too_large: { status: 431, title: 'The headers are too large' },
  request_timeout: { status: 408, title: 'The request took too long to arrive' },
  upgrade_not_supported: { status: 501, title: 'Upgrades are not supported' },
  upstream_unreachable: { status: 502, title: 'The upstream cannot be reached' },
  upstream_failed: { status: 502, title: 'The upstream broke off its answer' },
  upstream_timeout: { status: 504, title: 'The upstream took too long' },
  upstream_busy: { status: 503, title: 'The upstream has no connection free' },
  upstream_resting: { status: 503, title: 'The upstream is left alone for a while' },
  prompt_unknown: { status: 404, title: 'There is no such prompt here' },
  model_unknown: { status: 404, title: 'The model is not one that may be asked here' },
  model_answer_unknown: { status: 404, title: 'No such answer is kept for this caller' },
  model_request_invalid: { status: 400, title: 'This is no request to a model' },
  model_guarded: { status: 403, title: 'A guard of the route does not let this through' },
  model_unavailable: { status: 502, title: 'Who has the model does not answer' },
  mcp_request_invalid: { status: 400, title: 'This is no message of MCP' },
  mcp_method_unknown: { status: 404, title: 'Nothing of that name is asked of this server of tools' },
  mcp_tool_unknown: { status: 404, title: 'There is no such tool for this caller' },
  mcp_session_unknown: { status: 404, title: 'There is no such session for this caller' },
  mcp_token_needed: { status: 403, title: 'You have given this server of tools no token of your own' },
  mcp_unavailable: { status: 502, title: 'The server of tools does not answer' },
  key_not_trusted: {
    status: 401,
    bearer: 'invalid_token',
    title: 'The key of the token is not one to trust',
  },
  introspection_unavailable: { status: 503, title: 'The issuer could not be asked about the token' },
  keys_unavailable: { status: 503, title: 'The issuer’s keys are not available' },
  revocation_stale: { status: 503, title: 'The list of revoked tokens is out of date' },
  limiter_unavailable: { status: 503, title: 'The rate limiter cannot be reached' },
  ledger_unavailable: { status: 503, title: 'The ledger of budgets cannot be reached' },
  check_unavailable: { status: 503, title: 'A check of the route could not be asked' },
  overloaded: { status: 503, title: 'Signet is at its limit' },
  client_closed: { status: 499, title: 'The client left before the answer' },
  internal_error: { status: 500, title: 'Something failed inside Signet' },
} as const;

const identity = {
  request_invalid: { status: 400, title: 'The request body is not what this endpoint takes' },
  credentials_invalid: { status: 401, title: 'The name or the password is wrong' },
  login_throttled: { status: 429, title: 'Too many failed sign-ins' },
  account_disabled: { status: 403, title: 'The account is disabled' },
  password_change_required: { status: 403, title: 'The one-time password must be replaced' },
  second_factor_required: { status: 403, title: 'A code of the second factor is needed' },
  second_factor_wrong: { status: 401, title: 'The code is not right' },
  second_factor_throttled: { status: 429, title: 'Too many wrong codes' },
  token_hook_failed: { status: 503, title: 'What a token is to say cannot be asked for' },
  signing_unavailable: { status: 503, title: 'The token cannot be signed now' },
  passkey_refused: { status: 401, title: 'The passkey is not right' },
  passkey_not_added: { status: 400, title: 'The passkey cannot be added' },
  passkey_not_removed: { status: 409, title: 'The passkey is the last way in, and stays' },
  passkey_unknown: { status: 404, title: 'The account has no such passkey' },
  factor_exists: { status: 409, title: 'The account has an authenticator app' },
  factor_unknown: { status: 404, title: 'The account has no authenticator app' },
  factor_enrolment_required: { status: 403, title: 'An authenticator app must be added to sign in' },
  factor_enrolment_over: { status: 400, title: 'The authenticator app was begun too long ago' },
  password_too_weak: { status: 400, title: 'The new password is too easy to guess' },
  invitation_for_another: { status: 403, title: 'The invitation is for another address' },
  link_unusable: { status: 410, title: 'The link is not good any more' },
  email_taken: { status: 409, title: 'Another account has this address' },
  registration_closed: { status: 403, title: 'Accounts are not to be had in this way' },
  user_code_unknown: { status: 400, title: 'No device shows this code' },
  user_code_throttled: { status: 429, title: 'Too many codes of devices were wrong' },
  registration_throttled: { status: 429, title: 'Too many names were tried' },
  mail_throttled: { status: 429, title: 'Too many mails were asked for' },
  provider_unknown: { status: 404, title: 'There is no such provider here' },
  provider_unreachable: { status: 503, title: 'The provider cannot be asked' },
  provider_refused: { status: 403, title: 'The provider signed nobody in' },
  provider_answer_invalid: { status: 403, title: 'The answer of the provider is not to be believed' },
  provider_sign_in_over: { status: 410, title: 'No sign-in by a provider is under way in this browser' },
  provider_account_missing: { status: 403, title: 'No account here belongs to this sign-in' },
  email_sign_in_off: { status: 403, title: 'Nobody signs in by mail here' },
  email_sign_in_wrong: { status: 401, title: 'The code or the link of the mail is not the right one' },
  email_sign_in_over: { status: 410, title: 'No sign-in by mail is under way in this browser' },
  tool_server_unknown: { status: 404, title: 'No such server of tools takes a token of yours' },
  provider_link_refused: { status: 409, title: 'The provider is not joined or parted' },
  proof_over: { status: 410, title: 'Who you are must be shown anew' },
  administrator_needed: { status: 409, title: 'The only administrator stays' },
  audience_not_allowed: { status: 400, title: 'Tokens for this audience are not issued here' },
  origin_not_allowed: { status: 403, title: 'The request comes from another site' },
  client_not_native: { status: 403, title: 'This client gets no refresh token in the body' },
  body_token_refused: { status: 403, title: 'A refresh token in the body is not for this caller' },
  csrf_token_invalid: { status: 403, title: 'The page has not proved that it may use the session' },
  refresh_token_missing: { status: 401, title: 'No refresh token came' },
  refresh_token_invalid: { status: 401, title: 'The refresh token is not known' },
  refresh_token_expired: { status: 401, title: 'The refresh token has expired' },
  refresh_token_reused: { status: 401, title: 'The refresh token was used before; the session is ended' },
  session_unknown: { status: 404, title: 'The person has no such session' },
  session_ended: { status: 401, title: 'The session has ended' },
  token_request_invalid: { status: 400, title: 'The request for a token cannot be read in one way only' },
  client_invalid: { status: 401, title: 'The client has not proved who it is' },
  client_throttled: { status: 429, title: 'Too many failed proofs of a client' },
  client_not_allowed: { status: 400, title: 'The client may not get tokens in this way' },
  grant_type_unsupported: { status: 400, title: 'There is no such way to a token here' },
  organization_not_allowed: { status: 400, title: 'No tokens of this organisation' },
  scope_not_allowed: { status: 400, title: 'The client may not have this scope' },
  resource_not_allowed: { status: 400, title: 'The client gets no tokens for this API' },
  subject_token_invalid: { status: 400, title: 'This token cannot be exchanged' },
  dpop_proof_invalid: { status: 401, title: 'The DPoP proof is not good' },
  dpop_nonce_needed: { status: 401, title: 'The DPoP proof needs a nonce of the issuer' },
  response_type_unsupported: { status: 400, title: 'There is no such answer to a sign-in here' },
  device_pending: { status: 400, title: 'Nobody has allowed the device yet' },
  device_too_fast: { status: 400, title: 'The device asks too often' },
  device_denied: { status: 400, title: 'The person said no to the device' },
  device_expired: { status: 400, title: 'The code of the device is over' },
  client_registration_off: { status: 403, title: 'Apps do not register themselves here' },
  registration_token_invalid: {
    status: 401,
    bearer: 'invalid_token',
    title: 'The token does not allow this registration',
  },
  client_metadata_invalid: { status: 400, title: 'The app cannot be registered with this' },
  redirect_uri_invalid: { status: 400, title: 'An address of the app cannot be one' },
  software_statement_refused: { status: 400, title: 'Software statements are not taken' },
  authorization_request_invalid: { status: 400, title: 'The app’s request for a sign-in cannot be answered' },
  interaction_unknown: { status: 404, title: 'There is no such sign-in under way in this browser' },
  sign_in_needed: { status: 403, title: 'The person must sign in for this' },
  code_invalid: { status: 400, title: 'The authorization code is not good for this request' },
  code_reused: { status: 400, title: 'The authorization code was used before; the session is ended' },
} as const;

const control = {
  admin_required: { status: 403, title: 'Only an administrator may do this' },
  credential_mismatch: {
    status: 401,
    bearer: 'invalid_token',
    title: 'The credential was made for another request',
  },
  account_exists: { status: 409, title: 'An account of this name exists' },
  account_unknown: { status: 404, title: 'No such account' },
  client_exists: { status: 409, title: 'A client of this id exists' },
  client_unknown: { status: 404, title: 'No such client' },
  client_configured: { status: 409, title: 'The client belongs to the configuration' },
  client_public: { status: 409, title: 'A public client has no secret' },
  client_has_keys: { status: 409, title: 'The client proves itself by a key' },
  api_key_not_found: { status: 404, title: 'No such API key' },
  api_key_ended: { status: 409, title: 'The API key is over' },
  account_changed: { status: 412, title: 'Somebody changed the account meanwhile' },
  client_changed: { status: 412, title: 'Somebody changed the client meanwhile' },
  precondition_missing: { status: 428, title: 'The change must name what it changes' },
  reference_unknown: { status: 404, title: 'No request is recorded under this reference' },
  revocation_target_invalid: { status: 400, title: 'This is nothing that can be revoked' },
  group_unknown: { status: 404, title: 'No such group' },
  declaration_exists: { status: 409, title: 'It is declared already' },
  declaration_unknown: { status: 404, title: 'No such API, role or group' },
  declaration_configured: { status: 409, title: 'It belongs to the configuration' },
  declaration_changed: { status: 412, title: 'Somebody changed the declaration meanwhile' },
  declaration_invalid: { status: 400, title: 'The declaration does not fit' },
  configuration_changed: { status: 412, title: 'Somebody applied another configuration meanwhile' },
  configuration_refused: { status: 400, title: 'The configuration cannot be applied' },
  prompt_refused: { status: 400, title: 'The prompt cannot be taken as it is' },
  prompt_changed: { status: 409, title: 'Somebody changed the prompt meanwhile' },
  configuration_unknown: { status: 404, title: 'No such applied configuration' },
  model_provider_unknown: { status: 404, title: 'No such provider of models was added' },
  model_provider_refused: { status: 409, title: 'The provider of models cannot be added' },
  consent_unknown: { status: 404, title: 'The person agreed to nothing for this app' },
  organization_unknown: { status: 404, title: 'No such organisation' },
  organization_exists: { status: 409, title: 'The organisation exists already' },
  organization_changed: { status: 412, title: 'Somebody changed the organisation meanwhile' },
  member_unknown: { status: 404, title: 'The account is no member of the organisation' },
  member_exists: { status: 409, title: 'The account is a member already' },
  invitation_unknown: { status: 404, title: 'No such invitation' },
  invitation_limit: { status: 409, title: 'Too many invitations wait for an answer' },
  membership_limit: { status: 409, title: 'The account is in too many organisations' },
  signing_key_unknown: { status: 404, title: 'No such signing key' },
  signing_key_too_new: { status: 409, title: 'Not every verifier can know this key yet' },
  signing_key_in_use: { status: 409, title: 'The key is needed' },
  signing_keys_changed: { status: 409, title: 'Someone else changed the keys at the same time' },
  not_found: { status: 404, title: 'There is nothing at this address' },
} as const;

/** A store that the request needs does not answer, or not in time. Everything here is worth trying again. */
const store = {
  store_unavailable: { status: 503, title: 'The database does not answer' },
  outcome_unknown: { status: 503, title: 'Whether the change was kept is not known' },
} as const;

/** These end the process at start-up with exit code 1 (`status` is what a health check would say). */
const startup = {
  node_too_old: { status: 500, title: 'This Node.js is too old' },
  option_invalid: { status: 500, title: 'An option or environment variable has an impossible value' },
  port_taken: { status: 500, title: 'The port is in use' },
  data_folder_not_writable: { status: 500, title: 'The data folder cannot be written' },
  data_folder_in_use: { status: 500, title: 'Another Signet uses the data folder' },
  master_key_missing: { status: 500, title: 'The master key is missing' },
  master_key_wrong: { status: 500, title: 'The master key does not open the stored keys' },
  secret_unreadable: { status: 500, title: 'A secret that the configuration names cannot be read' },
  secret_exposed: { status: 500, title: 'Others can read the file of a secret' },
  database_too_new: { status: 500, title: 'The database was made by a newer Signet' },
  database_unreachable: { status: 500, title: 'The database cannot be reached' },
  redis_unreachable: { status: 500, title: 'Redis cannot be reached' },
  configuration_invalid: { status: 500, title: 'The configuration has errors' },
  certificate_unreadable: { status: 500, title: 'The certificate or its key cannot be read' },
  certificate_key_exposed: { status: 500, title: 'Everybody on this machine can read the certificate’s key' },
  certificate_key_mismatch: { status: 500, title: 'The key is not that of the certificate' },
  certificate_expired: { status: 500, title: 'The certificate is not valid now' },
  certificate_host_mismatch: { status: 500, title: 'The certificate is for other names' },
  places_unreadable: { status: 500, title: 'The database of places cannot be read' },
} as const;

export type GatewayCode = keyof typeof gateway;
export type IdentityCode = keyof typeof identity;
export type ControlCode = keyof typeof control;
export type StoreCode = keyof typeof store;
export type StartupCode = keyof typeof startup;
export type ErrorCode = VerdictCode | GatewayCode | IdentityCode | ControlCode | StoreCode | StartupCode;

export const errorCatalogue: Readonly<Record<ErrorCode, ErrorEntry>> = Object.freeze({
  ...token,
  ...gateway,
  ...identity,
  ...control,
  ...store,
  ...startup,
});

export const errorCodes: readonly ErrorCode[] = Object.freeze(Object.keys(errorCatalogue) as ErrorCode[]);

/** The codes that come from the token room, as opposed to those of the rooms around it. */
export function isVerdictCode(code: string): code is VerdictCode {
  return (verdictCodes as readonly string[]).includes(code);
}

function invalidToken(title: string): ErrorEntry {
  return { status: 401, bearer: 'invalid_token', title };
}
