import { type ReactElement, useId } from 'react';

interface TextFieldProps {
  readonly label: string;
  readonly value: string;
  readonly onValue: (value: string) => void;
  readonly labelClass: string;
  readonly className: string;
  readonly placeholder?: string | undefined;
  /** In characters. */
  readonly maxLength?: number;
}

/** A line of text with its name before it. Nothing in it is a word to be spelt, mended or kept by the browser. */
export function TextField({ label, onValue, labelClass, className, ...input }: TextFieldProps): ReactElement {
  const id = useId();
  return (
    <>
      <label className={labelClass} htmlFor={id}>
        {label}
      </label>
      <input
        {...input}
        id={id}
        className={`field ${className}`}
        autoComplete="off"
        autoCapitalize="off"
        spellCheck={false}
        onChange={({ target }) => onValue(target.value)}
      />
    </>
  );
}
