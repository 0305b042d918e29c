import type { AuditHead } from '@signet/contracts';
import type { Client } from '@signet/sdk/client';
import { answer, type Context, type ServerOptions } from '../../context.ts';
import { type ExitCode, usageFailure } from '../../failure.ts';
import { openAdmin } from '../../server/open-admin.ts';
import { outcomeLine } from '../../terminal/palette.ts';
import { type BrokenChain, type ChainCheck, createChainCheck } from './check-chain.ts';

export interface AuditVerifyOptions extends ServerOptions {
  readonly head?: string;
}

/**
 * Checks the chain here, entry by entry, and not by the word of the server. Whoever may write to the database can write
 * a whole new chain, or take away its end together with the count: only a head that was kept elsewhere shows that.
 */
export async function verifyAudit(context: Context, options: AuditVerifyOptions): Promise<ExitCode> {
  const check = createChainCheck(headOf(options.head));
  const problem = await readAll(openAdmin(context, options), check);
  const { last } = check;
  const result = { ok: problem === undefined, entries: last?.sequence ?? 0, head: last, problem };
  answer(context, options, result, () => `${told(context, check, problem).join('\n')}\n`);
  return problem === undefined ? 0 : 1;
}

const page = 1000;

/** As many as the log had entries when this began, and what came meanwhile. */
async function readAll(admin: Client, check: ChainCheck): Promise<BrokenChain | undefined> {
  let after = 0;
  let head: AuditHead | undefined;
  do {
    const answered = await admin.listAudit({ limit: page, order: 'oldest', after });
    head ??= answered.head;
    for (const entry of answered.entries) {
      const problem = await check.next(entry);
      if (problem !== undefined) return problem;
      after = entry.sequence;
    }
    if (answered.entries.length === 0) break;
  } while (after < (head?.sequence ?? 0));
  return check.end(head);
}

function told({ paint }: Context, { last }: ChainCheck, problem: BrokenChain | undefined): readonly string[] {
  if (problem !== undefined) return [outcomeLine(paint, false, problem.sentence)];
  if (last === undefined) return [outcomeLine(paint, true, 'The audit log is empty.')];
  return [
    outcomeLine(
      paint,
      true,
      `${last.sequence} entries in one chain; none was changed, moved or taken away between them.`,
    ),
    `Head      ${last.sequence}:${last.hash}`,
    'Keep it where this server cannot write, and hold the log to it: `signet audit verify --head …`.',
    'Without it, nobody can tell a log that was written anew, or whose end was taken away, from a whole one.',
  ];
}

function headOf(text: string | undefined): AuditHead | undefined {
  if (text === undefined) return undefined;
  const [, sequence, hash] = /^([1-9][0-9]{0,14}):([\w-]{43})$/.exec(text) ?? [];
  if (sequence !== undefined && hash !== undefined) return { sequence: Number(sequence), hash };
  throw usageFailure({
    sentence: 'This is no head of an audit log.',
    expected: 'the number of an entry, a colon and its hash, as `signet audit verify` prints them',
    actual: 'something else',
    fix: 'Write `--head 1042:…` with the 43 characters of the hash.',
  });
}
