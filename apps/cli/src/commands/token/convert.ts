import { writeFile } from 'node:fs/promises';
import { type Conversion, convertToken } from '@signet/token/serialisation';
import { answer, type CommonOptions, type Context } from '../../context.ts';
import { CommandFailure, usageFailure } from '../../failure.ts';
import { readBytes } from '../../input/read-file.ts';
import { readToken, type TokenSource } from '../../input/read-token.ts';
import { parseSerialisation } from '../../keys/parse-serialisation.ts';

export interface ConvertOptions extends CommonOptions, TokenSource {
  readonly to?: string;
  /** Which signature or recipient of several to keep. */
  readonly keep?: string;
  /** A new file for the payload that is taken out. */
  readonly detach?: string;
  /** A file with the payload to put in. */
  readonly attach?: string;
}

/** Writes a token in another serialisation, or moves its payload. Nothing that is signed changes. */
export async function convert(
  context: Context,
  argument: string | undefined,
  options: ConvertOptions,
): Promise<void> {
  const conversion = await conversionOf(options);
  const token = await readToken(context, argument, options);
  const converted = convertToken(token, conversion);
  if (converted.verdict === 'refused') throw new CommandFailure(converted.refusal);
  const { text, form, kind, payload } = converted.token;
  if (options.detach !== undefined && payload !== undefined) await writeNew(options.detach, payload);
  answer(context, options, { kind, form, token: text }, () => `${text}\n`);
}

async function conversionOf({ to, keep, detach, attach }: ConvertOptions): Promise<Conversion> {
  if (to === undefined && keep === undefined && detach === undefined && attach === undefined)
    throw nothingToDo();
  if (detach !== undefined && attach !== undefined) throw bothWays();
  return {
    ...(to === undefined ? {} : { to: parseSerialisation(to) }),
    ...(keep === undefined ? {} : { keep: parseNumber(keep) }),
    ...(detach === undefined ? {} : { detach: true }),
    ...(attach === undefined ? {} : { attach: await readBytes(attach) }),
  };
}

function parseNumber(text: string): number {
  if (/^[1-9]\d?$/.test(text)) return Number(text);
  throw usageFailure({
    sentence: 'This is no number of a signature or recipient.',
    expected: 'a number from 1',
    actual: text.slice(0, 40),
    fix: 'Count from 1, in the order of the token.',
  });
}

/** Over no file that is there. */
async function writeNew(file: string, bytes: Uint8Array): Promise<void> {
  try {
    await writeFile(file, bytes, { flag: 'wx' });
  } catch (error) {
    const exists = (error as NodeJS.ErrnoException).code === 'EEXIST';
    throw usageFailure({
      sentence: exists ? `The file ${file} is there already.` : `The file ${file} cannot be written.`,
      expected: exists ? 'a new file: nothing is written over' : 'a folder that you may write to',
      fix: 'Name another file.',
    });
  }
}

function nothingToDo(): Error {
  return usageFailure({
    sentence: 'There is nothing to convert.',
    expected: '--to, --keep, --detach or --attach',
    fix: 'Say how to write the token, such as `--to flattened`.',
  });
}

function bothWays(): Error {
  return usageFailure({
    sentence: 'A payload cannot be taken out and put in at once.',
    expected: 'either --detach or --attach',
    fix: 'Do one after the other.',
  });
}
