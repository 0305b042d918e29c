import { parseJsonObject } from '@signet/token/parse';
import type { IntrospectedAcceptance } from './introspection-policy.ts';

/** `asked`: about this token its issuer is asked. `jwt`: it is one, and belongs to those whose keys are known. */
export type Whose = 'asked' | 'jwt';

/** Enough to read an `iss` in, and no work for a stranger's sake beyond that. */
const maxValues = 1_000;

/**
 * No token of one issuer is shown to another: whatever could be a JWT, whole or in part, goes to nobody, unless it names the
 * issuer and the operator says that its tokens are JWTs.
 */
export function whoseToAnswer(compact: string, { policy }: IntrospectedAcceptance): Whose {
  const [head = '', payload = ''] = compact.split('.', 2);
  if (objectIn(head) === undefined) return 'asked';
  return policy.jwts && objectIn(payload)?.['iss'] === policy.issuer ? 'asked' : 'jwt';
}

/** A header may also stand alone, or be cut off: then it begins like one (`{"`, in base64url). */
function objectIn(part: string): Readonly<Record<string, unknown>> | undefined {
  const bytes = Buffer.from(part, 'base64url');
  const read = parseJsonObject(bytes, 'payload', { maxValues });
  if (read.verdict === 'verified') return read.token;
  return bytes.toString('latin1').trimStart().startsWith('{"') ? nothing : undefined;
}

const nothing = Object.freeze({});
