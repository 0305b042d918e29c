import { answer, type Context, type ServerOptions } from '../../context.ts';
import { openAdmin } from '../../server/open-admin.ts';
import { outcomeLine } from '../../terminal/palette.ts';
import { changeTable } from './diff.ts';
import { readPromptFile } from './prompt-file.ts';

type AddOptions = ServerOptions & { readonly major?: boolean };

export async function addPrompt(
  context: Context,
  name: string,
  file: string,
  { major, ...server }: AddOptions,
): Promise<void> {
  const definition = await readPromptFile(file);
  const admin = openAdmin(context, server);
  const added = await admin.addPrompt({ name, definition, ...(major === true ? { major } : {}) });
  answer(
    context,
    server,
    added,
    () =>
      `${outcomeLine(context.paint, true, `Kept ${name}@${added.version}. Publish it with \`signet prompt publish ${name}@${added.version}\`.`)}\n${changeTable(context, added.changes)}`,
  );
}
