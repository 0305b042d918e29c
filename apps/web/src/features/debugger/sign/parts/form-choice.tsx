import { SegmentedControl } from '@mantine/core';
import type { ReactElement } from 'react';
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
  return (
    <SegmentedControl
      size="xs"
      className="choice"
      aria-label={label}
      value={form}
      onChange={onForm}
      data={forms.map((value) => ({ value, label: words.key.forms[value] }))}
    />
  );
}
