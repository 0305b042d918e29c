import { errorCatalogue } from '@signet/contracts';
import type { FailureParts } from '../failure.ts';
import { type Paint, verdictIcons } from './palette.ts';
import { safeText } from './safe-text.ts';
import { labelled, wrap } from './wrap.ts';

const column = 10;

/** A failure for people: the sentence, what was expected, what came, how to mend it. */
export function failureText(parts: FailureParts, paint: Paint, width: number): string {
  const lines = wrap(safeText(parts.sentence), width - 2);
  const icon = paint('refused', verdictIcons.refused);
  return `${[`${icon} ${lines.join('\n  ')}`, ...refusalRows(parts, width)].join('\n')}\n`;
}

/** How to read the page of a code; undefined for what has none. */
export function explainHint(code: string): string | undefined {
  return Object.hasOwn(errorCatalogue, code) ? `npx --no signet explain ${code}` : undefined;
}

/** The rows under a refusal's sentence; what is not known is left out. */
export function refusalRows(
  { expected, actual, fix, rule, code, reference }: FailureParts & { readonly rule?: string },
  width: number,
): readonly string[] {
  const rows = [
    ['Expected', expected],
    ['Got', actual],
    ['Fix', fix],
    ['Rule', rule],
    ['Code', code === 'usage' ? undefined : code],
    ['More', code === undefined ? undefined : explainHint(code)],
    ['Reference', reference],
  ] as const;
  return rows.flatMap(([label, text]) =>
    text === undefined || text === ''
      ? []
      : [`  ${labelled(label, safeText(text), column, width - 2).replaceAll('\n', '\n  ')}`],
  );
}
