import type { CommonOptions, Context } from '../../context.ts';
import { answer } from '../../context.ts';
import { readKeyBytes } from '../../input/read-key-file.ts';
import {
  deliverPrivate,
  type KeyDestination,
  requireDestination,
  writeKeyFile,
} from '../../keys/key-destination.ts';
import { keyText, parseFormat } from '../../keys/key-format.ts';
import { publicHalfOf, readOneKey } from '../../keys/read-one-key.ts';
import { type PasswordSource, readPassword } from '../../keys/read-password.ts';

export interface ConvertOptions extends CommonOptions, PasswordSource, KeyDestination {
  readonly to: string;
  /** Only the public half. */
  readonly public?: boolean;
}

/** Writes a key in another form. A private one goes to a file, or to standard output when asked for. */
export async function convert(
  context: Context,
  file: string | undefined,
  options: ConvertOptions,
): Promise<void> {
  const format = parseFormat(options.to);
  const password = await readPassword(context, options);
  const bytes = await readKeyBytes(context, file);
  const key = await readOneKey(bytes, password);
  if (options.public === true || key.half === 'public') {
    await deliverPublic(context, options.out, keyText(publicHalfOf(key), format));
    return;
  }
  requireDestination(options);
  await deliverPrivate(context, options, keyText(key.whole, format));
  if (options.out !== undefined) answer(context, options, { out: options.out }, () => '');
}

async function deliverPublic(context: Context, out: string | undefined, text: string): Promise<void> {
  if (out === undefined) context.terminal.out(text);
  else await writeKeyFile(out, text, 0o644);
}
