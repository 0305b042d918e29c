import { type ReactElement, useId } from 'react';

interface TextFieldProps {
  readonly label: string;
  readonly value: string;
  readonly onValue: (value: string) => void;
}

/** A line of text with its name before it, in a row of the desk. */
export function TextField({ label, value, onValue }: TextFieldProps): ReactElement {
  const id = useId();
  return (
    <>
      <label className="draft-label" htmlFor={id}>
        {label}
      </label>
      <input
        id={id}
        className="field draft-grow"
        autoComplete="off"
        spellCheck={false}
        value={value}
        onChange={({ target }) => onValue(target.value)}
      />
    </>
  );
}
