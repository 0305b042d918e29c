import { type ErrorCode, operatorCredential } from '@signet/contracts';
import type { Refusal } from '@signet/token/verdict';
import type { Claims } from '@signet/token/verify';

/** A request of which the head has been read. */
export interface RequestHead {
  readonly method: string;
  /** Path and query as they came, undecoded. */
  readonly target: string;
}

/**
 * Why a credential is not one for this request; `undefined` when it is, as far as the head tells. Of the body only the
 * promise is known here, which must be kept before anything is done.
 */
export function refuseBinding(
  claims: Claims,
  { method, target }: RequestHead,
): Refusal<ErrorCode> | undefined {
  if (claims['ver'] !== operatorCredential.version) return otherVersion(claims['ver']);
  if (claims['htm'] !== method) return mismatch('htm', 'method', method);
  if (claims['target'] !== target) return mismatch('target', 'address', pathOf(target));
  if (typeof claims['body'] !== 'string') return otherBody;
  return undefined;
}

/** Without the query, which may hold what is no record's business. */
function pathOf(target: string): string {
  return target.replace(/\?.*$/s, '').slice(0, 200);
}

/** For a body that is another than the credential was made for; does not say what stands in it. */
export const otherBody: Refusal<ErrorCode> = {
  code: 'credential_mismatch',
  sentence: 'The operator credential was made for another body.',
  expected: 'the body that the credential was made for',
  actual: 'another',
  member: 'body',
  fix: 'Run the command again.',
  rule: 'RFC 9449 §4.3',
};

function otherVersion(version: unknown): Refusal<ErrorCode> {
  return {
    code: 'credential_mismatch',
    sentence: 'The operator credential is of another version than this server takes.',
    expected: `version ${operatorCredential.version}, which is made for one request`,
    actual: typeof version === 'number' ? `version ${version}` : 'version 1, which is good for any request',
    member: 'ver',
    fix: 'Use the signet command that belongs to the server.',
  };
}

function mismatch(member: string, what: string, actual: string): Refusal<ErrorCode> {
  return {
    code: 'credential_mismatch',
    sentence: `The operator credential was made for another ${what}.`,
    expected: `the ${what} that the credential was made for`,
    actual,
    member,
    fix: 'Run the command again.',
    rule: 'RFC 9449 §4.3',
  };
}
