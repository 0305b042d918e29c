import { words as tokenWords } from '../../parts/token-view/words.ts';
import type { DebuggerState } from './inspect/debugger-state.ts';
import { sampleGroups } from './inspect/model/sample-names.ts';
import { words as inspectWords } from './inspect/words.ts';
import type { Command } from './palette/palette.tsx';
import { words } from './palette/words.ts';
import type { GoTo } from './use-mode.ts';

/** Where each panel of the desk stands, in the order of the page. */
const panelPlaces = {
  token: '#token',
  key: '.panel:has(.key-editor)',
  header: '.decoded-header',
  payload: '.decoded-payload',
  findings: '#findings',
} as const;

function panels(): readonly Command[] {
  const names = {
    token: inspectWords.token.title,
    key: inspectWords.key.title,
    ...tokenWords.parts,
    findings: inspectWords.findings.title,
  };
  return (['token', 'key', 'header', 'payload', 'findings'] as const).map((panel) => ({
    group: words.panels,
    name: names[panel],
    // Once the desk is shown: it may stand behind another one.
    run: () => requestAnimationFrame(() => document.querySelector(panelPlaces[panel])?.scrollIntoView()),
  }));
}

function samples({ takeSample }: DebuggerState): readonly Command[] {
  return Object.values(sampleGroups)
    .flat()
    .map((name) => ({
      group: inspectWords.token.samples,
      name: inspectWords.samples.names[name],
      run: () => takeSample(name),
    }));
}

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
    ...samples(state).map(({ run, ...command }) => ({ ...command, run: inspecting(run) })),
    ...panels().map(({ run, ...command }) => ({ ...command, run: inspecting(run) })),
    { name: inspectWords.token.clear, run: inspecting(state.clear) },
    { name: words.checkNow, run: inspecting(() => state.evaluation.choose(undefined)) },
    { name: inspectWords.token.copy, run: () => void navigator.clipboard.writeText(state.token) },
  ];
}
