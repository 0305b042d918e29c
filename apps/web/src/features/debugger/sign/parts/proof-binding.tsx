import { type ReactElement, useState } from 'react';
import { Button } from '../../../../ui/button/button.tsx';
import { TextField } from '../../../../ui/field/text-field.tsx';
import type { DraftState } from '../use-draft.ts';
import { words } from '../words.ts';

/** Ties a proof to the access token it goes with: the reader pastes the token, only its hash is kept. */
export function ProofBinding({ state }: { readonly state: DraftState }): ReactElement {
  const [token, setToken] = useState('');
  return (
    <form
      className="draft-row draft-times"
      onSubmit={(event) => {
        event.preventDefault();
        state.bindTo(token);
        setToken('');
      }}
    >
      <TextField
        labelClass="draft-label"
        className="draft-grow"
        label={words.proof.accessToken}
        value={token}
        onValue={setToken}
      />
      <Button type="submit" className="draft-chip" disabled={token.trim() === ''}>
        {words.proof.bind}
      </Button>
    </form>
  );
}
