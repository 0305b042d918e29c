import type { Finding } from '@signet/token/lint';
import { type Paint, type VerdictHue, verdictIcons } from './palette.ts';
import { safeInline } from './safe-text.ts';
import { labelled } from './wrap.ts';

const hues: Readonly<Record<Finding['level'], VerdictHue>> = {
  error: 'refused',
  warning: 'warning',
  note: 'unknown',
};
const column = 12;

/** Each finding with its level, what to do, and where it is written down. */
export function findingLines(findings: readonly Finding[], paint: Paint, width: number): readonly string[] {
  return findings.flatMap((finding) => {
    const { level, sentence, fix, reference, rule } = finding;
    const hue = hues[level];
    const head = labelled(`${verdictIcons[hue]} ${level}`, safeInline(sentence), column, width);
    const split = verdictIcons[hue].length + 1 + level.length;
    return [
      `${paint(hue, head.slice(0, split))}${head.slice(split)}`,
      labelled('', safeInline(fix), column, width),
      paint('faint', labelled('', `${rule}, ${reference}`, column, width)),
    ];
  });
}

/** "2 errors, 1 note" of what there is. */
export function countOf(findings: readonly Finding[]): string {
  const counts = (['error', 'warning', 'note'] as const).flatMap((level) => {
    const count = findings.filter((finding) => finding.level === level).length;
    return count === 0 ? [] : [`${count} ${level}${count === 1 ? '' : 's'}`];
  });
  return counts.join(', ') || 'nothing found';
}
