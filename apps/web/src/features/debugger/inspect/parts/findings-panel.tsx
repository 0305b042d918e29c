import type { ReactElement } from 'react';
import { FindingItem } from '../../../../parts/token-view/finding-item.tsx';
import { inOrder } from '../../../../parts/token-view/model/in-order.ts';
import { Panel } from '../../../../ui/panel/panel.tsx';
import type { DebuggerState } from '../debugger-state.ts';
import { words } from '../words.ts';
import { DiagnosisView } from './diagnosis-view.tsx';
import { LinkedNote } from './notes.tsx';

interface FindingsPanelProps {
  readonly state: DebuggerState;
}

function Diagnosed({ state }: FindingsPanelProps): ReactElement | null {
  if (state.diagnosis.kind === 'not-needed') return null;
  return (
    <div className="finding-diagnosis">
      <DiagnosisView diagnosis={state.diagnosis} onMend={state.mend} />
    </div>
  );
}

/**
 * The findings, with those past advice leaves room for: it is likely to be given again in a moment, and what stands
 * below would move away and come back.
 */
function List({ state: { findings, pastAdvice = [] } }: FindingsPanelProps): ReactElement {
  return (
    <ol className="findings">
      {inOrder([...findings, ...pastAdvice]).map((finding) => (
        <FindingItem key={finding.id} finding={finding} isPast={!findings.includes(finding)} />
      ))}
    </ol>
  );
}

/** What is wrong or risky, in order of consequence, each with a way to mend it. */
export function FindingsPanel({ state }: FindingsPanelProps): ReactElement {
  const { findings, empty, isLinked, keyFrom } = state;
  return (
    <Panel
      id="findings"
      title={words.findings.title}
      className="findings-panel"
      note={findings.length > 0 && words.findings.count(findings.length)}
    >
      {(isLinked || keyFrom !== undefined) && <LinkedNote from={keyFrom} />}
      <Diagnosed state={state} />
      {findings.length === 0 ? (
        <p className="quiet-words">{empty ? words.findings.empty : words.findings.none}</p>
      ) : (
        <List state={state} />
      )}
    </Panel>
  );
}
