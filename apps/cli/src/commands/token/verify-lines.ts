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
import {
  type BindingOptions,
  type CheckedSelective,
  checkSelective,
  refuseUnbound,
  selectiveForm,
} from '../../verification/check-selective.ts';
import { checkedOf } from '../../verification/check-signature.ts';
import { claimsOf } from '../../verification/claims-of.ts';
import { refuseBesideLines } from '../../verification/refuse-beside-lines.ts';
import { type AskedOfClaims, refuseClaims } from '../../verification/refuse-claims.ts';
import { uncheckedOf } from '../../verification/unchecked.ts';
import { whatWasSigned } from '../../verification/what-was-signed.ts';

/** What a line gives, and may ask for. */
export const verifyMembers: string =
  'id, token, key; alg, payload, at, checks, issuer, audience, bindingAudience, bindingNonce';

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
      const { inspection, selective } = await inspect(question.token, policy, asked);
      claimsText = selective === undefined ? inspection.claimsText : JSON.stringify(selective.read.claims);
      const verdict = judge(inspection, selective, asked);
      return answerOf(question, { ...policy, asked, selective }, { ...inspection, verdict });
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
function readAsked(question: Question, { checks, now }: Pick<TokenPolicy, 'checks' | 'now'>): AskedOfLine {
  const names = ['issuer', 'audience', 'bindingAudience', 'bindingNonce'] as const;
  const asked = names.flatMap((name) => {
    const value = optionalText(question, name);
    return value === undefined ? [] : [[name, value] as const];
  });
  if (checks === 'signature' && asked.length > 0)
    throw new LineProblem(`With checks: signature the member ${asked[0]?.[0]} is not checked.`, question.id);
  return { checks, now, clockSkew: 0, ...Object.fromEntries(asked) };
}

/** What the issuer signed and, of an SD-JWT, what is disclosed beside it (RFC 9901 §7.3). */
async function inspect(
  token: unknown,
  policy: TokenPolicy,
  asked: AskedOfLine,
): Promise<{ readonly inspection: TokenInspection; readonly selective?: CheckedSelective }> {
  const compact = selectiveForm(typeof token === 'string' ? token : JSON.stringify(token));
  const inspection = await inspectToken(compact?.split('~', 1)[0] ?? token, policy);
  if (inspection.verdict.verdict === 'refused') return { inspection };
  const opened = compact === undefined ? refuseUnbound(asked) : await checkSelective(compact, asked);
  if (opened === undefined) return { inspection };
  return opened.verdict === 'refused'
    ? { inspection: { ...inspection, verdict: opened } }
    : { inspection, selective: opened.token };
}

/** What the line expects of the claims, of a token whose signature stands; in the order in which `verify` says it. */
function judge(
  { verdict, jws }: TokenInspection,
  selective: CheckedSelective | undefined,
  asked: AskedOfLine,
): TokenInspection['verdict'] {
  const isAsked = asked.issuer !== undefined || asked.audience !== undefined;
  // Times that are disclosed bind as those that stand in the open.
  const isOpened = selective !== undefined && asked.checks === 'all';
  if (jws === undefined || verdict.verdict === 'refused' || !(isAsked || isOpened)) return verdict;
  const claims = claimsOf(jws, selective, asked);
  if (claims.verdict === 'refused') return claims;
  return refuseClaims(claims.token ?? {}, jws.protectedHeader, asked) ?? verdict;
}

interface AskedOfLine extends AskedOfClaims, BindingOptions, Pick<TokenPolicy, 'checks'> {}

interface Judged extends Pick<TokenPolicy, 'checks' | 'now'> {
  readonly asked: AskedOfLine;
  readonly selective: CheckedSelective | undefined;
}

/** As `verify --json` names it. */
function uncheckedIn(
  jws: InspectedJws,
  claims: Claims | undefined,
  { checks, now, asked, selective }: Judged,
): readonly string[] {
  if (checks === 'signature') return uncheckedOf({ claims: undefined, selective }, asked);
  const profile = profileOf(whatWasSigned(checkedOf(jws)), now);
  return uncheckedOf(
    { profile, claims: selective === undefined ? claims : (selective.read.claims as Claims), selective },
    asked,
  );
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
