import { operatorCredential, refusal, type SignetRefusal } from '@signet/contracts';
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
export function refuseBinding(claims: Claims, { method, target }: RequestHead): SignetRefusal | undefined {
  if (claims['ver'] !== operatorCredential.version) return otherVersion(claims['ver']);
  if (claims['htm'] !== method) return refusal('credential_mismatch.method', { came: method });
  if (claims['target'] !== target) return refusal('credential_mismatch.address', { came: pathOf(target) });
  if (typeof claims['body'] !== 'string') return otherBody;
  return undefined;
}

/** Without the query, which may hold what is no record's business. */
function pathOf(target: string): string {
  return target.replace(/\?.*$/s, '').slice(0, 200);
}

/** For a body that is another than the credential was made for; does not say what stands in it. */
export const otherBody: SignetRefusal = refusal('credential_mismatch.body');

function otherVersion(version: unknown): SignetRefusal {
  const { version: taken } = operatorCredential;
  return typeof version === 'number'
    ? refusal('credential_mismatch.version', { taken, came: version })
    : refusal('credential_mismatch.first_version', { taken });
}
