import { type ReactElement, useId, useState } from 'react';

interface CheckedFieldProps {
  readonly nameId: string;
  /** The value as JSON, as it is written. */
  readonly value: string;
  /** What is wrong with a text, in a sentence; undefined where it can be taken. */
  readonly fault: (text: string) => string | undefined;
  readonly onValue: (json: string) => void;
  readonly lines: 'one' | 'many';
}

/** A field that passes on only what is right, and says what is wrong while it is not. */
export function CheckedField({ nameId, value, fault, onValue, lines }: CheckedFieldProps): ReactElement {
  const faultId = useId();
  // Half-written text lives here only, until it is right or the value changes elsewhere.
  const [half, setHalf] = useState<{ readonly text: string; readonly over: string }>();
  const text = half && half.over === value ? half.text : value;
  const problem = fault(text.trim());
  const type = (typed: string): void => {
    const isRight = fault(typed.trim()) === undefined;
    setHalf({ text: typed, over: isRight ? typed.trim() : value });
    if (isRight) onValue(typed.trim());
  };
  const attributes = {
    className: `field form-${lines}`,
    'aria-labelledby': nameId,
    'aria-invalid': problem !== undefined,
    ...(problem !== undefined && { 'aria-describedby': faultId }),
    spellCheck: false,
    value: text,
  };
  return (
    <>
      {lines === 'one' ? (
        <input {...attributes} inputMode="decimal" onChange={({ target }) => type(target.value)} />
      ) : (
        <textarea {...attributes} rows={1} onChange={({ target }) => type(target.value)} />
      )}
      {problem !== undefined && (
        <p className="form-fault" id={faultId} role="alert">
          {problem}
        </p>
      )}
    </>
  );
}
