import type { LedgerAnswer, LedgerProblem } from '@signet/contracts';
import { answer, type Context, type ServerOptions } from '../../context.ts';
import type { ExitCode } from '../../failure.ts';
import { openAdmin } from '../../server/open-admin.ts';
import { outcomeLine } from '../../terminal/palette.ts';
import { safeText } from '../../terminal/safe-text.ts';

/** No where anything does not add up. */
export async function verifyLedger(context: Context, options: ServerOptions): Promise<ExitCode> {
  const checked = await openAdmin(context, options).checkLedger();
  answer(context, options, checked, () => `${told(context, checked).join('\n')}\n`);
  return checked.ok ? 0 : 1;
}

function told(
  { paint }: Context,
  { ok, requests, budgets, open, problems }: LedgerAnswer,
): readonly string[] {
  const sizes = `${requests} requests (${open} open), ${budgets} budgets`;
  if (ok) return [outcomeLine(paint, true, `The ledger adds up: ${sizes}.`)];
  return [
    outcomeLine(paint, false, `The ledger does not add up: ${sizes}.`),
    ...problems.map((problem) => safeText(sentenceOf(problem))),
  ];
}

function sentenceOf(problem: LedgerProblem): string {
  const { counted, found } = problem;
  if (problem.kind === 'budget') {
    const until = new Date(problem.endsAt).toISOString();
    return `Budget ${problem.budget} until ${until} counts ${counted}; its requests come to ${found}.`;
  }
  const { id, counts } = problem;
  return problem.kind === 'request'
    ? `Request ${id} reserved ${counted} ${counts}; ${found} were settled, released or are open.`
    : `Request ${id} counts ${counted} ${counts} in a budget; its entries come to ${found}.`;
}
