import { answer, type Context, type ServerOptions } from '../../context.ts';
import { CommandFailure } from '../../failure.ts';
import { openAdmin } from '../../server/open-admin.ts';
import { numberOf } from './number.ts';

type ExportOptions = ServerOptions & { readonly number?: string };

/** The text as it was applied, or the gateway part of the server's file. */
export async function exportConfiguration(context: Context, options: ExportOptions): Promise<void> {
  const admin = openAdmin(context, options);
  if (options.number === undefined) {
    const document = await admin.exportConfiguration();
    return answer(context, options, document, () => printable(document.text));
  }
  const entry = await admin.showApplied({ number: numberOf(options.number, 1) });
  const { text } = entry;
  if (text !== undefined) return answer(context, options, entry, () => printable(text));
  throw new CommandFailure({
    sentence: `Under the number ${entry.number} the file of each node was let count again: there is no text.`,
    expected: 'the number of one that was applied',
    fix: 'List them with `signet config history`.',
  });
}

/** What a terminal would obey stands in no configuration. */
function printable(text: string): string {
  const clean = text.replace(/[^\P{Cc}\t\n]/gu, '');
  return clean.endsWith('\n') ? clean : `${clean}\n`;
}
