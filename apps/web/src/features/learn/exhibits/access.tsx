import { type ReactElement, useCallback, useState } from 'react';
import { Prose } from '../../../parts/prose/prose.tsx';
import { Choice } from '../../../ui/choice/choice.tsx';
import { Panel } from '../../../ui/panel/panel.tsx';
import { ToneIcon } from '../../../ui/verdict/tone-icon.tsx';
import {
  type AccessDecision,
  type CallerName,
  callerNames,
  decideAccess,
  type RequestName,
  requestNames,
} from '../model/access-rules.ts';
import { TokenText } from '../parts/token-text.tsx';
import { useMade } from '../use-made.ts';
import { words } from '../words/words.ts';
import type { ExhibitProps } from './exhibit.ts';
import './access.css';

const { access: say } = words;

interface OptionsProps<Name extends string> {
  readonly legend: string;
  readonly names: readonly Name[];
  readonly labels: Readonly<Record<Name, string>>;
  readonly value: Name;
  readonly onChoose: (name: Name) => void;
}

function Options<Name extends string>({
  legend,
  names,
  labels,
  value,
  onChoose,
}: OptionsProps<Name>): ReactElement {
  return (
    <div className="access-choice">
      <span className="access-legend">{legend}</span>
      <Choice
        className="access-options"
        label={legend}
        value={value}
        onChoose={onChoose}
        options={names}
        names={labels}
      />
    </div>
  );
}

function Rule({ text, holds }: { readonly text: string; readonly holds: boolean }): ReactElement {
  const tone = holds ? 'verified' : 'refused';
  return (
    <li className={`access-rule tone-${tone}`}>
      <ToneIcon tone={tone} />
      <span>
        <strong className="verdict-word">{holds ? say.passed : say.failed}</strong> <Prose text={text} />
      </span>
    </li>
  );
}

function Rules({ decision }: { readonly decision: AccessDecision }): ReactElement {
  return (
    <ol className="access-rules">
      <Rule text={say.rules.token} holds={decision.verified} />
      <Rule text={say.rules.scope(decision.needsScope)} holds={decision.scope} />
      <Rule text={say.rules[decision.last]} holds={decision.lastRule} />
    </ol>
  );
}

/** Three callers, three requests: a fresh token each time, and three rules. */
export function Access({ live }: ExhibitProps): ReactElement {
  const [caller, setCaller] = useState<CallerName>('customer');
  const [request, setRequest] = useState<RequestName>('read-other');
  const decide = useCallback(
    () => decideAccess(caller, request, live.issuedAt),
    [caller, request, live.issuedAt],
  );
  const [made] = useMade(decide);
  return (
    <Panel title={say.title}>
      <div className="access-body">
        <Options
          legend={say.who}
          names={callerNames}
          labels={say.callers}
          value={caller}
          onChoose={setCaller}
        />
        <Options
          legend={say.what}
          names={requestNames}
          labels={say.requests}
          value={request}
          onChoose={setRequest}
        />
        {made.kind === 'made' && (
          <>
            <TokenText token={made.value.token} />
            <Rules decision={made.value} />
            <p role="status" className={`access-answer tone-${made.value.allowed ? 'verified' : 'refused'}`}>
              <strong className="verdict-word">{made.value.allowed ? say.allowed : say.forbidden}</strong>
            </p>
          </>
        )}
      </div>
    </Panel>
  );
}
