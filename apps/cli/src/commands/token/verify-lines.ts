import {
  type InspectedJws,
  type InspectionKeys,
  inspectToken,
  openInspectionKeys,
  type TokenInspection,
  type TokenPolicy,
} from '@signet/token/jws';
import { type KeyResult, readGivenKeys } from '@signet/token/keys';
import { claimsOfProof, profileOf } from '@signet/token/profiles';
import type { Claims } from '@signet/token/verify';
import type { Context } from '../../context.ts';
import { answerLines } from '../../jsonl/answer-lines.ts';
import { KeyCache } from '../../jsonl/key-cache.ts';
import {
  answerOrSayWhy,
  type LineAnswer,
  LineProblem,
  optionalText,
  type Question,
  reasonOf,
  warningsOf,
} from '../../jsonl/line-answer.ts';
import { longestLine } from '../../jsonl/read-lines.ts';
import { checkedOf } from '../../verification/check-signature.ts';
import { claimsOf } from '../../verification/claims-of.ts';
import { refuseBesideLines } from '../../verification/refuse-beside-lines.ts';
import { type AskedOfClaims, refuseClaims } from '../../verification/refuse-claims.ts';
import { uncheckedOf } from '../../verification/unchecked.ts';
import { whatWasSigned } from '../../verification/what-was-signed.ts';

/** What a line gives, and may ask for. */
export const verifyMembers: string = 'id, token, key; alg, payload, at, checks, issuer, audience';

/**
 * Says of each token on standard input whether its signature, and unless told otherwise its times, hold under
 * the key of its line. For auditing: weak keys are taken and named in `warnings`.
 */
export async function verifyLines(
  { terminal, clock }: Context,
  argument: string | undefined,
  options: Readonly<Record<string, unknown>>,
): Promise<void> {
  refuseBesideLines(argument, options, verifyMembers);
  const keys = new KeyCache(openKeys);
  await answerLines(terminal, async (line) => {
    let claimsText: string | undefined;
    const answer = await answerOrSayWhy(line, async (question) => {
      const opened = keys.get(question.key);
      if (opened.kind === 'refused') return refusedKey(question, opened.refusal);
      const policy = { ...readPolicy(question, clock), keys: opened.key };
      const asked = readAsked(question, policy);
      const inspection = await inspectToken(question.token, policy);
      claimsText = inspection.claimsText;
      return answerOf(question, { ...policy, asked }, { ...inspection, verdict: judge(inspection, asked) });
    });
    return withClaims(answer, claimsText);
  });
}

function openKeys(key: unknown): KeyResult<InspectionKeys> {
  const given = readGivenKeys(key);
  return given.kind === 'key' ? { kind: 'key', key: openInspectionKeys(given.key) } : given;
}

function readPolicy(question: Question, clock: () => number): Omit<TokenPolicy, 'keys'> {
  const algorithm = optionalText(question, 'alg');
  const payload = optionalText(question, 'payload');
  const checks = optionalText(question, 'checks') ?? 'all';
  if (checks !== 'all' && checks !== 'signature')
    throw new LineProblem('The member checks is neither all nor signature.', question.id);
  return {
    checks,
    now: readInstant(question) ?? Math.floor(clock() / 1000),
    maxBytes: longestLine,
    ...(algorithm === undefined ? {} : { algorithm }),
    ...(payload === undefined ? {} : { payload }),
  };
}

/** Seconds since the epoch, as a number or in ISO 8601. */
function readInstant({ id, members }: Question): number | undefined {
  const { at } = members;
  if (at === undefined || (typeof at === 'number' && Number.isFinite(at))) return at;
  const isDate = typeof at === 'string' && /^\d{4}-\d\d-\d\d/.test(at);
  const seconds = isDate
    ? Date.parse(at) / 1000
    : Number(at === '' || typeof at !== 'string' ? Number.NaN : at);
  if (Number.isFinite(seconds)) return seconds;
  throw new LineProblem('The member at is no time: seconds since 1970 or ISO 8601.', id);
}

/** @throws LineProblem where the line asks for claims and for the signature alone */
function readAsked(question: Question, { checks, now }: Pick<TokenPolicy, 'checks' | 'now'>): AskedOfClaims {
  const issuer = optionalText(question, 'issuer');
  const audience = optionalText(question, 'audience');
  const isAsked = issuer !== undefined || audience !== undefined;
  if (checks === 'signature' && isAsked)
    throw new LineProblem('With checks: signature neither issuer nor audience is checked.', question.id);
  return {
    now,
    clockSkew: 0,
    ...(issuer === undefined ? {} : { issuer }),
    ...(audience === undefined ? {} : { audience }),
  };
}

/** What the line expects of the claims, of a token whose signature stands; in the order in which `verify` says it. */
function judge({ verdict, jws }: TokenInspection, asked: AskedOfClaims): TokenInspection['verdict'] {
  if (jws === undefined || (asked.issuer === undefined && asked.audience === undefined)) return verdict;
  const claims = claimsOf(jws, undefined, asked);
  if (claims.verdict === 'refused') return claims;
  return refuseClaims(claims.token ?? {}, jws.protectedHeader, asked) ?? verdict;
}

interface Judged extends Pick<TokenPolicy, 'checks' | 'now'> {
  readonly asked: AskedOfClaims;
}

/** As `verify --json` names it. */
function uncheckedIn(
  jws: InspectedJws,
  claims: Claims | undefined,
  { checks, now, asked }: Judged,
): readonly string[] {
  if (checks === 'signature') return uncheckedOf({ claims: undefined }, asked);
  const profile = profileOf(whatWasSigned(checkedOf(jws)), now);
  return uncheckedOf({ profile, claims }, asked);
}

function answerOf(
  { id }: Question,
  judged: Judged,
  { verdict, header, claims, jws: read }: TokenInspection,
): LineAnswer {
  const about = { alg: header?.alg, ...(header === undefined ? {} : { header }) };
  const warnings = warningsOf(read?.warnings);
  if (verdict.verdict === 'refused') {
    const { refusal } = verdict;
    return { id, valid: false, code: refusal.code, reason: reasonOf(refusal), ...about, ...warnings };
  }
  const jws = verdict.token;
  const times = judged.checks === 'all' && claims !== undefined ? ', and so do the times' : '';
  const weak = jws.warnings.map((warning) => ` ${warning}`).join('');
  const unchecked = uncheckedIn(jws, claims, judged);
  const beyond = unchecked.length === 0 ? '' : ` Not checked: ${unchecked.map(nameOf).join(', ')}.`;
  const reason = `The ${jws.header.alg} signature holds${times}.${weak}${beyond}`;
  return { id, valid: true, code: 'verified', reason, ...about, unchecked, ...warnings };
}

/** Of a proof, the claim that would say so. */
function nameOf(unchecked: string): string {
  const claims: Readonly<Record<string, string>> = claimsOfProof;
  return claims[unchecked] ?? unchecked;
}

function refusedKey(
  { id }: Question,
  refusal: { readonly code: string; readonly sentence: string },
): LineAnswer {
  return { id, valid: false, code: refusal.code, reason: reasonOf(refusal) };
}

/**
 * The answer as a line, with the claims as the token has them, so that no digit of a number is lost. Line ends
 * stand in JSON only between values (RFC 8259 §7), where a blank says the same.
 */
function withClaims(answer: LineAnswer, claimsText: string | undefined): string {
  const text = JSON.stringify(answer);
  if (claimsText === undefined) return text;
  return `${text.slice(0, -1)},"claims":${claimsText.replace(/[\r\n]+/g, ' ').trim()}}`;
}
