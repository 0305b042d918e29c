import type { ParsedToken, SegmentRole, TokenProblem } from './parsed-token.ts';
import { readSegment } from './read-segment.ts';
import { unwrapToken } from './unwrap-token.ts';

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

/**
 * Takes a pasted text apart as far as it goes. Never throws and refuses nothing but size (`maxBytes`, default
 * 64 KiB): what is wrong is said with its place. For looking, not for believing: verification reads strictly.
 */
export function parseToken(text: string, limits: { readonly maxBytes?: number } = {}): ParsedToken {
  const maxBytes = limits.maxBytes ?? defaultMaxBytes;
  if (text.length > maxBytes) return oversized(text.length, maxBytes);
  const { token, removed } = unwrapToken(text);
  if (token === '') return { kind: 'empty', token, removed, segments: [], problems: [] };
  const parts = token.split('.', mostSegments);
  const readings = placed(parts).map(({ part, role, start }) => readSegment(part, role, start));
  return {
    kind: kindOf(parts.length),
    token,
    removed,
    segments: readings.map(({ segment }) => segment),
    problems: [...segmentCountProblems(parts.length, token), ...readings.flatMap(({ problems }) => problems)],
  };
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

function oversized(actual: number, maxBytes: number): ParsedToken {
  const problem: TokenProblem = {
    layer: 'token',
    start: 0,
    end: 0,
    sentence: `The text has ${actual} characters; up to ${maxBytes} are read here.`,
    fix: 'Paste the token alone.',
  };
  return { kind: 'unknown', token: '', removed: [], segments: [], problems: [problem] };
}
