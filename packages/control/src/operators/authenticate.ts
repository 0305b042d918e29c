import { adminAudience, adminRole, type ErrorCode, refusal } from '@signet/contracts';
import { bearerToken } from '@signet/http';
import { refused, type Verdict, verified } from '@signet/token/verdict';
import type { VerifyAccessToken } from '../ports/index.ts';
import type { Admission } from './caller.ts';
import type { RequestHead } from './check-binding.ts';
import type { CheckOperator } from './check-operator.ts';

export type Authenticate = (
  authorization: string | undefined,
  request: RequestHead,
) => Promise<Verdict<Admission, ErrorCode>>;

/** Opens the admin API to an operator credential, or to an access token of an administrator. */
export function createAuthenticate(parts: {
  readonly issuer: string;
  readonly checkOperator: CheckOperator;
  readonly verifyAccessToken: VerifyAccessToken;
}): Authenticate {
  return async (authorization, request) => {
    const token = bearerToken(authorization);
    if (token === undefined) return refused(missing);
    const operator = await parts.checkOperator(token, request);
    if (operator.verdict === 'verified' || !notAnOperator.has(operator.refusal.code)) return operator;
    const access = await parts.verifyAccessToken(token, adminAudience(parts.issuer));
    if (access.verdict === 'refused') return access;
    const { sub, roles, scopes } = access.token;
    return roles.includes(adminRole)
      ? verified({ caller: { kind: 'administrator', sub, scopes } })
      : refused(notAdmin);
  };
}

/** With these it was no operator credential at all, so it is judged as an access token instead. */
const notAnOperator: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  'alg_none',
  'alg_not_pinned',
  'alg_unsupported',
  'key_unknown',
  'token_malformed',
]);

const missing = refusal('token_missing.admin_api');
const notAdmin = refusal('admin_required', { role: adminRole });
