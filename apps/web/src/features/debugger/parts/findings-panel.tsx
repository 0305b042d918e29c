import { IconInfoCircle } from '@tabler/icons-react';
import type { ReactElement } from 'react';
import { Panel } from '../../../ui/panel/panel.tsx';
import { ToneIcon } from '../../../ui/verdict/tone-icon.tsx';
import type { Finding } from '../model/inspection.ts';
import type { DebuggerState } from '../use-debugger.ts';
import { words } from '../words.ts';
import { DiagnosisView } from './diagnosis-view.tsx';
import { LinkedNote, MendedNote } from './notes.tsx';
import './findings-panel.css';

function Detail({
  name,
  text,
}: {
  readonly name: string;
  readonly text: string | undefined;
}): ReactElement | null {
  if (text === undefined) return null;
  return (
    <>
      <dt>{name}</dt>
      <dd>{text}</dd>
    </>
  );
}

function FindingItem({ finding }: { readonly finding: Finding }): ReactElement {
  const { tone, sentence, place, expected, actual, fix, rule } = finding;
  return (
    <li className={`finding tone-${tone === 'note' ? 'unknown' : tone}`}>
      {tone === 'note' ? (
        <IconInfoCircle className="tone-icon" size={18} aria-hidden />
      ) : (
        <ToneIcon tone={tone} />
      )}
      <div className="finding-body">
        <p className="finding-sentence">
          <span className="finding-word">{tone === 'note' ? words.findings.note : words.tones[tone]}</span>{' '}
          {sentence}
        </p>
        <dl className="finding-details">
          <Detail name={words.findings.place} text={place} />
          <Detail name={words.findings.expected} text={expected} />
          <Detail name={words.findings.actual} text={actual} />
          <Detail name={words.findings.fix} text={fix} />
        </dl>
        {rule && <p className="finding-rule">{rule}</p>}
      </div>
    </li>
  );
}

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
  const { findings, empty, mended, isLinked } = state;
  return (
    <Panel
      id="findings"
      title={words.findings.title}
      className="findings-panel"
      note={findings.length > 0 && words.findings.count(findings.length)}
    >
      {isLinked && <LinkedNote onTrust={state.trustKey} />}
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
