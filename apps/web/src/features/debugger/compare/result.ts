import { translate } from '../../../ui/language/translate.ts';
import type { Tone } from '../../../ui/verdict/tone.ts';
import type { Compared, Comparison } from './model/compare.ts';
import { type Conclusion, conclude } from './model/conclude.ts';
import { words } from './words.ts';

/** The answer on top of the page. */
export interface Result {
  readonly tone: Tone;
  readonly word: string;
  readonly reason: string;
}

/** The comparison in one sentence. It is never a verdict: both tokens may be forged. */
export function resultOf(comparison: Comparison): Result {
  const { state, conclusions } = words;
  switch (comparison.kind) {
    case 'empty':
      return { tone: 'unknown', word: state.waiting, reason: conclusions.empty };
    case 'one-sided':
      return { tone: 'unknown', word: state.waiting, reason: conclusions.oneSided(comparison.missing) };
    case 'unreadable': {
      const { side, why } = comparison;
      const reason = why === undefined ? conclusions.notAToken : translate(why);
      return {
        tone: 'refused',
        word: state.unreadable,
        reason: conclusions.unreadable(side, reason),
      };
    }
    case 'compared':
      return resultOfCompared(comparison);
  }
}

function resultOfCompared(compared: Compared): Result {
  const { kind, names } = conclude(compared);
  const tone = kind === 'same-signature' ? 'warning' : 'unknown';
  return { tone, word: words.state[stateOf(kind, names)], reason: sentenceOf({ kind, names }) };
}

function stateOf(kind: Conclusion['kind'], names: readonly string[]): 'same' | 'different' | 'warning' {
  if (kind === 'same-signature') return 'warning';
  if (kind === 'identical') return 'same';
  return names.length === 0 && kind !== 'encrypted' ? 'same' : 'different';
}

function sentenceOf({ kind, names }: Conclusion): string {
  const { conclusions } = words;
  switch (kind) {
    case 'identical':
      return conclusions.identical;
    case 'rewritten':
      return conclusions.rewritten;
    case 'same-content':
      return conclusions.sameContent;
    case 'same-signature':
      return conclusions.sameSignature(names);
    case 'encrypted':
      return conclusions.encrypted(names);
    case 'reissued':
      return conclusions.reissued(names);
    case 'differ':
      return conclusions.differ(names);
  }
}
