import { inspectJws, openInspectionKeys } from '@signet/token/jws';
import { readGivenKeys } from '@signet/token/keys';
import { parseJsonObject } from '@signet/token/parse';
import { readSdJwt, type SdJwt } from '@signet/token/sd-jwt';
import { convertToken } from '@signet/token/serialisation';
import { refused, type Verdict, verified } from '@signet/token/verdict';
import { checkClaims } from '@signet/token/verify';
import { refusedBy } from './check-proof.ts';
import type { RefusalCode } from './check-signature.ts';
import type { Moment } from './profile-check.ts';

/** What the verifier asked the holder for (RFC 9901 §7.3). */
export interface BindingOptions {
  readonly bindingAudience?: string;
  readonly bindingNonce?: string;
}

export interface CheckedSelective {
  readonly read: SdJwt;
  /** What was asked for and found, or that nobody proved to be the holder. */
  readonly binding: 'proved' | 'missing' | 'none';
}

/** The SD-JWT in its compact form; undefined for a token that is none. */
export function selectiveForm(token: string): string | undefined {
  if (!token.startsWith('{')) return token.includes('~') ? token : undefined;
  const compact = convertToken(token, { to: 'compact' });
  return compact.verdict === 'verified' && compact.token.text.includes('~') ? compact.token.text : undefined;
}

/**
 * Disclosures and key binding of an SD-JWT whose issuer's signature stands (RFC 9901 §7): every disclosure is signed
 * for, and the key binding, where there is one, by the key that the issuer names in `cnf`.
 */
export async function checkSelective(
  compact: string,
  options: BindingOptions & Moment,
): Promise<Verdict<CheckedSelective, RefusalCode>> {
  const read = await readSdJwt(compact);
  if (read === undefined)
    return refused({ code: 'token_malformed', sentence: 'The SD-JWT has more disclosures than are read.' });
  const worst = read.findings.find(({ level }) => level === 'error');
  if (worst !== undefined) return refusedBy(worst);
  const { keyBinding, claims } = read;
  if (keyBinding === undefined)
    return refuseUnbound(options) ?? verified({ read, binding: hasKey(claims) ? 'missing' : 'none' });
  const binding = compact.slice(compact.lastIndexOf('~') + 1);
  const refusal = await refuseBinding(binding, claims, options);
  return refusal ?? verified({ read, binding: 'proved' });
}

/** Who asks for a holder's proof does not believe what comes without one, be it only for the ~ left out. */
export function refuseUnbound({
  bindingAudience,
  bindingNonce,
}: BindingOptions): Verdict<never, RefusalCode> | undefined {
  return bindingAudience === undefined && bindingNonce === undefined ? undefined : unbound();
}

async function refuseBinding(
  binding: string,
  claims: unknown,
  { bindingAudience, bindingNonce, now, clockSkew }: BindingOptions & Moment,
): Promise<Verdict<never, RefusalCode> | undefined> {
  const given = readGivenKeys(keyOf(claims));
  if (given.kind === 'refused')
    return refused({
      ...given.refusal,
      sentence: 'The issuer names no key of the holder (cnf.jwk) that can be read.',
    });
  const { verdict } = await inspectJws(binding, { keys: openInspectionKeys(given.key) });
  if (verdict.verdict === 'refused')
    return refused({
      ...verdict.refusal,
      sentence: `The key binding is refused: ${lower(verdict.refusal.sentence)}`,
    });
  const bound = parseJsonObject(verdict.token.payload, 'payload');
  if (bound.verdict === 'refused') return bound;
  if (bindingNonce !== undefined && bound.token['nonce'] !== bindingNonce) return otherNonce();
  const notAsked = 'not asked for';
  const checked = checkClaims(
    { ...bound.token, iss: notAsked, ...(bindingAudience === undefined ? { aud: notAsked } : {}) },
    { ...verdict.token.protectedHeader, alg: verdict.token.header.alg },
    {
      now,
      clockSkew,
      issuers: [notAsked],
      audiences: [bindingAudience ?? notAsked],
      type: 'kb+jwt',
      dangerouslyAllowNoExpiry: true,
    },
  );
  return checked.verdict === 'refused' ? checked : undefined;
}

function hasKey(claims: unknown): boolean {
  return keyOf(claims) !== undefined;
}

function keyOf(claims: unknown): unknown {
  const cnf = isRecord(claims) ? claims['cnf'] : undefined;
  return isRecord(cnf) ? cnf['jwk'] : undefined;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function unbound(): Verdict<never, RefusalCode> {
  return refused({
    code: 'claim_missing',
    sentence: 'The SD-JWT comes without a key binding token.',
    expected: 'a key binding token behind the last ~',
    actual: 'nothing',
    fix: 'Have the holder sign one for this audience and nonce.',
    rule: 'RFC 9901 §7.3',
  });
}

function otherNonce(): Verdict<never, RefusalCode> {
  return refused({
    code: 'claim_invalid',
    sentence: 'The key binding was made for another nonce.',
    member: 'nonce',
    expected: 'the nonce that was named',
    actual: 'another one',
    fix: 'Refuse it: it answers another request, or is an old one sent again.',
    rule: 'RFC 9901 §7.3',
  });
}

function lower(sentence: string): string {
  return sentence.charAt(0).toLowerCase() + sentence.slice(1);
}
