import { type ContentEncryption, contentEncryptions, writingAlgorithms } from '@signet/token/jwe';
import type { AgreementCurve } from '@signet/token/keys';
import { type ReactElement, useId } from 'react';
import { Panel } from '../../../../ui/panel/panel.tsx';
import { recipientCurves } from '../model/recipient.ts';
import type { DraftState } from '../use-draft.ts';
import { words } from '../words.ts';
import { AlgorithmChoice } from './algorithm-choice.tsx';
import { Fault } from './fault.tsx';
import { KeyField } from './key-field.tsx';
import { PublicHalf } from './public-half.tsx';
import { RenewButton } from './renew-button.tsx';

interface SelectProps {
  readonly label: string;
  readonly value: string;
  readonly names: readonly string[];
  readonly onName: (name: string) => void;
}

function Select({ label, value, names, onName }: SelectProps): ReactElement {
  const id = useId();
  return (
    <>
      <label className="draft-label" htmlFor={id}>
        {label}
      </label>
      <select id={id} className="field" value={value} onChange={({ target }) => onName(target.value)}>
        {names.map((name) => (
          <option key={name}>{name}</option>
        ))}
      </select>
    </>
  );
}

function Choices({ state }: { readonly state: DraftState }): ReactElement {
  const { recipient, fitting, choose } = state.recipient;
  const { algorithm, encryption, curve } = recipient;
  return (
    <div className="draft-row draft-times draft-choices">
      <AlgorithmChoice
        label={words.recipient.algorithm}
        value={algorithm}
        fitting={fitting}
        all={writingAlgorithms}
        onChoice={(chosen) => choose({ algorithm: chosen })}
      />
      <Select
        label={words.recipient.encryption}
        value={encryption}
        names={contentEncryptions}
        onName={(chosen) => choose({ encryption: chosen as ContentEncryption })}
      />
      {algorithm.startsWith('ECDH') && (
        <Select
          label={words.recipient.curve}
          value={curve}
          names={recipientCurves}
          onName={(chosen) => choose({ curve: chosen as AgreementCurve })}
        />
      )}
    </div>
  );
}

/** Whom the token is encrypted for: a pasted public key, or one made here with both halves in sight. */
export function RecipientPanel({ state }: { readonly state: DraftState }): ReactElement {
  const { recipient, jwk, publicJwk, isSecret, setText, setEncoding, setPassword, renew } = state.recipient;
  return (
    <Panel title={words.recipient.title}>
      <Choices state={state} />
      <KeyField
        value={recipient}
        jwk={jwk}
        isSecret={isSecret}
        label={words.recipient.label}
        placeholder={words.recipient.placeholder}
        onText={setText}
        onEncoding={setEncoding}
        onPassword={setPassword}
      />
      <Fault state={state} part="recipient" />
      <div className="token-foot draft-key-foot">
        <span>{words.recipient.note}</span>
        <RenewButton label={words.recipient.generate} onRenew={renew} />
      </div>
      {publicJwk && <PublicHalf jwk={publicJwk} title={words.recipient.publicTitle} />}
    </Panel>
  );
}
