import type { CheckConfigurationAnswer } from '@signet/contracts';
import type { Client } from '@signet/sdk/client';
import { answer, type Context, type ServerOptions } from '../../context.ts';
import type { ExitCode } from '../../failure.ts';
import { openAdmin } from '../../server/open-admin.ts';
import { outcomeLine } from '../../terminal/palette.ts';
import { safeText } from '../../terminal/safe-text.ts';
import { readText } from './check.ts';
import { countOf, problemText } from './problems.ts';

/** What would change at the running server, or what is wrong with the file; nothing changes. */
export async function diffConfiguration(
  context: Context,
  file: string,
  options: ServerOptions,
): Promise<ExitCode> {
  const { checked } = await held(openAdmin(context, options), file);
  return tellCheck(context, options, file, checked);
}

/** A file, held against what the server follows. */
export async function held(
  admin: Client,
  file: string,
): Promise<{ readonly text: string; readonly checked: CheckConfigurationAnswer }> {
  const text = await readText(file);
  return { text, checked: await admin.checkConfiguration({ text }) };
}

export function tellCheck(
  context: Context,
  options: ServerOptions,
  file: string,
  checked: CheckConfigurationAnswer,
): ExitCode {
  const { ok, problems, changes } = checked;
  const { paint, terminal } = context;
  answer(context, options, { file, ...checked }, () =>
    ok
      ? `${outcomeLine(paint, true, changes.length === 0 ? 'Nothing would change.' : 'This would change:')}\n${changeLines(changes)}`
      : `${outcomeLine(paint, false, `${countOf(problems)} in ${file}; nothing was changed`)}\n${problems
          .map((each) => problemText({ ...each, file }, paint, terminal.width))
          .join('')}`,
  );
  return ok ? 0 : 1;
}

export function changeLines(changes: readonly string[]): string {
  return changes.map((each) => `  ${safeText(each)}\n`).join('');
}
