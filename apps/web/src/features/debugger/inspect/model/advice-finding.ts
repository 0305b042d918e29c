import type { Finding as LintFinding } from '@signet/token/lint';
import type { Finding } from '../../../../parts/token-view/model/inspection.ts';

const tones = { error: 'warning', warning: 'warning', note: 'note' } as const;

/** A finding of the token room as the page lists it. */
export function toAdvice({ rule, level, sentence, fix, reference }: LintFinding): Finding {
  return {
    id: `${rule}:${sentence}`,
    tone: tones[level],
    isGrave: level === 'error',
    sentence,
    fix,
    rule: reference,
  };
}
