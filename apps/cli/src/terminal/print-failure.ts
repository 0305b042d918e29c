import type { FailureParts } from '../failure.ts';
import { type Paint, verdictIcons } from './palette.ts';
import { safeText } from './safe-text.ts';
import { labelled, wrap } from './wrap.ts';

const column = 10;

/** A failure for people: the sentence, what was expected, what came, how to mend it. */
export function failureText(parts: FailureParts, paint: Paint, width: number): string {
  const [first = '', ...rest] = wrap(safeText(parts.sentence), width - 2);
  return [
    `${paint('refused', verdictIcons.refused)} ${[first, ...rest].join('\n  ')}`,
    ...part('Expected', parts.expected),
    ...part('Came', parts.actual),
    ...part('Mend', parts.fix),
    ...(parts.code === undefined || parts.code === 'usage' ? [] : part('Code', parts.code)),
    '',
  ].join('\n');

  function part(label: string, text: string | undefined): readonly string[] {
    if (text === undefined || text === '') return [];
    return [`  ${labelled(label, safeText(text), column, width - 2).replaceAll('\n', '\n  ')}`];
  }
}
