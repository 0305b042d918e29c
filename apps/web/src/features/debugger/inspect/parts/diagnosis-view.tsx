import { IconTool } from '@tabler/icons-react';
import type { ReactElement } from 'react';
import { Button } from '../../../../ui/button/button.tsx';
import { translate } from '../../../../ui/language/translate.ts';
import type { Cause, DiagnosisState } from '../model/diagnose.ts';
import type { Mend } from '../model/mend.ts';
import { words } from '../words.ts';
import './diagnosis-view.css';

interface CauseProps {
  readonly cause: Cause;
  readonly onMend: (mend: Mend) => void;
}

function CauseItem({ cause, onMend }: CauseProps): ReactElement {
  const { certainty, sentence, fix, rule, mend } = cause;
  return (
    <li className="cause">
      <p>
        <span className="cause-certainty">{words.diagnosis.certainty[certainty]}</span> {translate(sentence)}
      </p>
      <p className="cause-fix">
        {translate(fix)} {rule && <span className="cause-rule">{rule}</span>}
      </p>
      {mend && (
        <Button className="cause-mend" weight="primary" onClick={() => onMend(mend)}>
          <IconTool size={15} stroke={1.75} aria-hidden />
          {mend.label}
        </Button>
      )}
    </li>
  );
}

interface DiagnosisViewProps {
  readonly diagnosis: DiagnosisState;
  readonly onMend: (mend: Mend) => void;
}

/** What was tried to find out why the signature does not match, and what came of it. */
export function DiagnosisView({ diagnosis, onMend }: DiagnosisViewProps): ReactElement | null {
  if (diagnosis.kind === 'not-needed') return null;
  return (
    <section
      className="diagnosis"
      aria-label={words.diagnosis.title}
      aria-busy={diagnosis.kind === 'searching'}
    >
      <h3 className="diagnosis-title">{words.diagnosis.title}</h3>
      <p className="diagnosis-tried" role="status">
        {told(diagnosis)}
      </p>
      {diagnosis.kind === 'done' && diagnosis.causes.length > 0 && (
        <ol className="causes">
          {diagnosis.causes.map((cause) => (
            <CauseItem key={cause.sentence} cause={cause} onMend={onMend} />
          ))}
        </ol>
      )}
    </section>
  );
}

function told(diagnosis: DiagnosisState): string {
  if (diagnosis.kind !== 'done')
    return words.diagnosis[diagnosis.kind === 'too-long' ? 'tooLong' : 'searching'];
  const { tried, causes } = diagnosis;
  return causes.length > 0 ? words.diagnosis.found(tried, causes.length) : words.diagnosis.nothing(tried);
}
