import type { Protocol } from '@signet/ai';
import type { Problem } from '@signet/contracts';
import { spoken } from './spoken.ts';

/** A refusal as the clients of this protocol read one: code, reason, what to do, and by what to ask for more. */
export function speakRefusal(
  protocol: Protocol,
  problem: Problem,
): { readonly type: string; readonly body: string } {
  const { detail, fix, code, reference } = problem;
  const message = `${detail}${fix === undefined ? '' : ` ${fix}`} (${code}, ${reference})`;
  const failure = { status: problem.status, code, message };
  return { type: 'application/json', body: JSON.stringify(spoken[protocol].writeError(failure)) };
}
