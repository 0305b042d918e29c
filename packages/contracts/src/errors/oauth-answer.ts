import { type ErrorCode, errorCatalogue } from './catalogue.ts';
import { quotable } from './problem-answer.ts';
import type { AnswerRefusal } from './refusal-answers.ts';

/** The `error` of RFC 6749 §5.2 and RFC 8707 §2 for the codes that are about a request for a token. */
const oauthErrors: Partial<Record<ErrorCode, string>> = {
  token_request_invalid: 'invalid_request',
  client_invalid: 'invalid_client',
  client_throttled: 'invalid_client',
  client_not_allowed: 'unauthorized_client',
  response_type_unsupported: 'unsupported_response_type',
  client_metadata_invalid: 'invalid_client_metadata',
  redirect_uri_invalid: 'invalid_redirect_uri',
  software_statement_refused: 'unapproved_software_statement',
  device_pending: 'authorization_pending',
  device_too_fast: 'slow_down',
  device_denied: 'access_denied',
  device_expired: 'expired_token',
  dpop_proof_invalid: 'invalid_dpop_proof',
  dpop_nonce_needed: 'use_dpop_nonce',
  grant_type_unsupported: 'unsupported_grant_type',
  scope_not_allowed: 'invalid_scope',
  resource_not_allowed: 'invalid_target',
  organization_not_allowed: 'invalid_grant',
  code_invalid: 'invalid_grant',
  code_reused: 'invalid_grant',
  refresh_token_invalid: 'invalid_grant',
  refresh_token_expired: 'invalid_grant',
  refresh_token_reused: 'invalid_grant',
  session_ended: 'invalid_grant',
  account_disabled: 'invalid_grant',
  audience_not_allowed: 'invalid_grant',
};

/** Any code has one: what RFC 6749 has no word for is said in those of its §4.1.2.1. */
export function oauthError(code: ErrorCode): string {
  const { status } = errorCatalogue[code];
  if (status === 503) return 'temporarily_unavailable';
  return oauthErrors[code] ?? (status < 500 ? 'invalid_request' : 'server_error');
}

/**
 * Answers refusals as clients of OAuth read them (RFC 6749 §5.2): JSON with `error` and, beside it, all that a problem
 * document says. A client that has not proved itself is asked for Basic.
 */
export function asOAuth(answerRefusal: AnswerRefusal, realm: string): AnswerRefusal {
  return (refusal, request, retryAfter) => {
    const answer = answerRefusal(refusal, request, retryAfter);
    const { 'www-authenticate': _bearer, ...headers } = answer.headers;
    const problem: { readonly type: string } = JSON.parse(answer.body);
    const error = oauthError(refusal.code);
    // RFC 6749 §5.2: only a client that has not proved itself is answered 401.
    const status = answer.status === 401 && error !== 'invalid_client' ? 400 : answer.status;
    const body = {
      error,
      error_description: quotable(refusal.sentence),
      error_uri: problem.type,
      ...problem,
      status,
    };
    return {
      ...answer,
      status,
      headers: {
        ...headers,
        'content-type': 'application/json',
        ...(status === 401 ? { 'www-authenticate': `Basic realm="${quotable(realm)}"` } : {}),
      },
      body: JSON.stringify(body),
    };
  };
}
