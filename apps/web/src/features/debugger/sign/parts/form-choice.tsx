import type { ReactElement } from 'react';
import { Choice } from '../../../../ui/choice/choice.tsx';
import type { KeyForm } from '../model/key-forms.ts';
import { words } from '../words.ts';

interface FormChoiceProps {
  readonly label: string;
  readonly forms: readonly KeyForm[];
  readonly form: KeyForm;
  readonly onForm: (form: KeyForm) => void;
}

/** In which form a key is written. */
export function FormChoice({ label, forms, form, onForm }: FormChoiceProps): ReactElement | null {
  if (forms.length < 2) return null;
  return <Choice label={label} value={form} onChoose={onForm} options={forms} names={words.key.forms} />;
}
