import type { Context } from '../context.ts';
import { paintWith, verdictIcons } from './palette.ts';
import { safeInline, safeText } from './safe-text.ts';
import { labelled } from './wrap.ts';

const label = `${verdictIcons.warning} Warning  `;

/** Says something on standard error that is not the answer, as one paragraph. */
export function printWarning({ terminal }: Context, sentence: string): void {
  const text = labelled(label, safeText(sentence), label.length, terminal.width);
  terminal.err(
    `${paintWith(terminal.colourErr)('warning', text.slice(0, label.length))}${text.slice(label.length)}\n`,
  );
}

/** Says in passing, on standard error, what was done. */
export function say({ terminal }: Context, sentence: string): void {
  terminal.err(`${paintWith(terminal.colourErr)('faint', safeInline(sentence))}\n`);
}

/** What stands on the command line is in the shell's history, and in the list of processes for everybody to read. */
export function warn(context: Context, what: 'token' | 'key' | 'secret'): void {
  const instead = {
    token: 'Pipe it in instead.',
    key: 'Name a file with --key instead, or a variable with --key-env.',
    secret: 'Use --secret-file or --secret-env instead.',
  }[what];
  printWarning(
    context,
    `A ${what} on the command line lands in the history of the shell and in the list of processes. ${instead}`,
  );
}
