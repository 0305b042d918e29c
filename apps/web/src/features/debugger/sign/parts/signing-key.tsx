import type { Jwk } from '@signet/token/keys';
import type { ReactElement } from 'react';
import { Panel } from '../../../../ui/panel/panel.tsx';
import { draftAlgorithms } from '../model/draft-key.ts';
import { textMember } from '../model/edit-json.ts';
import type { DraftState } from '../use-draft.ts';
import { words } from '../words.ts';
import { AlgorithmChoice } from './algorithm-choice.tsx';
import { Fault } from './fault.tsx';
import { KeyField } from './key-field.tsx';
import { PublicHalf } from './public-half.tsx';
import { RenewButton } from './renew-button.tsx';

/** The public key under the name that the token gives it. */
function named({ kid: own, ...jwk }: Jwk, header: string): Jwk {
  const kid = textMember(header, 'kid') ?? own;
  return kid === undefined ? jwk : { kid, ...jwk };
}

/** The key that signs: made here or pasted, both halves in sight. */
export function SigningKeyPanel({ state }: { readonly state: DraftState }): ReactElement {
  const { key, jwk, publicJwk, isSecret, fitting, setText, setEncoding, setPassword, choose, renew } =
    state.signingKey;
  return (
    <Panel
      title={words.key.title}
      actions={
        <AlgorithmChoice
          label={words.key.algorithm}
          value={key.algorithm}
          fitting={fitting}
          all={draftAlgorithms}
          onChoice={choose}
        />
      }
    >
      <KeyField
        value={key}
        jwk={jwk}
        isSecret={isSecret}
        label={words.key.privateLabel}
        placeholder={words.key.placeholder}
        onText={setText}
        onEncoding={setEncoding}
        onPassword={setPassword}
      />
      <Fault state={state} part="key" />
      <div className="token-foot draft-key-foot">
        <span>{words.key.privateNote}</span>
        <RenewButton label={words.key.generate} onRenew={renew} />
      </div>
      {publicJwk && <PublicHalf jwk={named(publicJwk, state.header)} title={words.key.publicTitle} />}
      {isSecret && <p className="token-foot">{words.key.secretNote}</p>}
    </Panel>
  );
}
