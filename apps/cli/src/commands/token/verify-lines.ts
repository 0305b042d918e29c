import {
  type InspectionKeys,
  inspectToken,
  openInspectionKeys,
  type TokenInspection,
  type TokenPolicy,
} from '@signet/token/jws';
import { type KeyResult, readGivenKeys } from '@signet/token/keys';
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

/**
 * Says of each token on standard input whether its signature, and unless told otherwise its times, hold under
 * the key of its line. For auditing: weak keys are taken and named in `warnings`.
 */
export async function verifyLines({ terminal, clock }: Context): Promise<void> {
  const keys = new KeyCache(openKeys);
  await answerLines(terminal, async (line) => {
    let claimsText: string | undefined;
    const answer = await answerOrSayWhy(line, async (question) => {
      const opened = keys.get(question.key);
      if (opened.kind === 'refused') return refusedKey(question, opened.refusal);
      const policy = { ...readPolicy(question, clock), keys: opened.key };
      const inspection = await inspectToken(question.token, policy);
      claimsText = inspection.claimsText;
      return answerOf(question, policy, inspection);
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

function answerOf(
  { id }: Question,
  { checks }: Pick<TokenPolicy, 'checks'>,
  { verdict, header, jws, claims }: TokenInspection,
): LineAnswer {
  const about = { alg: header?.alg, ...(header === undefined ? {} : { header }) };
  const warnings = warningsOf(jws?.warnings);
  if (verdict.verdict === 'refused') {
    const { refusal } = verdict;
    return { id, valid: false, code: refusal.code, reason: reasonOf(refusal), ...about, ...warnings };
  }
  const times = checks === 'all' && claims !== undefined ? ', and so do the times' : '';
  const weak = verdict.token.warnings.map((warning) => ` ${warning}`).join('');
  const reason = `The ${verdict.token.header.alg} signature holds${times}.${weak}`;
  return { id, valid: true, code: 'verified', reason, ...about, ...warnings };
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
