import { decodeUtf8 } from '@signet/token/parse';
import { profileOf } from '@signet/token/profiles';
import { refused, type Verdict, verified } from '@signet/token/verdict';
import type { Claims } from '@signet/token/verify';
import { answer, type CommonOptions, type Context } from '../../context.ts';
import type { ExitCode } from '../../failure.ts';
import { readBytes, readTextFile } from '../../input/read-file.ts';
import { readToken, type TokenSource } from '../../input/read-token.ts';
import { readKeyText } from '../../keys/read-key-text.ts';
import { refusedText, verifiedText } from '../../terminal/print-verdict.ts';
import type { Believed } from '../../verification/believed.ts';
import { checkProof, refusedBy } from '../../verification/check-proof.ts';
import {
  type BindingOptions,
  checkSelective,
  refuseUnbound,
  selectiveForm,
} from '../../verification/check-selective.ts';
import {
  type CheckedSignature,
  type CheckOptions,
  checkSignature,
  type RefusalCode,
} from '../../verification/check-signature.ts';
import { claimsOf } from '../../verification/claims-of.ts';
import { type Moment, type ProfileOptions, profileFindings } from '../../verification/profile-check.ts';
import { bringsItsKey, requireKey, requireRequest } from '../../verification/proof-alone.ts';
import { refuseClaims } from '../../verification/refuse-claims.ts';
import { refuseIdle } from '../../verification/refuse-idle.ts';
import { uncheckedOf } from '../../verification/unchecked.ts';
import { whatWasSigned } from '../../verification/what-was-signed.ts';
import { instantOf, parseSkew } from './time-option.ts';

export interface VerifyOptions
  extends CommonOptions,
    TokenSource,
    CheckOptions,
    ProfileOptions,
    BindingOptions {
  readonly key?: string;
  readonly type?: string;
  readonly at?: string;
  readonly skew?: string;
  /** A file with the payload of a detached token. */
  readonly payload?: string;
  /** A file with the DPoP proof that came with the token. */
  readonly dpop?: string;
}

/** May this token be believed, by this key and these expectations? What was not asked for is named as not checked. */
export async function verify(
  context: Context,
  argument: string | undefined,
  options: VerifyOptions,
): Promise<ExitCode> {
  refuseIdle(options);
  const named = bringsItsKey(options) ? undefined : await readKeyText(context, options);
  const moment = { now: instantOf(options.at, context.clock), clockSkew: parseSkew(options.skew) };
  const detached = options.payload === undefined ? {} : { detached: await readDetached(options.payload) };
  const token = await readToken(context, argument, options);
  const reading = named ?? requireKey(token);
  const selective = selectiveForm(token);
  const issued = selective?.split('~', 1)[0] ?? token;
  const signature = await checkSignature(issued, reading, { ...options, ...detached });
  const verdict =
    signature.verdict === 'refused'
      ? signature
      : await judge(signature.token, { token: issued, selective }, options, moment);
  answer(context, options, verdictValue(verdict), () =>
    verdict.verdict === 'refused'
      ? refusedText(verdict.refusal, context.paint, context.terminal.width)
      : verifiedText(verdict.token, moment.now, context),
  );
  return verdict.verdict === 'verified' ? 0 : 1;
}

/** As text where it is text; other bytes as base64url, which the verifier takes as well. */
async function readDetached(file: string): Promise<string> {
  const bytes = await readBytes(file);
  return decodeUtf8(bytes) ?? Buffer.from(bytes).toString('base64url');
}

interface Presented {
  readonly token: string;
  readonly selective: string | undefined;
}

type Step<Token> = Verdict<Token, RefusalCode>;

/** In this order: disclosures, claims, the rules of its kind, and the proof that came along. */
async function judge(
  signature: CheckedSignature,
  { token, selective }: Presented,
  options: VerifyOptions,
  moment: Moment,
): Promise<Step<Believed>> {
  const opened =
    selective === undefined
      ? refuseUnbound(options)
      : await checkSelective(selective, { ...options, ...moment });
  if (opened?.verdict === 'refused') return opened;
  const claims = claimsOf(signature, opened?.token, options);
  if (claims.verdict === 'refused') return claims;
  const asked = claims.token ?? (options.type === undefined ? undefined : {});
  const refusal = asked && refuseClaims(asked, signature.signedHeader, { ...options, ...moment });
  if (refusal !== undefined) return refusal;
  const signed = whatWasSigned(signature);
  const { profile, findings } = await profileFindings(signed, options, moment);
  if (options.profile !== undefined && profile === undefined) return ofNoKnownKind();
  const worst = findings.find(({ level }) => level === 'error');
  if (worst !== undefined) return refusedBy(worst);
  requireRequest(profile, options);
  const request = { ...options, ...moment, claims: claims.token };
  const proof = options.dpop === undefined ? undefined : await proved(token, options.dpop, request);
  if (proof?.verdict === 'refused') return proof;
  return verified({
    ...signature,
    ...(claims.token === undefined ? {} : { claims: claims.token }),
    ...(opened === undefined ? {} : { selective: opened.token }),
    findings,
    unchecked: uncheckedOf(
      { profile: profile ?? profileOf(signed, moment.now), claims: claims.token, selective: opened?.token },
      options,
    ),
  });
}

async function proved(
  token: string,
  file: string,
  {
    method,
    url,
    nonce,
    profile,
    claims,
    now,
    clockSkew,
  }: ProfileOptions & Moment & { claims: Claims | undefined },
): Promise<Step<unknown>> {
  return checkProof((await readTextFile(file)).trim(), {
    now,
    clockSkew,
    accessToken: token,
    claims,
    ...(method === undefined ? {} : { method }),
    ...(url === undefined ? {} : { url }),
    ...(nonce === undefined || profile !== undefined ? {} : { nonce }),
  });
}

/** A token that could choose to be held against no rules at all would pass by all of them. */
function ofNoKnownKind(): Step<never> {
  return refused({
    code: 'claim_invalid',
    sentence: 'By its own account the token is of no kind whose rules are known here.',
    member: 'typ',
    fix: 'Name the profile that you expect, or leave --profile out.',
    rule: 'RFC 8725 §3.11',
  });
}

function verdictValue(verdict: Step<Believed>): object {
  if (verdict.verdict === 'refused') return verdict;
  const { header, claims, payload, algorithm, kid, unchecked, findings, warnings, selective } = verdict.token;
  return {
    verdict: 'verified',
    algorithm,
    kid,
    unchecked,
    warnings,
    findings,
    header,
    ...(claims === undefined
      ? { payloadBytes: Buffer.from(payload).toString('base64url') }
      : { payload: claims }),
    ...(selective === undefined
      ? {}
      : { disclosed: selective.read.disclosures.map(({ path }) => path), binding: selective.binding }),
  };
}
