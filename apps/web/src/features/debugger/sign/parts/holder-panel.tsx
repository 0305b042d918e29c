import type { ReactElement } from 'react';
import { TextField } from '../../../../ui/field/text-field.tsx';
import { Panel } from '../../../../ui/panel/panel.tsx';
import { draftAlgorithms } from '../model/draft-key.ts';
import type { DraftState } from '../use-draft.ts';
import { words } from '../words.ts';
import { AlgorithmChoice } from './algorithm-choice.tsx';
import { Fault } from './fault.tsx';
import { KeyField } from './key-field.tsx';
import { RenewButton } from './renew-button.tsx';
import { Tick } from './tick.tsx';

const holderAlgorithms = draftAlgorithms.filter((algorithm) => !algorithm.startsWith('HS'));

function HolderKey({ state }: { readonly state: DraftState }): ReactElement {
  const { holderKey } = state.holding;
  const { key, jwk, isSecret, fitting, setText, setEncoding, setPassword, choose, renew } = holderKey;
  return (
    <>
      <div className="draft-row draft-times">
        <AlgorithmChoice
          label={words.holder.algorithm}
          value={key.algorithm}
          fitting={fitting}
          all={holderAlgorithms}
          onChoice={choose}
        />
        <span className="draft-gap" />
        <RenewButton label={words.holder.generate} onRenew={renew} />
      </div>
      <KeyField
        value={key}
        jwk={jwk}
        isSecret={isSecret}
        label={words.holder.label}
        placeholder={words.holder.placeholder}
        onText={setText}
        onEncoding={setEncoding}
        onPassword={setPassword}
      />
    </>
  );
}

/** The key that an SD-JWT is bound to, and the proof that whoever shows it has that key. */
export function HolderPanel({ state }: { readonly state: DraftState }): ReactElement {
  const { isBound, proves, wishes, setBound, setProves, wish } = state.holding;
  return (
    <Panel title={words.holder.title}>
      <div className="draft-row draft-times">
        <Tick label={words.holder.bind} isOn={isBound} onTick={setBound} />
        {isBound && <Tick label={words.holder.prove} isOn={proves} onTick={setProves} />}
      </div>
      {isBound && proves && (
        <div className="draft-row draft-times">
          <div className="draft-row draft-grow">
            <TextField
              labelClass="draft-label"
              className="draft-grow"
              label={words.holder.audience}
              value={wishes.audience}
              onValue={(audience) => wish({ audience })}
            />
          </div>
          <div className="draft-row draft-grow">
            <TextField
              labelClass="draft-label"
              className="draft-grow"
              label={words.holder.nonce}
              value={wishes.nonce}
              onValue={(nonce) => wish({ nonce })}
            />
          </div>
        </div>
      )}
      {isBound && <HolderKey state={state} />}
      <Fault state={state} part="holder" />
      <p className="token-foot">{isBound ? words.holder.note : words.holder.unbound}</p>
    </Panel>
  );
}
