import { decodeUtf8, parseJsonObject } from '@signet/token/parse';
import { profileOf, uncheckedOfProof } from '@signet/token/profiles';
import { refused, type Verdict, verified } from '@signet/token/verdict';
import { type Claims, checkClaims } from '@signet/token/verify';
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
  type CheckedSelective,
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
import { type Moment, type ProfileOptions, profileFindings } from '../../verification/profile-check.ts';
import { bringsItsKey, requireKey, requireRequest } from '../../verification/proof-alone.ts';
import { readAudienceClaim } from '../../verification/read-audience-claim.ts';
import { refuseIdle } from '../../verification/refuse-idle.ts';
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
  const refusal = asked && refuseClaims(asked, signature, options, moment);
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
    // A proof names neither issuer nor audience; that it is for a certain request is what it says (RFC 9449 §4.3).
    unchecked:
      (profile ?? profileOf(signed, moment.now)) === 'dpop-proof'
        ? uncheckedOfProof({ ...options, accessToken: options.accessTokenFile })
        : uncheckedOf(claims.token, opened?.token, options),
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

/**
 * The claims, or undefined for a payload that is none and of which nothing was asked. With `b64: false` it is none
 * whatever it looks like (RFC 7797 §7).
 */
function claimsOf(
  { payload, isEncoded }: CheckedSignature,
  selective: CheckedSelective | undefined,
  { issuer, audience }: VerifyOptions,
): Step<Claims | undefined> {
  const isAsked = issuer !== undefined || audience !== undefined;
  const isClaims = isEncoded && decodeUtf8(payload)?.trimStart().startsWith('{') === true;
  if (!isClaims && !isAsked) return verified(undefined);
  if (!isEncoded) return notClaims();
  const parsed = parseJsonObject(payload, 'payload');
  if (parsed.verdict === 'refused' || selective === undefined) return parsed;
  return verified(selective.read.claims as Claims);
}

function notClaims(): Step<never> {
  return refused({
    code: 'crit_unknown',
    sentence: 'The signature stands, but a token with b64: false has no claims.',
    member: 'b64',
    fix: 'Have the issuer sign without b64, or ask for neither issuer nor audience.',
    rule: 'RFC 7797 §7',
  });
}

/** Fills what was not asked for with a stand-in on both sides, so that the one order of checks stays the same. */
function refuseClaims(
  claims: Claims,
  { signedHeader }: CheckedSignature,
  { issuer, audience, audienceClaim, type }: VerifyOptions,
  moment: Moment,
): Step<never> | undefined {
  // Its own issuer passes where none is asked for: what a refusal advises depends on whose token it is.
  const iss = issuer ?? (typeof claims['iss'] === 'string' ? claims['iss'] : notAsked);
  const asked: Claims = {
    ...claims,
    ...(issuer === undefined ? { iss } : {}),
    ...(audience === undefined ? { aud: notAsked } : {}),
  };
  const checked = checkClaims(asked, signedHeader as Parameters<typeof checkClaims>[1], {
    ...moment,
    issuers: [iss],
    audiences: [audience ?? notAsked],
    ...readAudienceClaim(audienceClaim, audience),
    ...(type === undefined ? {} : { type }),
    dangerouslyAllowNoExpiry: true,
  });
  return checked.verdict === 'refused' ? checked : undefined;
}

const notAsked = 'not asked for';

function uncheckedOf(
  claims: Claims | undefined,
  selective: CheckedSelective | undefined,
  options: VerifyOptions,
): readonly string[] {
  const names = (['issuer', 'audience'] as const).filter((name) => options[name] === undefined);
  if (claims === undefined) return [...names, 'times'];
  return [
    ...names,
    ...('exp' in claims ? [] : ['expiry']),
    ...(selective?.binding === 'missing' ? ['holder'] : []),
    ...(selective?.binding === 'proved'
      ? (['bindingAudience', 'bindingNonce'] as const).filter((name) => options[name] === undefined)
      : []),
    ...(options.dpop === undefined
      ? []
      : (['method', 'url'] as const).filter((name) => options[name] === undefined)),
    ...(isBound(claims) && options.dpop === undefined && selective === undefined ? ['dpop'] : []),
  ];
}

/** RFC 9449 §6.1: whoever holds the token alone must not be believed. */
function isBound({ cnf }: Claims): boolean {
  return typeof cnf === 'object' && cnf !== null && 'jkt' in cnf;
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
