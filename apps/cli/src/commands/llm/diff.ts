import { readConfiguration, SignetError } from '@signet/contracts';
import type { CallerProtocol, LossesBefore } from '@signet/server/models';
import { answer, type CommonOptions, type Context } from '../../context.ts';
import { CommandFailure, type ExitCode, usageFailure } from '../../failure.ts';
import { readBytes } from '../../input/read-file.ts';
import { readAllBytes } from '../../input/read-stdin.ts';
import { outcomeLine } from '../../terminal/palette.ts';
import { table } from '../../terminal/table.ts';
import { readText } from '../config/check.ts';
import { countOf } from '../config/problems.ts';
import { type NamedTarget, targetsOf } from './targets-of.ts';

export interface DiffOptions extends CommonOptions {
  readonly to: string;
  readonly from?: string;
  readonly config?: string;
}

interface Told extends LossesBefore {
  readonly target: NamedTarget;
}

/**
 * What a question would lose on its way to each who may be asked for a model, told by the code that translates it later. Nobody
 * is asked. Ends with 1 where a route with `losses: strict` refuses it.
 */
export async function diffQuestion(context: Context, file: string, options: DiffOptions): Promise<ExitCode> {
  const { callerProtocolOf, callerProtocols, lossesBefore } = await import('@signet/server/models');
  const bytes = file === '-' ? await readAllBytes(context.terminal.input) : await readBytes(file);
  const targets = targetsOf(options.to, await llmOf(options.config ?? context.environment['SIGNET_CONFIG']));
  const from = protocolIn(bytes, options.from, callerProtocols, callerProtocolOf);
  const told = targets.map((target): Told => {
    const losses = lossesBefore(bytes, from, target);
    if (!('losses' in losses)) throw new SignetError(losses);
    return { target, ...losses };
  });
  answer(context, options, { from, targets: told }, () => textOf(context, from, told));
  return told.some(({ losses }) => losses.some(({ refused }) => refused)) ? 1 : 0;
}

async function llmOf(file: string | undefined) {
  if (file === undefined) return undefined;
  const reading = readConfiguration(await readText(file), { fileName: file });
  if (reading.ok) return reading.configuration.llm;
  throw new CommandFailure({
    sentence: `${countOf(reading.problems)} in ${file}.`,
    fix: `See them: \`signet config check ${file}\`.`,
  });
}

function protocolIn(
  bytes: Buffer,
  said: string | undefined,
  known: readonly CallerProtocol[],
  guess: (body: unknown) => CallerProtocol | undefined,
): CallerProtocol {
  const protocol = said === undefined ? guess(parsed(bytes)) : known.find((each) => each === said);
  if (protocol !== undefined) return protocol;
  throw usageFailure({
    sentence: 'It is not known what this question is written in.',
    expected: `the body of a question, or --from with one of ${known.join(', ')}`,
    actual: said === undefined ? 'neither messages nor input nor contents' : 'another --from',
    fix: 'Write `--from chat` for Chat Completions, `--from anthropic` for Messages.',
  });
}

function parsed(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString('utf8'));
  } catch {
    return undefined;
  }
}

function textOf({ paint }: Context, from: CallerProtocol, told: readonly Told[]): string {
  const blocks = told.map(({ target, spoken, isSame, losses, further }) => {
    const refused = losses.filter((loss) => loss.refused).map(({ path }) => path);
    const way = isSame ? `${from}, byte for byte` : `${from} → ${spoken}`;
    if (losses.length === 0) return outcomeLine(paint, true, `${target.name} (${way}) loses nothing.`);
    const strict =
      refused.length === 0
        ? 'A strict route lets it pass.'
        : `A strict route refuses it for: ${refused.join(', ')}.`;
    return [
      outcomeLine(paint, refused.length === 0, `${target.name} (${way})`),
      table(
        ['FIELD', 'FATE', 'WHY'],
        losses.map(({ path, fate, reason }) => [path, fate, reason]),
        paint,
      ),
      ...(further === 0 ? [] : [`and ${further} more`]),
      strict,
    ].join('\n');
  });
  return `${blocks.join('\n\n')}\n`;
}
