import type { ReactElement } from 'react';
import { Moment } from '../../../../ui/moment/moment.tsx';
import type { DebuggerState } from '../debugger-state.ts';
import { words } from '../words.ts';
import { TimeChoice } from './time-choice.tsx';
import './verdict-aside.css';

/** Beside the verdict: when the token ends, and how much there is to know. */
export function VerdictAside({ state }: { readonly state: DebuggerState }): ReactElement {
  const { dissection, findings, now } = state;
  const end = dissection.described.claims.find(({ name }) => name === 'exp')?.time?.at;
  return (
    <span className="verdict-facts">
      {end !== undefined && (
        <span className="verdict-end">
          {end > now ? words.ends : words.ended} <Moment at={end} now={now} />
        </span>
      )}
      {!state.empty && <TimeChoice evaluation={state.evaluation} />}
      {findings.length > 0 && (
        <a className="verdict-findings" href="#findings">
          {words.findings.count(findings.length)}
        </a>
      )}
    </span>
  );
}
