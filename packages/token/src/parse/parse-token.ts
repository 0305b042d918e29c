import { isUnencoded } from './is-unencoded.ts';
import { parseJsonToken } from './parse-json-token.ts';
import type { ParsedToken, SegmentRole, TokenProblem } from './parsed-token.ts';
import { readSegment, type SegmentReading } from './read-segment.ts';
import { isCutOff } from './split-compact.ts';
import { looksLikeJson, unwrapToken } from './unwrap-token.ts';

const signedRoles: readonly SegmentRole[] = ['header', 'payload', 'signature'];
const encryptedRoles: readonly SegmentRole[] = [
  'header',
  'encrypted-key',
  'initialisation-vector',
  'ciphertext',
  'authentication-tag',
];
const defaultMaxBytes = 64 * 1024;
const mostSegments = 16;

export interface ParseOptions {
  /** Default 64 KiB. */
  readonly maxBytes?: number;
  /** Which signature or recipient of a general JSON serialisation to take apart; default 0. */
  readonly entry?: number;
}

/**
 * Takes a pasted text apart as far as it goes: a compact token or a JSON serialisation. Never throws and refuses
 * nothing but size: what is wrong is said with its place. For looking, not for believing: verification reads
 * strictly.
 */
export function parseToken(text: string, options: ParseOptions = {}): ParsedToken {
  const maxBytes = options.maxBytes ?? defaultMaxBytes;
  if (text.length > maxBytes) return oversized(text.length, maxBytes);
  const { token, removed: taken, tail, choices } = unwrapToken(text);
  const removed = { removed: taken, ...(choices === undefined ? {} : { choices }) };
  if (token === '') return { kind: 'empty', form: 'compact', token, ...removed, segments: [], problems: [] };
  if (looksLikeJson(token)) return { ...parseJsonToken(token, options.entry ?? 0), ...removed };
  return { ...parseCompact(token), ...removed, ...(tail === undefined ? {} : { tail }) };
}

function parseCompact(token: string): Omit<ParsedToken, 'removed'> {
  const parts = token.split('.', mostSegments);
  const readings = readParts(parts);
  const kind = kindOf(parts.length);
  return {
    kind,
    form: 'compact',
    token,
    ...(kind === 'signed' && parts[1] === '' ? { isDetached: true } : {}),
    segments: readings.map(({ segment }) => segment),
    problems: [...segmentCountProblems(parts.length, token), ...readings.flatMap(({ problems }) => problems)],
  };
}

/** The header first, as it says how the payload is written. */
function readParts(parts: readonly string[]): readonly SegmentReading[] {
  const [first, ...others] = placed(parts);
  if (first === undefined) return [];
  const header = readSegment(first.part, first.role, first.start);
  const isPlain = isUnencoded(header.segment);
  return [
    header,
    ...others.map(({ part, role, start }) => readSegment(part, role, start, role === 'payload' && isPlain)),
  ];
}

function kindOf(count: number): ParsedToken['kind'] {
  if (count === 3) return 'signed';
  return count === 5 ? 'encrypted' : 'unknown';
}

function placed(
  parts: readonly string[],
): readonly { readonly part: string; readonly role: SegmentRole; readonly start: number }[] {
  const roles = parts.length === 5 ? encryptedRoles : signedRoles;
  let start = 0;
  return parts.map((part, index) => {
    const place = { part, role: roles[index] ?? 'surplus', start };
    start += part.length + 1;
    return place;
  });
}

function segmentCountProblems(count: number, token: string): readonly TokenProblem[] {
  if (isCutOff(token)) return [cutOffProblem(token)];
  if (count === 3 || count === 5) return [];
  const actual =
    count >= mostSegments ? `${mostSegments} or more segments` : `${count} segment${count === 1 ? '' : 's'}`;
  return [
    {
      layer: 'token',
      start: 0,
      end: token.length,
      sentence: `A signed token has three segments between dots, an encrypted one five; this text has ${actual}.`,
      fix: count < 3 ? 'Copy the whole token; its end is missing.' : 'Copy one token only.',
      rule: 'RFC 7515 §7.1',
    },
  ];
}

function cutOffProblem(token: string): TokenProblem {
  const start = Math.max(token.indexOf('…'), token.indexOf('...'));
  return {
    layer: 'token',
    start,
    end: start + 1,
    sentence: 'The token was shortened for showing: a part of it is left out.',
    fix: 'Copy the token from where it stands whole; what is left out cannot be brought back.',
    rule: 'RFC 7515 §7.1',
  };
}

function oversized(actual: number, maxBytes: number): ParsedToken {
  const problem: TokenProblem = {
    layer: 'token',
    start: 0,
    end: 0,
    sentence: `The text has ${actual} characters; up to ${maxBytes} are read here.`,
    fix: 'Paste the token alone.',
  };
  return { kind: 'unknown', form: 'compact', token: '', removed: [], segments: [], problems: [problem] };
}
