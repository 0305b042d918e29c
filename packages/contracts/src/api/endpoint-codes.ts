import { type ErrorCode, errorCodes, isVerdictCode } from '../errors/catalogue.ts';

/** Any request may be answered so: what is no HTTP, or lies in no server's power. */
export const anywhere: readonly ErrorCode[] = [
  'request_malformed',
  'header_too_large',
  'token_ambiguous',
  'request_timeout',
  'internal_error',
];

/** Where something is read or kept. */
export const stored: readonly ErrorCode[] = [...anywhere, 'store_unavailable', 'overloaded'];

/** Where a body is read, and a change made that may have been kept or not. */
export const changing: readonly ErrorCode[] = ['request_invalid', 'body_too_large', 'outcome_unknown'];

/** Where an access token may come. */
export const withToken: readonly ErrorCode[] = [...errorCodes.filter(isVerdictCode), 'token_bound'];

/** The admin API before anything else: the token, and whose it is. */
export const administrators: readonly ErrorCode[] = [
  ...stored,
  ...withToken,
  'token_missing',
  'token_revoked',
  'admin_required',
  'credential_mismatch',
];

/** `/auth`, which no other site's page may use. */
export const ownSite: readonly ErrorCode[] = [...stored, ...changing, 'origin_not_allowed'];

/** What is a person's own, behind the access token that their sign-in gave. */
export const ofPerson: readonly ErrorCode[] = [
  ...withToken,
  'token_missing',
  'token_revoked',
  'sign_in_needed',
];

/** Where a person shows once more who they are: by the password, and their second factor, or in place of it. */
export const freshly: readonly ErrorCode[] = [
  'credentials_invalid',
  'proof_over',
  'email_sign_in_wrong',
  'provider_refused',
  'provider_answer_invalid',
  'provider_unreachable',
  'login_throttled',
  'second_factor_required',
  'second_factor_wrong',
  'passkey_refused',
  'second_factor_throttled',
];

/** Where whoever must add an authenticator app adds it by signing in. */
export const enrolling: readonly ErrorCode[] = [
  'factor_enrolment_required',
  'factor_enrolment_over',
  'factor_exists',
];

/** What is wrong with a sign-in by mail. */
export const ofEmail: readonly ErrorCode[] = [
  'email_sign_in_off',
  'email_sign_in_wrong',
  'email_sign_in_over',
];

/** What another provider came back with. */
export const ofProvider: readonly ErrorCode[] = [
  'provider_sign_in_over',
  'provider_refused',
  'provider_answer_invalid',
  'provider_unreachable',
];

/** Where a refresh token may come. */
export const refreshToken: readonly ErrorCode[] = [
  'refresh_token_missing',
  'refresh_token_invalid',
  'refresh_token_expired',
  'refresh_token_reused',
  'session_ended',
];

/** Where an app on a device asks for itself. */
export const nativeApp: readonly ErrorCode[] = ['client_not_native', 'body_token_refused'];

/** Where it may prove a key, or has to. */
export const provingKey: readonly ErrorCode[] = ['dpop_proof_invalid', 'dpop_nonce_needed'];

/** Where a client proves itself and asks about a token. */
export const tokenQuestion: readonly ErrorCode[] = [
  'body_too_large',
  'token_request_invalid',
  'client_invalid',
  'client_throttled',
  'resource_not_allowed',
];

/** Where an access token may come in a cookie. */
export const byCookie: readonly ErrorCode[] = ['csrf_token_invalid'];

/** Where an app registers itself, or speaks of what it registered. */
export const selfRegistration: readonly ErrorCode[] = [
  'client_registration_off',
  'registration_token_invalid',
  'client_metadata_invalid',
  'redirect_uri_invalid',
  'software_statement_refused',
];

/** Where an administrator changes what the gateways follow. */
export const publishing: readonly ErrorCode[] = [
  ...administrators,
  ...changing,
  'scope_missing',
  'precondition_missing',
  'configuration_changed',
  'configuration_refused',
];
