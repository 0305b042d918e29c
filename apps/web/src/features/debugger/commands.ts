import type { DebuggerState } from './inspect/debugger-state.ts';
import { words as inspectWords } from './inspect/words.ts';
import type { Command } from './palette/palette.tsx';
import { words } from './palette/words.ts';
import type { GoTo } from './use-mode.ts';

/** What the palette offers. What concerns the token leads back to it. */
export function commandsOf(
  state: DebuggerState,
  goTo: GoTo,
  show: (overlay: 'history' | 'tour') => void,
): readonly Command[] {
  const inspecting = (run: () => void) => () => {
    goTo('inspect');
    run();
  };
  return [
    { name: words.inspect, run: () => goTo('inspect') },
    { name: words.sign, run: () => goTo('sign') },
    { name: words.compare, run: () => goTo('compare') },
    { name: words.refusal, run: () => goTo('refusal') },
    { name: words.tour, run: () => show('tour') },
    { name: words.history, run: () => show('history') },
    { name: inspectWords.token.sample, run: inspecting(state.takeSample) },
    { name: inspectWords.token.clear, run: inspecting(state.clear) },
    { name: words.checkNow, run: inspecting(() => state.evaluation.choose(undefined)) },
    { name: inspectWords.token.copy, run: () => void navigator.clipboard.writeText(state.token) },
  ];
}
