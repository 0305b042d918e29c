import { writeFile } from 'node:fs/promises';
import type { Context } from '../context.ts';
import { usageFailure } from '../failure.ts';

/** Where a private key goes: into a file that only its owner reads, or to standard output when asked for. */
export interface KeyDestination {
  readonly out?: string;
  readonly stdout?: boolean;
}

/**
 * Exactly one destination must be named before a private key is made or converted.
 * @throws CommandFailure
 */
export function requireDestination({ out, stdout }: KeyDestination): void {
  if ((out !== undefined) !== (stdout === true)) return;
  throw usageFailure({
    sentence: 'A private key is not shown unless you ask for it.',
    expected: 'either --out FILE, readable by you alone, or --stdout',
    actual: out === undefined ? 'neither' : 'both',
    fix: 'Name the file that it shall go to.',
  });
}

/** Writes text for its owner alone (mode 0600), and over no file that is there. */
export async function writeKeyFile(file: string, text: string, mode = 0o600): Promise<void> {
  try {
    await writeFile(file, text, { mode, flag: 'wx' });
  } catch (error) {
    const exists = (error as NodeJS.ErrnoException).code === 'EEXIST';
    throw usageFailure({
      sentence: exists ? `The file ${file} is there already.` : `The file ${file} cannot be written.`,
      expected: exists ? 'a new file: keys are not written over' : 'a folder that you may write to',
      fix: 'Name another file.',
    });
  }
}

/** To the file that was named, or to standard output. */
export async function deliverPrivate(context: Context, { out }: KeyDestination, text: string): Promise<void> {
  if (out === undefined) context.terminal.out(text);
  else await writeKeyFile(out, text);
}
