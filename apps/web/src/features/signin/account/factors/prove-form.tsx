import { type FormEvent, type ReactElement, useId, useState } from 'react';
import type { Unanswered } from '../../../../parts/session/ask-signet.ts';
import { Button } from '../../../../ui/button/button.tsx';
import { DialogActions } from '../../../../ui/dialog/dialog.tsx';
import type { Ways } from '../../factor/ways.ts';
import type { Proof } from '../../model/proof.ts';
import { FaultNote } from '../../parts/fault-note.tsx';
import { OwnerField } from '../../parts/owner-field.tsx';
import { textOf } from '../../parts/text-of.ts';
import { useWait } from '../../parts/use-wait.ts';
import { FirstFields, firstOf } from '../providers/proof-means.tsx';
import { BesidePassword } from './beside-password.tsx';
import type { Doing } from './use-factors.ts';
import { words } from './words.ts';

interface ProveFormProps {
  readonly username: string;
  readonly doing: Doing;
  /** What whoever has a second factor may show too. */
  readonly ways: Ways | undefined;
  /** The browser came back without a passkey. */
  readonly isLeft: boolean;
  readonly fault: Unanswered | undefined;
  readonly isBusy: boolean;
  readonly onProof: (proof: Proof) => void;
  readonly onCancel: () => void;
}

/** Says what is going to change, and asks once more who wants it. */
export function ProveForm(props: ProveFormProps): ReactElement {
  const { username, doing, ways, isLeft, fault, isBusy, onProof, onCancel } = props;
  const asksCode = ways !== undefined;
  const { prove } = words;
  const faultId = useId();
  const [missing, setMissing] = useState<{ readonly password?: true; readonly code?: true }>({});
  const wait = useWait(fault);
  const give = (form: HTMLFormElement, byPasskey: boolean): void => {
    const [shown, code] = [firstOf(form), textOf(form, 'code').trim()];
    const lacks = {
      // A passkey proves all by itself.
      ...(shown === undefined && !byPasskey && { password: true }),
      ...(asksCode && !byPasskey && code === '' && { code: true }),
    };
    setMissing(lacks as typeof missing);
    const [first] = Object.keys(lacks);
    if (first !== undefined) form.querySelector<HTMLInputElement>(`[name=${first}]`)?.focus();
    else if (!isBusy && wait === 0) {
      onProof({ ...shown, ...(byPasskey ? { byPasskey } : asksCode && { code }) });
    }
  };
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    give(event.currentTarget, false);
  };
  return (
    <form className="gate-form" method="post" noValidate onSubmit={submit}>
      <p className="gate-line">{prove.lead[doing]}</p>
      <OwnerField username={username} />
      <FaultNote id={faultId} fault={fault} wait={wait} />
      <FirstFields label={prove.password} missing={missing.password && prove.passwordMissing} fault={fault} />
      {ways !== undefined && (
        <BesidePassword
          ways={ways}
          isBusy={isBusy || wait > 0}
          fault={missing.code && prove.codeMissing}
          onPasskey={(form) => give(form, true)}
        />
      )}
      <p className="gate-line" role="status">
        {isLeft && words.passkey.left}
      </p>
      <DialogActions>
        <Button onClick={onCancel}>{words.cancel}</Button>
        <Button type="submit" weight="primary" aria-disabled={isBusy || wait > 0}>
          {isBusy ? words.busy : prove.action[doing]}
        </Button>
      </DialogActions>
    </form>
  );
}
