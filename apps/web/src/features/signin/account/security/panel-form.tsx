import { type FormEvent, type ReactElement, type ReactNode, useId, useState } from 'react';
import { Button } from '../../../../ui/button/button.tsx';
import { LabelledField } from '../../../../ui/field/labelled-field.tsx';
import type { Asking } from '../../mailed/use-asking.ts';
import type { Proof } from '../../model/proof.ts';
import { FaultNote } from '../../parts/fault-note.tsx';
import { OwnerField } from '../../parts/owner-field.tsx';
import { PasswordField } from '../../parts/password-field.tsx';
import { textOf } from '../../parts/text-of.ts';
import { words as factorWords } from '../factors/words.ts';
import { words } from './words.ts';

interface PanelFormProps {
  readonly username: string;
  readonly action: string;
  readonly asking: Pick<Asking<unknown>, 'fault' | 'isBusy' | 'wait'>;
  /** The field of what is to be changed, by name, and what it says while it is empty. */
  readonly field: {
    readonly name: string;
    show(fault: string | undefined): ReactElement;
    readonly missing: string;
  };
  readonly children?: ReactNode;
  readonly onGiven: (given: { readonly value: string; readonly proof: Proof }, form: HTMLFormElement) => void;
  readonly onCancel: () => void;
}

const ofSecondFactor: ReadonlySet<string | undefined> = new Set([
  'second_factor_required',
  'second_factor_wrong',
  'second_factor_throttled',
]);

/** Something new, and what allows it: the password of now and, once the server asks for one, a code. */
export function PanelForm(props: PanelFormProps): ReactElement {
  const { username, action, asking, field, children, onGiven, onCancel } = props;
  const { fault, isBusy, wait } = asking;
  const faultId = useId();
  const [missing, setMissing] = useState<{
    readonly value?: string;
    readonly password?: string;
    readonly code?: string;
  }>({});
  const [asksCode, setAsksCode] = useState(false);
  if (!asksCode && fault?.kind === 'refused' && ofSecondFactor.has(fault.refusal.known)) setAsksCode(true);
  // The field that appears says it.
  const isQuestion = fault?.kind === 'refused' && fault.refusal.known === 'second_factor_required';
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const form = event.currentTarget;
    const [value, password] = [textOf(form, field.name), textOf(form, 'password')];
    const code = textOf(form, 'code').trim();
    const lacks = {
      ...(value.trim() === '' && { value: field.missing }),
      ...(password === '' && { password: words.nowMissing }),
      ...(asksCode && code === '' && { code: factorWords.prove.codeMissing }),
    };
    setMissing(lacks);
    const first = 'value' in lacks ? field.name : Object.keys(lacks)[0];
    if (first === undefined) onGiven({ value, proof: { password, ...(asksCode && { code }) } }, form);
    else form.querySelector<HTMLInputElement>(`[name=${first}]`)?.focus();
  };
  return (
    <form className="gate-form account-form" method="post" noValidate onSubmit={submit}>
      <OwnerField username={username} />
      <FaultNote id={faultId} fault={isQuestion ? undefined : fault} wait={wait} />
      <PasswordField
        label={words.now}
        name="password"
        autoComplete="current-password"
        autoFocus
        fault={missing.password}
      />
      {asksCode && (
        <LabelledField
          label={factorWords.prove.code}
          name="code"
          type="text"
          autoComplete="one-time-code"
          maxLength={64}
          autoFocus
          fault={missing.code}
        />
      )}
      {field.show(missing.value)}
      {children}
      <Button type="submit" weight="primary" className="gate-action" aria-disabled={isBusy || wait > 0}>
        {isBusy ? words.busy : action}
      </Button>
      <Button className="gate-other" onClick={onCancel}>
        {words.cancel}
      </Button>
    </form>
  );
}
