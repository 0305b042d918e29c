import type { DecisionRecord } from '@signet/contracts';
import { type Paint, type VerdictHue, verdictIcons } from '../../terminal/palette.ts';
import { safeInline } from '../../terminal/safe-text.ts';

const hues: Readonly<Record<DecisionRecord['outcome'], VerdictHue>> = {
  forwarded: 'verified',
  refused: 'refused',
  failed: 'warning',
};

/** One decision in one line: when, what became of it, of what, and by which name it can be explained. */
export function recordLine(record: DecisionRecord, paint: Paint): string {
  const { at, outcome, status, refusal, method, path, route, token, durationMicros, reference } = record;
  const hue = hues[outcome];
  const verdict = `${verdictIcons[hue]} ${outcome.padEnd(9)} ${String(status).padStart(3)}`;
  const about = [
    refusal?.code,
    route,
    token?.subject,
    `${(durationMicros / 1000).toFixed(1)} ms`,
    reference,
  ].filter((part) => part !== undefined);
  return [
    paint('faint', timeOf(at)),
    paint(hue, verdict),
    safeInline(`${method} ${path}`),
    paint('faint', safeInline(about.join(' · '))),
  ].join('  ');
}

/** Of the day, in UTC as everywhere else. */
function timeOf(at: number): string {
  return `${new Date(at).toISOString().slice(11, 23)}Z`;
}
