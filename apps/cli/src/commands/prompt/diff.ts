import type { ComparePromptAnswer, ContractChange } from '@signet/contracts';
import { answer, type Context, type ServerOptions } from '../../context.ts';
import type { ExitCode } from '../../failure.ts';
import { openAdmin } from '../../server/open-admin.ts';
import { outcomeLine } from '../../terminal/palette.ts';
import { table } from '../../terminal/table.ts';
import { readPromptFile } from './prompt-file.ts';

export async function diffPrompt(
  context: Context,
  name: string,
  file: string,
  options: ServerOptions,
): Promise<ExitCode> {
  const definition = await readPromptFile(file);
  const compared = await openAdmin(context, options).comparePrompt({ name, definition });
  answer(
    context,
    options,
    compared,
    () =>
      `${outcomeLine(context.paint, !compared.breaking, sentenceOf(name, compared))}\n${changeTable(context, compared.changes)}`,
  );
  return compared.breaking ? 1 : 0;
}

function sentenceOf(name: string, { from, breaking, changes, version }: ComparePromptAnswer): string {
  if (from === undefined) return `This would be the first version of ${name}.`;
  if (changes.length === 0) return `Nothing differs from ${name}@${from}.`;
  return breaking
    ? `This breaks who asks ${name}@${from}: it would have to be ${version}.`
    : `This breaks nobody who asks ${name}@${from}: it would be ${version}.`;
}

export function changeTable({ paint }: Context, changes: readonly ContractChange[]): string {
  if (changes.length === 0) return '';
  const rows = changes.map(({ place, breaking }) => [place, breaking ? 'yes' : 'no']);
  return `${table(['CHANGED', 'BREAKS'], rows, paint)}\n`;
}
