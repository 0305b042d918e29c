import { type ReactElement, useId, useState } from 'react';
import { Button } from '../../../../ui/button/button.tsx';
import type { DraftState } from '../use-draft.ts';
import { words } from '../words.ts';

/** Ties a proof to the access token it goes with: the reader pastes the token, only its hash is kept. */
export function ProofBinding({ state }: { readonly state: DraftState }): ReactElement {
  const [token, setToken] = useState('');
  const id = useId();
  return (
    <form
      className="draft-row draft-times"
      onSubmit={(event) => {
        event.preventDefault();
        state.bindTo(token);
        setToken('');
      }}
    >
      <label className="draft-label" htmlFor={id}>
        {words.proof.accessToken}
      </label>
      <input
        id={id}
        className="field draft-grow"
        autoComplete="off"
        spellCheck={false}
        value={token}
        onChange={({ target }) => setToken(target.value)}
      />
      <Button type="submit" className="draft-chip" disabled={token.trim() === ''}>
        {words.proof.bind}
      </Button>
    </form>
  );
}
