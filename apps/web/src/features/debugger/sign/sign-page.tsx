import { IconPencil } from '@tabler/icons-react';
import { type ReactElement, type ReactNode, useEffect, useEffectEvent } from 'react';
import { Button } from '../../../ui/button/button.tsx';
import { VerdictLine } from '../../../ui/verdict/verdict-line.tsx';
import { presetNames } from './model/presets.ts';
import { isProof, type Texts } from './model/start-draft.ts';
import { DisclosurePanel } from './parts/disclosure-panel.tsx';
import { DraftEditor } from './parts/draft-editor.tsx';
import { HolderPanel } from './parts/holder-panel.tsx';
import { MadeTokenPanel } from './parts/made-token.tsx';
import { ProofBinding } from './parts/proof-binding.tsx';
import { RecipientPanel } from './parts/recipient-panel.tsx';
import { SigningKeyPanel } from './parts/signing-key.tsx';
import { type DraftState, encrypts, useDraft } from './use-draft.ts';
import { words } from './words.ts';
import './sign.css';

interface SignPageProps {
  /** Opens the token in the inspector with the key to verify it and, where it is detached, the payload. */
  readonly onOpen: (token: string, key: string, payload?: string) => void;
  /** Header and payload of a token that is brought here to be signed anew. */
  readonly taken?: Texts | undefined;
  readonly modes: ReactNode;
}

function Line({ state: { made, output } }: { readonly state: DraftState }): ReactElement {
  if (made?.kind === 'refused') {
    return <VerdictLine name={words.verdict} tone="refused" word={words.notMade} reason={made.sentence} />;
  }
  const { word, reason } = made ? words.made[output] : words.making;
  const icon = <IconPencil className="tone-icon" size={20} aria-hidden />;
  return <VerdictLine name={words.verdict} tone="unknown" word={word} reason={reason} icon={icon} />;
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

/** Write a token, sign or encrypt it as you type, and open it with its key. */
export function SignPage({ taken, onOpen, modes }: SignPageProps): ReactElement {
  const state = useDraft();
  const take = useEffectEvent(state.take);
  useEffect(() => {
    if (taken) take(taken);
  }, [taken]);
  const signs = state.output !== 'encrypted';
  return (
    <>
      <Line state={state} />
      <main className="workbench">
        <h1 className="visually-hidden">{words.page}</h1>
        <div className="draft-top">
          {modes}
          <Presets state={state} />
        </div>
        <div className="draft-column">
          {signs && <DraftEditor part="header" state={state} />}
          <DraftEditor part="payload" state={state} aids={<Times state={state} />}>
            {signs && isProof(state.header) && <ProofBinding state={state} />}
          </DraftEditor>
          {state.output === 'sd-jwt' && (
            <>
              <DisclosurePanel state={state} />
              <HolderPanel state={state} />
            </>
          )}
        </div>
        <div className="draft-column">
          <MadeTokenPanel state={state} onOpen={onOpen} />
          {signs && <SigningKeyPanel state={state} />}
          {encrypts(state.output) && <RecipientPanel state={state} />}
        </div>
      </main>
    </>
  );
}
