import { type FormEvent, type ReactElement, useId, useState } from 'react';
import type { Unanswered } from '../../../../parts/session/ask-signet.ts';
import { Button } from '../../../../ui/button/button.tsx';
import { DialogActions } from '../../../../ui/dialog/dialog.tsx';
import { LabelledField } from '../../../../ui/field/labelled-field.tsx';
import { FaultNote } from '../../parts/fault-note.tsx';
import { textOf } from '../../parts/text-of.ts';
import type { Passkey } from './own-factors.ts';
import { words } from './words.ts';

interface RenameFormProps {
  readonly passkey: Passkey;
  readonly fault: Unanswered | undefined;
  readonly isBusy: boolean;
  readonly onName: (name: string) => void;
  readonly onCancel: () => void;
}

/** By what its owner knows a passkey again. */
export function RenameForm({ passkey, fault, isBusy, onName, onCancel }: RenameFormProps): ReactElement {
  const { name, nameMissing, save } = words.passkey;
  const faultId = useId();
  const [isMissing, setMissing] = useState(false);
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const given = textOf(event.currentTarget, 'name').trim();
    setMissing(given === '');
    if (given !== '' && !isBusy) onName(given);
  };
  return (
    <form className="gate-form" method="post" noValidate onSubmit={submit}>
      <FaultNote id={faultId} fault={fault} wait={0} />
      <LabelledField
        label={name}
        name="name"
        type="text"
        autoComplete="off"
        maxLength={64}
        autoFocus
        defaultValue={passkey.name}
        fault={isMissing ? nameMissing : undefined}
        describedBy={fault === undefined ? undefined : faultId}
      />
      <DialogActions>
        <Button onClick={onCancel}>{words.cancel}</Button>
        <Button type="submit" weight="primary" aria-disabled={isBusy}>
          {isBusy ? words.busy : save}
        </Button>
      </DialogActions>
    </form>
  );
}
