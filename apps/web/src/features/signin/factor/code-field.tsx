import type { ComponentProps, ReactElement } from 'react';
import { LabelledField } from '../../../ui/field/labelled-field.tsx';
import { words } from './words.ts';

type CodeFieldProps = Omit<ComponentProps<typeof LabelledField>, 'label' | 'type' | 'maxLength' | 'name'> & {
  readonly isRecovery: boolean;
};

/** A code of the app, which phones and password managers fill in, or a recovery code as it stands on paper. */
export function CodeField({ isRecovery, ...rest }: CodeFieldProps): ReactElement {
  return (
    <LabelledField
      {...rest}
      key={isRecovery ? 'recovery' : 'app'}
      label={isRecovery ? words.recovery : words.code}
      name="code"
      type="text"
      inputMode={isRecovery ? 'text' : 'numeric'}
      autoComplete={isRecovery ? 'off' : 'one-time-code'}
      maxLength={64}
    />
  );
}
