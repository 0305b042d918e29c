import { IconEye, IconEyeOff } from '@tabler/icons-react';
import { type ComponentProps, type ReactElement, useState } from 'react';
import { IconButton } from '../../../ui/button/button.tsx';
import { LabelledField } from '../../../ui/field/labelled-field.tsx';
import { words } from '../words.ts';

type PasswordFieldProps = Omit<ComponentProps<typeof LabelledField>, 'type' | 'aside' | 'maxLength'>;

/** A password, hidden until its owner wants to see it. */
export function PasswordField(props: PasswordFieldProps): ReactElement {
  const [isShown, setShown] = useState(false);
  const { show, hide } = words.signIn;
  return (
    <LabelledField
      {...props}
      type={isShown ? 'text' : 'password'}
      maxLength={256}
      aside={
        <IconButton
          label={isShown ? hide : show}
          icon={isShown ? IconEyeOff : IconEye}
          onClick={() => setShown(!isShown)}
        />
      }
    />
  );
}
