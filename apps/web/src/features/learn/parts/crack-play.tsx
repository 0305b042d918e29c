import { type ReactElement, useId, useState } from 'react';
import { Button } from '../../../ui/button/button.tsx';
import { Panel } from '../../../ui/panel/panel.tsx';
import { useCrack } from '../use-crack.ts';
import { words } from '../words/words.ts';
import { AttackSteps } from './attack-steps.tsx';
import { CrackProgressLine } from './crack-progress-line.tsx';

/** HS256 asks for 32 bytes (RFC 7518 §3.2): anything shorter is what this attack is about. */
const mostCharacters = 31;

/** The reader chooses a secret, the worker looks for it, and what follows is played with what it found. */
export function CrackPlay(): ReactElement {
  const [secret, setSecret] = useState('Sunshine2024!');
  const { state, start, stop } = useCrack();
  const field = useId();
  const searching = state.kind === 'searching';
  return (
    <>
      <Panel title={words.crack.title}>
        <form
          className="crack"
          onSubmit={(event) => {
            event.preventDefault();
            start(secret);
          }}
        >
          <label htmlFor={field}>{words.crack.secret}</label>
          <div className="crack-row">
            <input
              id={field}
              className="crack-secret mono"
              value={secret}
              maxLength={mostCharacters}
              required
              autoComplete="off"
              spellCheck={false}
              onChange={({ currentTarget }) => setSecret(currentTarget.value)}
              aria-describedby={`${field}-hint`}
            />
            <Button weight="primary" type="submit" disabled={searching || secret === ''}>
              {words.crack.start}
            </Button>
            <Button className="button-outlined" onClick={stop} disabled={!searching}>
              {words.crack.stop}
            </Button>
          </div>
          <p id={`${field}-hint`} className="quiet">
            {words.crack.hint}
          </p>
          <CrackProgressLine state={state} />
        </form>
      </Panel>
      {state.kind === 'found' && (
        <AttackSteps key={state.run.forDebugger.token} name="weak-secret" run={state.run} />
      )}
    </>
  );
}
