import { codeStacks } from '@signet/token/verification-code';
import type { ReactElement } from 'react';
import { Button } from '../../../../ui/button/button.tsx';
import { Panel } from '../../../../ui/panel/panel.tsx';
import type { DebuggerState } from '../debugger-state.ts';
import { CodeFormView } from './parts/code-form.tsx';
import { Refused } from './parts/refused.tsx';
import { Written } from './parts/written.tsx';
import { type CodeState, useCode } from './use-code.ts';
import { words } from './words.ts';
import './code.css';

function Stacks({ state }: { readonly state: CodeState }): ReactElement {
  return (
    <fieldset className="code-stacks">
      <legend className="code-legend">{words.stacks}</legend>
      {codeStacks.map(({ stack, name }) => (
        <Button
          key={stack}
          className="code-stack"
          aria-pressed={stack === state.stack}
          onClick={() => state.setStack(stack)}
        >
          {name}
        </Button>
      ))}
    </fieldset>
  );
}

function Body({ debuggerState }: { readonly debuggerState: DebuggerState }): ReactElement {
  const state = useCode(debuggerState);
  const { answer } = state;
  return (
    <div className="code-columns">
      <div className="code-asked">
        <Stacks state={state} />
        <CodeFormView state={state} skew={debuggerState.evaluation.skew} />
      </div>
      <div className="code-answer">
        {answer.kind === 'written' ? <Written written={answer} /> : <Refused refusal={answer.refusal} />}
      </div>
    </div>
  );
}

/** A short program that accepts tokens like this one and nothing else. */
export function CodePanel({ state }: { readonly state: DebuggerState }): ReactElement {
  const isEncrypted = state.dissection.parsed.kind === 'encrypted';
  return (
    <Panel title={words.title} className="code-panel">
      {isEncrypted ? <p className="quiet-words">{words.encrypted}</p> : <Body debuggerState={state} />}
    </Panel>
  );
}
