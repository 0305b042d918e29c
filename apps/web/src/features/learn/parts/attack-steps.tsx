import { IconArrowDown, IconRefresh } from '@tabler/icons-react';
import { type ReactElement, useState } from 'react';
import { Button } from '../../../ui/button/button.tsx';
import type { AttackId, AttackRun, AttackStep, Trial } from '../lab/attack.ts';
import { attacks, type Caption, type TrialCaption } from '../words/attacks.ts';
import { words } from '../words/words.ts';
import { ExhibitView } from './exhibit-view.tsx';
import { OpenInDebugger } from './open-in-debugger.tsx';
import { StepFrame } from './step-frame.tsx';
import { TrialView } from './trial-view.tsx';

interface AttackStepsProps {
  readonly name: AttackId;
  readonly run: AttackRun;
  /** Plays it again, with new keys. */
  readonly again?: () => void;
}

type Moment =
  | { readonly kind: 'step'; readonly caption: Caption; readonly step: AttackStep }
  | { readonly kind: 'trial'; readonly caption: TrialCaption; readonly trial: Trial };

const nameless: TrialCaption = { title: '', text: '', why: '' };

function momentsOf(name: AttackId, run: AttackRun): readonly Moment[] {
  const { steps, trials } = attacks[name];
  return [
    ...run.steps.map((step): Moment => ({ kind: 'step', caption: steps[step.name] ?? nameless, step })),
    ...run.trials.map((trial): Moment => ({ kind: 'trial', caption: trials[trial.name] ?? nameless, trial })),
  ];
}

/** The steps of an attack one after another, at the reader's pace; both verifiers answer at the end. */
export function AttackSteps({ name, run, again }: AttackStepsProps): ReactElement {
  const [shown, setShown] = useState(1);
  const moments = momentsOf(name, run);
  const total = moments.length;
  const latest = moments[shown - 1]?.caption.title ?? '';
  return (
    <>
      <span className="visually-hidden" role="status">
        {`${words.lab.progress(shown, total)}: ${latest}`}
      </span>
      <ol className="attack-steps">
        {moments.slice(0, shown).map((moment) => (
          <StepFrame key={moment.caption.title} caption={moment.caption}>
            {moment.kind === 'step' ? (
              <ExhibitView exhibit={moment.step.exhibit} />
            ) : (
              <TrialView trial={moment.trial} why={moment.caption.why} />
            )}
          </StepFrame>
        ))}
      </ol>
      <div className="attack-actions">
        {shown < total && (
          <Button weight="primary" onClick={() => setShown(shown + 1)}>
            {words.lab.next} <IconArrowDown size={16} stroke={2} aria-hidden />
          </Button>
        )}
        {shown < total && <Button onClick={() => setShown(total)}>{words.lab.all}</Button>}
        {again && (
          <Button onClick={again}>
            <IconRefresh size={16} stroke={1.75} aria-hidden /> {words.lab.again}
          </Button>
        )}
        <span className="quiet attack-progress">{words.lab.progress(shown, total)}</span>
      </div>
      {shown === total && <OpenInDebugger {...run.forDebugger} />}
    </>
  );
}
