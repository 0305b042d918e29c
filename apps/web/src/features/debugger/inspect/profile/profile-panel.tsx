import type { ProfileName } from '@signet/token/profiles';
import { profileNames } from '@signet/token/profiles';
import type { ReactElement } from 'react';
import { FindingItem } from '../../../../parts/token-view/finding-item.tsx';
import { Panel } from '../../../../ui/panel/panel.tsx';
import type { DebuggerState } from '../debugger-state.ts';
import { IssuerNote } from './parts/issuer-note.tsx';
import { KnownFields } from './parts/known-fields.tsx';
import { Outcome } from './parts/outcome.tsx';
import { ProofView } from './parts/proof-view.tsx';
import type { ProfileChoice } from './use-profile-choice.ts';
import { words } from './words.ts';
import './profile.css';

function Choice({ recognised, profile, choose }: ProfileChoice): ReactElement {
  return (
    <select
      className="field"
      aria-label={words.choose}
      value={profile ?? ''}
      onChange={({ target }) => choose(profileNames.find((name) => name === target.value))}
    >
      <option value="">{words.none}</option>
      {profileNames.map((name) => (
        <option key={name} value={name}>
          {name === recognised ? words.recognised(words.profiles[name]) : words.profiles[name]}
        </option>
      ))}
    </select>
  );
}

interface HeldProps {
  readonly state: DebuggerState;
  readonly profile: ProfileName;
}

function HeldAgainst({ state, profile }: HeldProps): ReactElement {
  const { holding, isStale } = state.held;
  if (holding === undefined) return <p className="quiet-words">{words.checking}</p>;
  const { findings, proof } = holding;
  return (
    <div aria-busy={isStale}>
      <Outcome profile={profile} findings={findings} known={state.known} />
      {findings.length > 0 && (
        <ol className="findings profile-findings">
          {findings.map((finding) => (
            <FindingItem key={finding.id} finding={finding} />
          ))}
        </ol>
      )}
      {proof && <ProofView proof={proof} />}
    </div>
  );
}

/** Which kind of token this is, and whether it keeps the rules of its kind. */
export function ProfilePanel({ state }: { readonly state: DebuggerState }): ReactElement {
  const { profileChoice, dissection } = state;
  const { profile } = profileChoice;
  const { described } = dissection;
  const { kind, rule } = described.kind;
  return (
    <Panel title={words.title} className="profile-panel" actions={<Choice {...profileChoice} />}>
      <p className="profile-kind">
        {words.kinds[kind]} <span className="finding-rule">{rule}</span>
      </p>
      {described.issuer && <IssuerNote issuer={described.issuer} />}
      {profile === undefined && <p className="quiet-words">{words.chooseOne}</p>}
      {profile !== undefined && (
        <div className="profile-columns">
          <HeldAgainst state={state} profile={profile} />
          <KnownFields state={state} profile={profile} />
        </div>
      )}
    </Panel>
  );
}
