import type { ConfigurationProblem } from '@signet/contracts';
import { type Paint, verdictIcons } from '../../terminal/palette.ts';
import { safeText } from '../../terminal/safe-text.ts';
import { labelled } from '../../terminal/wrap.ts';

type Shown = Pick<ConfigurationProblem, 'file' | 'line' | 'column' | 'path' | 'actual' | 'expected' | 'fix'>;

export function problemText(problem: Shown, paint: Paint, width: number): string {
  const { file, line, column, path, actual, expected, fix } = problem;
  const rows = [
    ['Found', actual],
    ['Allowed', expected],
    ['Fix', fix],
  ] as const;
  const place = paint('strong', `${file}:${line}:${column}`);
  const body = rows
    .filter(([, text]) => text !== '')
    .map(([label, text]) => labelled(`  ${label}`, safeText(text), 11, width));
  return `\n${paint('refused', verdictIcons.refused)} ${place} ${safeText(path)}\n${body.join('\n')}\n`;
}

export function countOf(problems: readonly unknown[]): string {
  return problems.length === 1 ? 'One error' : `${problems.length} errors`;
}
