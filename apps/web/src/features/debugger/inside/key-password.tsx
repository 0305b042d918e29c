import { type ReactElement, useId } from 'react';
import type { DebuggerState } from '../use-debugger.ts';
import { words } from './words.ts';
import './inside.css';

/** The password of an encrypted PEM file. */
export function KeyPassword({ state }: { readonly state: DebuggerState }): ReactElement {
  const id = useId();
  return (
    <div className="key-password">
      <label htmlFor={id}>{words.password.label}</label>
      <input
        id={id}
        className="field"
        type="password"
        autoComplete="off"
        value={state.password}
        onChange={({ target }) => state.setPassword(target.value)}
      />
      <span className="key-password-note">{words.password.note}</span>
    </div>
  );
}
