import { toValue } from '@signet/token/json';
import { inspectJws, openInspectionKeys } from '@signet/token/jws';
import { readGivenKeys } from '@signet/token/keys';
import { readSdJwt, type SdJwt } from '@signet/token/sd-jwt';

/** An SD-JWT with what was found out about its holder. */
export interface SdJwtView {
  readonly sdJwt: SdJwt;
  /** Whether the key binding token was signed with the key that the issuer's token names; absent without one. */
  readonly binding?: 'signed' | 'unsigned' | 'unchecked';
}

/** Takes the disclosures of an SD-JWT apart. Undefined for a text that is none. */
export async function readInside(text: string): Promise<SdJwtView | undefined> {
  const sdJwt = await readSdJwt(text);
  if (sdJwt === undefined) return undefined;
  const { keyBinding } = sdJwt;
  if (keyBinding === undefined) return { sdJwt };
  return { sdJwt, binding: await checkBinding(sdJwt, keyBinding.token.token) };
}

/** RFC 9901 §7.3: by the key in the issuer's `cnf` (RFC 7800), never by one that the token brings itself. */
async function checkBinding({ token }: SdJwt, binding: string): Promise<NonNullable<SdJwtView['binding']>> {
  const payload = token.segments.find(({ role }) => role === 'payload')?.content;
  const claims = payload?.kind === 'json' ? toValue(payload.root) : undefined;
  const keys = readGivenKeys(memberOf(memberOf(claims, 'cnf'), 'jwk'));
  if (keys.kind === 'refused') return 'unchecked';
  const { verdict } = await inspectJws(binding, { keys: openInspectionKeys(keys.key) });
  return verdict.verdict === 'verified' ? 'signed' : 'unsigned';
}

function memberOf(value: unknown, name: string): unknown {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, name)) return undefined;
  return (value as Readonly<Record<string, unknown>>)[name];
}
