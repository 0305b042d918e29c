import type { ReactElement } from 'react';
import { Button } from '../../../../ui/button/button.tsx';
import { CopyButton } from '../../../../ui/copy/copy-button.tsx';
import { Panel } from '../../../../ui/panel/panel.tsx';
import type { DraftState } from '../use-draft.ts';
import { words } from '../words.ts';

const parts = ['header', 'payload', 'signature'] as const;

/** The compact token in its three hues. */
function Coloured({ token }: { readonly token: string }): ReactElement {
  const segments = token.split('.');
  return (
    <p className="signed-token" data-testid="signed-token">
      {parts.map((part, index) => (
        <span key={part}>
          {index > 0 && '.'}
          <span className={`signed-part part-${part}`}>{segments[index]}</span>
        </span>
      ))}
    </p>
  );
}

interface SignedTokenProps {
  readonly state: DraftState;
  readonly onOpen: (token: string, key: string) => void;
}

/** The token as it is signed now, and the way to see it verified by its public key. */
export function SignedTokenPanel({ state, onOpen }: SignedTokenProps): ReactElement {
  const { signed, key } = state;
  const done = signed?.kind === 'signed' ? signed : undefined;
  return (
    <Panel
      title={words.token.title}
      actions={
        <>
          <CopyButton text={done?.token ?? ''} label={words.token.copy} done={words.copied} />
          <Button
            weight="primary"
            disabled={!done}
            onClick={() => done && onOpen(done.token, done.publicText ?? key.text)}
          >
            {words.token.open}
          </Button>
        </>
      }
    >
      <div className="signed-place">
        {done ? <Coloured token={done.token} /> : <p className="quiet-words">{words.token.waiting}</p>}
      </div>
    </Panel>
  );
}
