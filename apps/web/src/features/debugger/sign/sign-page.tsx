import { IconPencil } from '@tabler/icons-react';
import type { ReactElement, ReactNode } from 'react';
import { Button } from '../../../ui/button/button.tsx';
import { VerdictLine } from '../../../ui/verdict/verdict-line.tsx';
import { presetNames } from './model/presets.ts';
import { isProof } from './model/start-draft.ts';
import { DraftEditor } from './parts/draft-editor.tsx';
import { ProofBinding } from './parts/proof-binding.tsx';
import { SignedTokenPanel } from './parts/signed-token.tsx';
import { SigningKeyPanel } from './parts/signing-key.tsx';
import { type DraftState, useDraft } from './use-draft.ts';
import { words } from './words.ts';
import './sign.css';

interface SignPageProps {
  /** Opens the token in the inspector with the key to verify it. */
  readonly onOpen: (token: string, key: string) => void;
  readonly modes: ReactNode;
}

function Line({ signed }: Pick<DraftState, 'signed'>): ReactElement {
  const [word, reason] =
    signed?.kind === 'refused'
      ? [words.unsigned, signed.sentence]
      : [words[signed ? 'signed' : 'signing'].word, words[signed ? 'signed' : 'signing'].reason];
  const tone = signed?.kind === 'refused' ? 'refused' : 'unknown';
  const icon = tone === 'unknown' ? <IconPencil className="tone-icon" size={20} aria-hidden /> : undefined;
  return <VerdictLine name={words.verdict} tone={tone} word={word} reason={reason} {...(icon && { icon })} />;
}

function Presets({ state }: { readonly state: DraftState }): ReactElement {
  return (
    <fieldset className="draft-row">
      <legend>{words.presets}</legend>
      {presetNames.map((name) => (
        <Button key={name} className="draft-chip" onClick={() => state.start(name)}>
          {words.preset[name]}
        </Button>
      ))}
    </fieldset>
  );
}

function Times({ state }: { readonly state: DraftState }): ReactElement {
  const times = [
    ['issued', 'iat', 0],
    ['quarter', 'exp', 900],
    ['hour', 'exp', 3600],
    ['early', 'nbf', 300],
  ] as const;
  return (
    <fieldset className="draft-row draft-times">
      <legend>{words.times}</legend>
      {times.map(([name, claim, fromNow]) => (
        <Button key={name} className="draft-chip" onClick={() => state.setTime(claim, fromNow)}>
          {words.time[name]}
        </Button>
      ))}
    </fieldset>
  );
}

/** Write a token, sign it as you type, and open it with its public key. */
export function SignPage({ onOpen, modes }: SignPageProps): ReactElement {
  const state = useDraft();
  return (
    <>
      <Line signed={state.signed} />
      <main className="workbench">
        <h1 className="workbench-title">{words.page}</h1>
        <div className="draft-top">
          {modes}
          <Presets state={state} />
        </div>
        <div className="draft-column">
          <DraftEditor part="header" state={state} />
          <DraftEditor part="payload" state={state} aids={<Times state={state} />}>
            {isProof(state.header) && <ProofBinding state={state} />}
          </DraftEditor>
        </div>
        <div className="draft-column">
          <SignedTokenPanel state={state} onOpen={onOpen} />
          <SigningKeyPanel state={state} />
        </div>
      </main>
    </>
  );
}
