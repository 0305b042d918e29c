import { type ComparedMember, compareTokens, type TokenComparison } from '@signet/token/compare';
import { parseToken } from '@signet/token/parse';
import { answer, type CommonOptions, type Context } from '../../context.ts';
import { type ExitCode, usageFailure } from '../../failure.ts';
import { longestToken } from '../../input/longest-token.ts';
import { readPasted } from '../../input/read-pasted.ts';
import { outcomeLine, type Paint } from '../../terminal/palette.ts';
import { safeInline } from '../../terminal/safe-text.ts';
import { labelled } from '../../terminal/wrap.ts';

const limits = { maxBytes: longestToken };

/** Header and claims of two tokens side by side; 1 when they differ. Each is a file, one of them may be `-`. */
export async function diff(
  context: Context,
  first: string,
  second: string,
  options: CommonOptions,
): Promise<ExitCode> {
  if (first === '-' && second === '-') throw onlyOnce();
  const one = parseToken(await readPasted(context, first), limits);
  const other = parseToken(await readPasted(context, second), limits);
  const comparison = compareTokens(one, other);
  answer(context, options, comparison, () =>
    comparisonText(comparison, context.paint, context.terminal.width),
  );
  return comparison.same ? 0 : 1;
}

function comparisonText({ same, header, claims }: TokenComparison, paint: Paint, width: number): string {
  const head = same ? 'Header and claims are the same.' : 'The tokens differ.';
  return `${[
    `${outcomeLine(paint, same, head)} Signatures are not compared.`,
    ...part('Header', header),
    ...part('Claims', claims),
  ].join('\n')}\n`;

  function part(title: string, members: readonly ComparedMember[]): readonly string[] {
    return members.length === 0 ? [] : ['', paint('strong', title), ...members.flatMap(rows)];
  }

  function rows({ name, kind, first, second }: ComparedMember): readonly string[] {
    const label = safeInline(name);
    if (kind === 'same') return [row(' ', label, first)];
    const removed = first === undefined ? [] : [paint('refused', row('-', label, first))];
    const added = second === undefined ? [] : [paint('verified', row('+', label, second))];
    return [...removed, ...added];
  }

  function row(sign: string, label: string, value = ''): string {
    return labelled(`${sign} ${label} `, safeInline(value), Math.max(16, label.length + 3), width);
  }
}

function onlyOnce(): Error {
  return usageFailure({
    sentence: 'Standard input can be read only once.',
    expected: 'at most one -',
    fix: 'Put one of the tokens into a file.',
  });
}
