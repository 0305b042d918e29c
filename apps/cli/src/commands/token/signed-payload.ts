import { compactJson, readJson, toValue } from '@signet/token/json';
import type { Context } from '../../context.ts';
import { usageFailure } from '../../failure.ts';
import { readBytes, readTextFile } from '../../input/read-file.ts';
import { readAll, readAllBytes } from '../../input/read-stdin.ts';
import { memberNames, setMembers } from './edit-object.ts';
import { parseExpiry } from './time-option.ts';

export interface PayloadOptions {
  /** A file with the claims as JSON; standard input otherwise. */
  readonly claims?: string;
  /** A file whose bytes are signed as they are; `-` is standard input. */
  readonly payload?: string;
  readonly exp?: string;
  readonly nbf?: string;
  readonly iat?: string;
}

export interface SignedPayload {
  readonly payload: Uint8Array<ArrayBuffer>;
  /** For the answer in JSON; nothing of bytes that need not be JSON. */
  readonly claims: { readonly claims?: unknown };
}

/**
 * What is to be signed: bytes as they are, or claims with the times that the options name, without blanks between values.
 * @throws CommandFailure
 */
export async function readSignedPayload(context: Context, options: PayloadOptions): Promise<SignedPayload> {
  const { claims: file, payload } = options;
  if (payload !== undefined) {
    if (file !== undefined || timesOf(options).length > 0) throw asItIs();
    return { payload: await readExact(context, payload), claims: {} };
  }
  const text = file === undefined ? await readAll(context.terminal.input) : await readTextFile(file);
  const now = Math.floor(context.clock() / 1000);
  const written = compactJson(setMembers(text, timesToSet(text, options, now)));
  const reading = readJson(written);
  const claims = reading.kind === 'json' ? toValue(reading.root) : undefined;
  return { payload: new TextEncoder().encode(written), claims: { claims } };
}

/** `--exp` brings an `iat`, unless the claims or the options have one. */
function timesToSet(text: string, options: PayloadOptions, now: number): Readonly<Record<string, number>> {
  const asked = timesOf(options).map(([name, time]) => [name, parseExpiry(time, now)] as const);
  const hasIat = options.iat !== undefined || memberNames(text).has('iat');
  const issued = options.exp === undefined || hasIat ? [] : [['iat', now] as const];
  return Object.fromEntries([...issued, ...asked]);
}

function timesOf({ iat, nbf, exp }: PayloadOptions): readonly (readonly [string, string])[] {
  const times = [
    ['iat', iat],
    ['nbf', nbf],
    ['exp', exp],
  ] as const;
  return times.flatMap(([name, time]) => (time === undefined ? [] : [[name, time] as const]));
}

async function readExact({ terminal }: Context, file: string): Promise<Uint8Array<ArrayBuffer>> {
  return Uint8Array.from(await (file === '-' ? readAllBytes(terminal.input) : readBytes(file)));
}

function asItIs(): Error {
  return usageFailure({
    sentence: 'A payload is signed as it is.',
    expected: '--payload alone, or claims with --exp, --nbf and --iat',
    fix: 'Give the claims on standard input or with --claims to have times set.',
  });
}
