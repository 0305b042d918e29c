import type { ReactElement } from 'react';
import { Panel } from '../../../ui/panel/panel.tsx';
import type { DebuggerState } from '../use-debugger.ts';
import { words } from '../words.ts';
import { DiagnosisView } from './diagnosis-view.tsx';
import { FindingItem } from './finding-item.tsx';
import { LinkedNote, MendedNote } from './notes.tsx';

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

/** What is wrong or risky, in order of consequence, each with a way to mend it. */
export function FindingsPanel({ state }: FindingsPanelProps): ReactElement {
  const { findings, empty, mended, isLinked, keyFrom } = state;
  return (
    <Panel
      id="findings"
      title={words.findings.title}
      className="findings-panel"
      note={findings.length > 0 && words.findings.count(findings.length)}
    >
      {(isLinked || keyFrom !== undefined) && <LinkedNote from={keyFrom} onTrust={state.trustKey} />}
      {mended && <MendedNote label={mended.label} onUndo={state.undo} />}
      <Diagnosed state={state} />
      {findings.length === 0 ? (
        <p className="quiet-words">{empty ? words.findings.empty : words.findings.none}</p>
      ) : (
        <ol className="findings">
          {findings.map((finding) => (
            <FindingItem key={finding.id} finding={finding} />
          ))}
        </ol>
      )}
    </Panel>
  );
}
