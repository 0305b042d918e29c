import { type ReactElement, useId } from 'react';
import { words } from './words.ts';
import './key-password.css';

interface KeyPasswordProps {
  readonly password: string;
  readonly onPassword: (password: string) => void;
}

/** The password of an encrypted PEM file. */
export function KeyPassword({ password, onPassword }: KeyPasswordProps): ReactElement {
  const id = useId();
  return (
    <div className="key-password">
      <label htmlFor={id}>{words.password.label}</label>
      <input
        id={id}
        className="field"
        type="password"
        autoComplete="off"
        value={password}
        onChange={({ target }) => onPassword(target.value)}
      />
      <span className="key-password-note">{words.password.note}</span>
    </div>
  );
}
