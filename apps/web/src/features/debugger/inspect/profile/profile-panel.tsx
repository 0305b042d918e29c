import type { ProfileName } from '@signet/token/profiles';
import { profileNames } from '@signet/token/profiles';
import type { ReactElement } from 'react';
import { FindingItem } from '../../../../parts/token-view/finding-item.tsx';
import { Panel } from '../../../../ui/panel/panel.tsx';
import type { DebuggerState } from '../debugger-state.ts';
import type { Holding } from './model/hold.ts';
import { IssuerNote } from './parts/issuer-note.tsx';
import { KnownFields } from './parts/known-fields.tsx';
import { Outcome } from './parts/outcome.tsx';
import { ProofView } from './parts/proof-view.tsx';
import { type ProfileState, useProfile } from './use-profile.ts';
import { words } from './words.ts';
import './profile.css';

function ProfileChoice({ state }: { readonly state: ProfileState }): ReactElement {
  const { recognised, profile, choose } = state;
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
  readonly state: ProfileState;
  readonly profile: ProfileName;
  readonly holding: Holding;
}

function Held({ state, profile, holding }: HeldProps): ReactElement {
  const { findings, proof } = holding;
  return (
    <div aria-busy={state.isStale}>
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
export function ProfilePanel({ state: debuggerState }: { readonly state: DebuggerState }): ReactElement {
  const state = useProfile(debuggerState);
  const { profile, holding } = state;
  const { described } = debuggerState.dissection;
  const { kind, rule } = described.kind;
  return (
    <Panel title={words.title} className="profile-panel" actions={<ProfileChoice state={state} />}>
      <p className="profile-kind">
        {words.kinds[kind]} <span className="finding-rule">{rule}</span>
      </p>
      {described.issuer && <IssuerNote issuer={described.issuer} />}
      {profile === undefined && <p className="quiet-words">{words.chooseOne}</p>}
      {profile !== undefined && (
        <div className="profile-columns">
          {holding ? (
            <Held state={state} profile={profile} holding={holding} />
          ) : (
            <p className="quiet-words">{words.checking}</p>
          )}
          <KnownFields state={state} profile={profile} />
        </div>
      )}
    </Panel>
  );
}
