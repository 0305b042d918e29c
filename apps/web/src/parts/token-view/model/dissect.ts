import { describeToken, type Notice } from '@signet/token/describe';
import {
  type ParsedToken,
  parseToken,
  type Segment,
  type TokenProblem,
  withPayload,
} from '@signet/token/parse';
import { words } from '../words.ts';
import type { Dissection, Finding } from './inspection.ts';

/** The largest text the workbench reads, in characters. */
export const mostCharacters: number = 2 * 1024 * 1024;

/**
 * Takes a pasted text apart as far as it goes. Never throws.
 * @param entry Which of several signatures or recipients to show.
 */
export function dissect(text: string, entry: number = 0): Dissection {
  return dissected(takeApart(text, entry));
}

interface Parsing {
  readonly text: string;
  readonly entry: number;
  readonly parsed: ParsedToken;
}

/** The last text that was read: a paste is read to colour it, to free it of what stands around it, and to show it. */
let last: Parsing | undefined;

/** Only the parts of a pasted text, without what they mean. */
export function takeApart(text: string, entry: number = 0): ParsedToken {
  if (last?.text === text && last.entry === entry) return last.parsed;
  const parsed = parseToken(text, { maxBytes: mostCharacters, entry });
  last = { text, entry, parsed };
  return parsed;
}

/** The same with a payload that came from elsewhere: beside the token, or out of it by decryption. */
export function reveal({ parsed }: Dissection, payload: Uint8Array<ArrayBuffer>): Dissection {
  return dissected(withPayload(parsed, payload));
}

function dissected(parsed: ParsedToken): Dissection {
  // The page says how far away a time is by itself, as it goes on ticking: no "now" is needed here.
  const described = describeToken(parsed, { now: 0 });
  const find = (role: Segment['role']) => parsed.segments.find((segment) => segment.role === role);
  const payload = find('payload');
  const nested = payload && tokenIn(payload);
  const problems = causes(parsed.problems).filter(({ role }) => nested === undefined || role !== 'payload');
  return {
    parsed,
    described,
    header: find('header') ?? find('unprotected-header'),
    payload,
    ...(nested !== undefined && { nested }),
    findings: [...problems.map(problemFinding), ...described.notices.map(noticeFinding)],
  };
}

/** A compact token, signed or encrypted. */
const compact = /^[\w-]{8,}\.[\w-]*\.[\w-]*(?:\.[\w-]*\.[\w-]*)?$/;

function tokenIn({ content }: Segment): string | undefined {
  if (content.kind !== 'text') return undefined;
  const text = content.text.trim();
  return compact.test(text) ? text : undefined;
}

/** Text and JSON that cannot be read follow from base64url that cannot: what follows is not said as well. */
function causes(problems: readonly TokenProblem[]): readonly TokenProblem[] {
  const broken = new Set(problems.filter(({ layer }) => layer === 'base64url').map(({ role }) => role));
  return problems.filter(
    ({ layer, role }) => layer === 'token' || layer === 'base64url' || !broken.has(role),
  );
}

/** What the header says of the key, not to be believed. */
export function headerMember({ described }: Dissection, name: string): unknown {
  const value = described.header.find((member) => member.name === name)?.value;
  return value?.kind === 'string' ? value.value : undefined;
}

function problemFinding({ layer, role, start, sentence, fix, rule }: TokenProblem): Finding {
  // A signed payload need not be JSON: then the token is a JWS, though no JWT (RFC 7515 §1).
  const plainPayload = role === 'payload' && (layer === 'json' || layer === 'utf-8');
  return {
    id: `${layer}@${start}`,
    tone: plainPayload ? 'warning' : 'refused',
    sentence,
    ...(layer !== 'token' && { place: words.findings.byte(start) }),
    ...(fix !== undefined && { fix }),
    ...(rule !== undefined && { rule }),
  };
}

/** Where a notice and a refusal say the same, they share an identifier, and the first of them stays. */
const sameAs: Partial<Record<Notice['code'], string>> = {
  unsigned: 'alg_none',
  'not-a-time': 'claim_invalid',
};

function noticeFinding({ code, tone, member, sentence, fix, rule }: Notice): Finding {
  return { id: sameAs[code] ?? `${code}:${member}`, tone, sentence, fix, rule };
}
