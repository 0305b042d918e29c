import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { mailLanguages } from '@signet/contracts';
import { letterFile, letters } from '@signet/server/local';
import { answer, type CommonOptions, type Context } from '../../context.ts';
import { CommandFailure } from '../../failure.ts';
import { outcomeLine } from '../../terminal/palette.ts';

/** Writes our texts where they can be edited. What is there already was edited, and stays. */
export async function writeTemplates(
  context: Context,
  folder: string,
  options: CommonOptions,
): Promise<void> {
  const files = mailLanguages.flatMap((language) =>
    Object.entries(letters[language]).map(([kind, text]) => [letterFile(kind, language), text] as const),
  );
  const written = files.filter(([name, text]) => writeNew(folder, name, text)).map(([name]) => name);
  answer(context, options, { folder, written }, () =>
    [
      outcomeLine(context.paint, true, `Wrote ${written.length} of ${files.length} texts to ${folder}.`),
      `Name the folder in signet.yaml: \`mail: { templates: ${folder} }\`; files that you leave out are ours`,
      '',
    ].join('\n'),
  );
}

function writeNew(folder: string, name: string, text: string): boolean {
  try {
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, name), text, { flag: 'wx' });
    return true;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EEXIST') return false;
    throw new CommandFailure({
      sentence: `The text ${name} cannot be written to ${folder} (${code ?? 'something else'}).`,
      expected: 'a folder that can be written',
      fix: 'Name another folder.',
    });
  }
}
