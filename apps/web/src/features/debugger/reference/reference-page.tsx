import type { DecisionRecord, Reference } from '@signet/contracts';
import { IconX } from '@tabler/icons-react';
import { type ReactElement, type ReactNode, useMemo } from 'react';
import { ExplanationView } from '../../../parts/explanation/explanation-view.tsx';
import { readRefusal } from '../../../parts/explanation/model/read-refusal.ts';
import { explainHere } from '../../../parts/explanation/model/speak-refusal.ts';
import { SaidPanel } from '../../../parts/explanation/said-panel.tsx';
import { useSession } from '../../../parts/session/use-session.ts';
import { useAsks } from '../../../ui/asking/asking.ts';
import { IconButton } from '../../../ui/button/button.tsx';
import { TextEditor } from '../../../ui/editor/text-editor.tsx';
import { Panel } from '../../../ui/panel/panel.tsx';
import { VerdictLine } from '../../../ui/verdict/verdict-line.tsx';
import type { Arrival } from './arrival.ts';
import { lineOf } from './model/line.ts';
import { readCarried } from './model/read-link.ts';
import { RecordPanel } from './parts/record-panel.tsx';
import { useRecord } from './use-record.ts';
import { words } from './words.ts';
import './reference.css';

interface ReferencePageProps {
  readonly arrival: Arrival;
  readonly onText: (text: string) => void;
  /** Whether the reader looks at it; a session lasts no longer. */
  readonly isShown: boolean;
  readonly modes: ReactNode;
}

interface TextPanelProps {
  readonly text: string;
  readonly onText: (text: string) => void;
}

function TextPanel({ text, onText }: TextPanelProps): ReactElement {
  const clear = (
    <IconButton label={words.text.clear} icon={IconX} disabled={text === ''} onClick={() => onText('')} />
  );
  return (
    <Panel title={words.text.title} actions={clear}>
      <TextEditor
        className="refusal-editor"
        label={words.text.label}
        placeholder={words.text.placeholder}
        value={text}
        onChange={onText}
      />
      <div className="token-foot">
        <p>{words.text.hint}</p>
      </div>
    </Panel>
  );
}

/** The explanation of a link, marked as what it is. */
function LinkedPanel({ record }: { readonly record: DecisionRecord }): ReactElement {
  return (
    <Panel title={words.record.linkedTitle}>
      <p className="refusal-note">{words.record.linked}</p>
      <ExplanationView explanation={explainHere(record)} />
    </Panel>
  );
}

function NoRecordPanel(): ReactElement {
  return (
    <Panel title={words.record.title}>
      <p className="quiet-words">{words.record.empty}</p>
    </Panel>
  );
}

function useCarried(arrival: Arrival): DecisionRecord | undefined {
  return useMemo(() => (arrival.kind === 'link' ? readCarried(arrival.carried) : undefined), [arrival]);
}

/** What a refusal says itself, and what its record says of each step. */
export function ReferencePage({ arrival, onText, isShown, modes }: ReferencePageProps): ReactElement {
  useAsks(isShown);
  const session = useSession(isShown);
  const text = arrival.kind === 'text' ? arrival.text : '';
  const refusal = useMemo(() => readRefusal(text), [text]);
  const carried = useCarried(arrival);
  const reference: Reference | undefined = refusal?.reference ?? carried?.reference;
  const reading = useRecord(reference, session);
  const line = lineOf({ arrival, refusal, carried, record: reading.state });
  return (
    <>
      <VerdictLine name={words.verdict} {...line} />
      <main className="workbench">
        <h1 className="visually-hidden">{words.page}</h1>
        {modes}
        <div className="refusal-column">
          <TextPanel text={text} onText={onText} />
          {arrival.kind === 'text' && <SaidPanel refusal={refusal} />}
        </div>
        <div className="refusal-column">
          {carried && reading.state.kind !== 'read' && <LinkedPanel record={carried} />}
          {reference ? (
            <RecordPanel reference={reference} session={session} reading={reading} />
          ) : (
            <NoRecordPanel />
          )}
        </div>
      </main>
    </>
  );
}
