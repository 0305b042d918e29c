import { type Diagnosis, diagnoseSignature } from '@signet/token/diagnose';
import { answer, type CommonOptions, type Context } from '../../context.ts';
import type { ExitCode } from '../../failure.ts';
import { readToken, type TokenSource } from '../../input/read-token.ts';
import { type KeySource, readGivenKey } from '../../keys/read-key-text.ts';
import { type Paint, verdictIcons, verdictLine } from '../../terminal/palette.ts';
import { safeInline } from '../../terminal/safe-text.ts';
import { labelled } from '../../terminal/wrap.ts';

const column = 12;

/** Says why a signature does not verify, by making the usual mistakes one at a time. */
export async function diagnose(
  context: Context,
  argument: string | undefined,
  options: CommonOptions & KeySource & TokenSource,
): Promise<ExitCode> {
  const key = await readGivenKey(context, options);
  const diagnosis = await diagnoseSignature(await readToken(context, argument, options), key);
  answer(context, options, diagnosis, () => diagnosisText(diagnosis, context.paint, context.terminal.width));
  return diagnosis.verifies ? 0 : 1;
}

function diagnosisText({ verifies, findings, tried }: Diagnosis, paint: Paint, width: number): string {
  const lines = findings.flatMap(({ certainty, sentence, fix, rule }) => [
    '',
    labelled(
      `${verdictIcons.warning} ${certainty === 'proven' ? 'Proven' : 'Hint'}`,
      safeInline(sentence),
      column,
      width,
    ),
    labelled('', safeInline(fix), column, width),
    ...(rule === undefined ? [] : [paint('faint', labelled('', rule, column, width))]),
  ]);
  if (verifies) {
    const verdict = verdictLine(
      paint,
      'verified',
      'The signature verifies with this key as it stands.',
      width,
    );
    return `${[verdict, ...lines].join('\n')}\n`;
  }
  const head = findings.length === 0 ? 'and none of the usual mistakes explains it' : 'and this is why';
  return `${[
    verdictLine(paint, 'refused', `The signature does not verify with this key, ${head}.`, width),
    ...lines,
    '',
    paint('faint', `${tried} combinations of key, algorithm and spelling were tried.`),
  ].join('\n')}\n`;
}
