import { describeToken, type Notice, parseToken, type TokenProblem } from '@signet/token';
import { words } from '../words.ts';
import type { Dissection, Finding } from './inspection.ts';

/** The largest text the workbench reads, in characters. */
export const mostCharacters: number = 2 * 1024 * 1024;

/** Takes a pasted text apart as far as it goes. Never throws. */
export function dissect(text: string): Dissection {
  const parsed = parseToken(text, { maxBytes: mostCharacters });
  // The page says how far away a time is by itself, as it goes on ticking: no "now" is needed here.
  const described = describeToken(parsed, { now: 0 });
  const find = (role: 'header' | 'payload') => parsed.segments.find((segment) => segment.role === role);
  const findings = [...causes(parsed.problems).map(problemFinding), ...described.notices.map(noticeFinding)];
  return { parsed, described, header: find('header'), payload: find('payload'), findings };
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
