import { type ChangeEvent, type ReactElement, useLayoutEffect, useRef } from 'react';
import { LabelledField } from '../../../ui/field/labelled-field.tsx';
import { caretAfter, lettersBefore, shownCode } from './user-code.ts';
import { words } from './words.ts';

interface CodeInputProps {
  readonly code: string;
  readonly onCode: (code: string) => void;
  readonly fault: string | undefined;
  readonly describedBy: string | undefined;
}

/** Shows the code as the device does while it is typed: the dash comes by itself, and the caret stays behind its letter. */
export function CodeInput({ code, onCode, ...more }: CodeInputProps): ReactElement {
  const input = useRef<HTMLInputElement>(null);
  const caret = useRef<number>(undefined);
  useLayoutEffect(() => {
    if (caret.current === undefined) return;
    input.current?.setSelectionRange(caret.current, caret.current);
    caret.current = undefined;
  });
  const change = ({ target: { value, selectionStart } }: ChangeEvent<HTMLInputElement>): void => {
    caret.current = caretAfter(lettersBefore(value, selectionStart ?? value.length));
    onCode(shownCode(value));
  };
  return (
    <LabelledField
      {...more}
      ref={input}
      label={words.field}
      name="user_code"
      type="text"
      className="device-code"
      value={code}
      onChange={change}
      autoCapitalize="characters"
      autoComplete="off"
      placeholder="XXXX-XXXX"
      maxLength={64}
      autoFocus
    />
  );
}
