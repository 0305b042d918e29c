import { adminAudience, adminRole, type ErrorCode } from '@signet/contracts';
import { bearerToken } from '@signet/http';
import { type Refusal, refused, type Verdict, verified } from '@signet/token/verdict';
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
    const { sub, roles } = access.token;
    return roles.includes(adminRole)
      ? verified({ caller: { kind: 'administrator', sub } })
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

const missing: Refusal<ErrorCode> = {
  code: 'token_missing',
  sentence: 'The admin API needs a token and none came.',
  expected: 'Authorization: Bearer with an access token of an administrator',
  fix: 'Use the signet command, or sign in as an administrator for the audience of the admin API.',
};

const notAdmin: Refusal<ErrorCode> = {
  code: 'admin_required',
  sentence: 'The account is not an administrator.',
  expected: `the role ${adminRole}`,
  fix: 'Sign in as an administrator.',
};
