import { IconArrowsDiff, IconArrowsExchange } from '@tabler/icons-react';
import { type ReactElement, type ReactNode, useEffect, useEffectEvent, useState } from 'react';
import { Button } from '../../../ui/button/button.tsx';
import { Choice } from '../../../ui/choice/choice.tsx';
import { Panel } from '../../../ui/panel/panel.tsx';
import { VerdictLine } from '../../../ui/verdict/verdict-line.tsx';
import { sideNames } from './model/compare.ts';
import { Differences, type Shown } from './parts/differences.tsx';
import { SidePanel } from './parts/side-panel.tsx';
import { resultOf } from './result.ts';
import { type ComparisonState, useComparison } from './use-comparison.ts';
import { words } from './words.ts';
import './compare.css';

interface ComparePageProps {
  /** The token that stands in Inspect. */
  readonly inspected: string;
  /** A token that is brought here to be the first of the two. */
  readonly taken?: { readonly token: string } | undefined;
  readonly modes: ReactNode;
}

function Line({ comparison }: Pick<ComparisonState, 'comparison'>): ReactElement {
  const { tone, word, reason } = resultOf(comparison);
  const icon =
    tone === 'unknown' ? <IconArrowsDiff className="tone-icon" size={20} aria-hidden /> : undefined;
  return <VerdictLine name={words.verdict} tone={tone} word={word} reason={reason} {...(icon && { icon })} />;
}

interface ControlsProps {
  readonly state: ComparisonState;
  readonly shown: Shown;
  readonly onShown: (shown: Shown) => void;
}

const choices: readonly Shown[] = ['all', 'differences'];

function Controls({ state, shown, onShown }: ControlsProps): ReactElement {
  const { comparison } = state;
  return (
    <div className="compare-controls">
      <Button onClick={state.swap} disabled={comparison.kind === 'empty'}>
        <IconArrowsExchange size={15} stroke={1.75} aria-hidden />
        {words.swap}
      </Button>
      <Choice
        label={words.show}
        value={shown}
        disabled={comparison.kind !== 'compared'}
        onChoose={onShown}
        options={choices}
        names={words.shown}
      />
    </div>
  );
}

function Invitation({ onSample }: { readonly onSample: () => void }): ReactElement {
  return (
    <Panel title={words.empty.title} className="compare-wide">
      <div className="compare-invitation">
        <p>{words.empty.text}</p>
        <Button weight="primary" onClick={onSample}>
          {words.sample}
        </Button>
      </div>
    </Panel>
  );
}

/** Two tokens side by side, and what differs between them. Nothing is verified here. */
export function ComparePage({ inspected, taken, modes }: ComparePageProps): ReactElement {
  const state = useComparison();
  const take = useEffectEvent(({ token }: { readonly token: string }) => state.setText('first', token, true));
  useEffect(() => {
    if (taken) take(taken);
  }, [taken]);
  const [shown, setShown] = useState<Shown>('all');
  const { comparison } = state;
  return (
    <>
      <Line comparison={comparison} />
      <main className="workbench compare">
        <h1 className="visually-hidden">{words.page}</h1>
        <div className="compare-top">
          {modes}
          <Controls state={state} shown={shown} onShown={setShown} />
        </div>
        {sideNames.map((side) => (
          <SidePanel key={side} side={side} state={state} inspected={inspected} />
        ))}
        {comparison.kind === 'compared' ? (
          <Differences comparison={comparison} shown={shown} />
        ) : (
          <Invitation onSample={state.useSample} />
        )}
      </main>
    </>
  );
}
