import { type DescribedKey, describeKey } from '@signet/token/describe-key';
import { answer, type CommonOptions, type Context } from '../../context.ts';
import { CommandFailure, type ExitCode } from '../../failure.ts';
import { readKeyBytes } from '../../input/read-key-file.ts';
import { type PasswordSource, readPassword } from '../../keys/read-password.ts';
import { outcomeLine } from '../../terminal/palette.ts';
import { findingLines } from '../../terminal/print-findings.ts';
import { safeText } from '../../terminal/safe-text.ts';
import { labelled } from '../../terminal/wrap.ts';

export interface InspectOptions extends CommonOptions, PasswordSource {
  /** The file is to be published, or to verify with. */
  readonly public?: boolean;
}

const column = 14;

/** Says what a key is and what is weak about it; 1 when something should be changed. */
export async function inspect(
  context: Context,
  file: string | undefined,
  options: InspectOptions,
): Promise<ExitCode> {
  const password = await readPassword(context, options);
  const described = await describeKey(await readKeyBytes(context, file), {
    now: Math.floor(context.clock() / 1000),
    ...(password === undefined ? {} : { password }),
    ...(options.public === true ? { publicPlace: true } : {}),
  });
  if (described.kind === 'refused') throw new CommandFailure(described.refusal);
  const { keys, isSet } = described;
  answer(
    context,
    options,
    { isSet, keys },
    () => `${keys.map((key) => keyLines(key, context)).join('\n')}\n`,
  );
  return keys.length === 0 || keys.some((key) => !isSound(key)) ? 1 : 0;
}

function isSound({ weaknesses }: DescribedKey): boolean {
  return weaknesses.every(({ level }) => level === 'note');
}

function keyLines(key: DescribedKey, { paint, terminal }: Context): string {
  const { certificate, kid, comment, thumbprint, algorithms } = key;
  const rows = [
    ['Form', key.form],
    ['Written in', key.writing],
    ['Key id', kid],
    ['Thumbprint', thumbprint],
    ['Fits', algorithms.join(', ') || 'no signature algorithm'],
    ['Subject', certificate?.subject],
    ['Issuer', certificate?.issuer],
    ['Valid', certificate?.validity],
    ['Comment', comment],
  ] as const;
  return [
    outcomeLine(paint, isSound(key), `${safeText(key.name)}`),
    ...rows.flatMap(([label, text]) =>
      text === undefined ? [] : [labelled(`  ${label}`, safeText(text), column, terminal.width)],
    ),
    ...findingLines(key.weaknesses, paint, terminal.width),
  ].join('\n');
}
