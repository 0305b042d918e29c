import { inspectJws, openInspectionKeys } from '@signet/token/jws';
import { givenKeysOf, thumbprint } from '@signet/token/keys';
import type { Finding } from '@signet/token/lint';
import { parseToken } from '@signet/token/parse';
import { checkProfile, keyOfProof, type ProofKey } from '@signet/token/profiles';
import { type Refused, refused, type Verdict, verified } from '@signet/token/verdict';
import type { Claims, JoseHeader } from '@signet/token/verify';
import type { RefusalCode } from './check-signature.ts';
import type { Moment } from './profile-check.ts';

/** The request that a DPoP proof came with, as far as it is known. */
export interface ProvedRequest extends Moment {
  readonly accessToken: string;
  /** What the signature of the access token vouches for; absent where its payload is no claims set. */
  readonly claims: Claims | undefined;
  readonly method?: string;
  readonly url?: string;
  readonly nonce?: string;
}

/**
 * A DPoP proof beside an access token whose signature stands (RFC 9449 §4.3): signed by the key inside it, which the
 * access token names (`cnf.jkt`), and made for this token and this request.
 */
export async function checkProof(
  proof: string,
  request: ProvedRequest,
): Promise<Verdict<JoseHeader, RefusalCode>> {
  const parsed = parseToken(proof);
  const own = keyOfProof(parsed);
  const given = own && givenKeysOf(own);
  if (own === undefined || given?.kind !== 'key') return withoutKey();
  const { header, verdict } = await inspectJws(proof, { keys: openInspectionKeys(given.key) });
  if (verdict.verdict === 'refused')
    return refused({ ...verdict.refusal, sentence: about(verdict.refusal.sentence) });
  const { claims, ...expected } = request;
  const findings = await checkProfile(parsed, 'dpop-proof', expected);
  const worst = findings.find(({ level }) => level === 'error');
  if (worst !== undefined) return refusedBy(worst);
  if (!(await isBoundTo(own, claims))) return boundElsewhere();
  return verified(header ?? verdict.token.header);
}

/** The first error among findings, as the refusal that it is reason for. */
export function refusedBy({ sentence, fix, reference, member }: Finding): Verdict<never, RefusalCode> {
  return refused({
    code: 'claim_invalid',
    sentence,
    fix,
    rule: reference,
    ...(member === undefined ? {} : { member }),
  });
}

/** By the verified claims: the profile reads the text of the token as tolerantly as it reads any. */
async function isBoundTo({ jwk }: ProofKey, claims: Claims | undefined): Promise<boolean> {
  const cnf = claims?.['cnf'];
  if (typeof cnf !== 'object' || cnf === null || !('jkt' in cnf)) return false;
  const { jkt } = cnf;
  return jkt === (await thumbprint(jwk));
}

function boundElsewhere(): Verdict<never, RefusalCode> {
  return refused({
    code: 'claim_invalid',
    sentence: 'The access token is not bound to the key of the DPoP proof.',
    member: 'cnf',
    expected: 'cnf.jkt with the thumbprint of the key in the proof',
    fix: 'Refuse the token: somebody else may be using it.',
    rule: 'RFC 9449 §6.1',
  });
}

/** The refusal of what brings no key that its signature could be held against. */
export function withoutKey(): Refused<RefusalCode> {
  return refused({
    code: 'token_malformed',
    sentence: 'The DPoP proof is refused: it does not bring a public key that can be read.',
    member: 'jwk',
    expected: 'a token of type dpop+jwt with jwk in its header',
    fix: 'Give the file with the proof, which is the value of the DPoP header of the request.',
    rule: 'RFC 9449 §4.2',
  });
}

function about(sentence: string): string {
  return `The DPoP proof is refused: ${sentence.charAt(0).toLowerCase()}${sentence.slice(1)}`;
}
