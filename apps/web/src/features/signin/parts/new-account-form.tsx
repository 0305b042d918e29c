import { type FormEvent, type ReactElement, useId, useState } from 'react';
import type { Unanswered } from '../../../parts/session/ask-signet.ts';
import { Button } from '../../../ui/button/button.tsx';
import { LabelledField } from '../../../ui/field/labelled-field.tsx';
import { words } from '../words.ts';
import { FaultNote } from './fault-note.tsx';
import { PasswordField } from './password-field.tsx';
import { textOf } from './text-of.ts';

interface NewAccountFormProps {
  readonly fault: Unanswered | undefined;
  readonly isBusy: boolean;
  /** Seconds until it is worth another try. */
  readonly wait: number;
  /** On the button. */
  readonly action: string;
  readonly usernameMissing: string;
  readonly onChosen: (chosen: { readonly username: string; readonly password: string }) => void;
}

/** Where whoever holds a mailed link chooses a username and a password. */
export function NewAccountForm(props: NewAccountFormProps): ReactElement {
  const { fault, isBusy, wait, action, usernameMissing, onChosen } = props;
  const [faultId, rulesId] = [useId(), useId()];
  const [missing, setMissing] = useState<'username' | 'new-password'>();
  const { signIn, change } = words;
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const form = event.currentTarget;
    const username = textOf(form, 'username').trim();
    const password = textOf(form, 'new-password');
    const lacks = username === '' ? 'username' : password === '' ? 'new-password' : undefined;
    setMissing(lacks);
    if (lacks === undefined) onChosen({ username, password });
    else form.querySelector<HTMLInputElement>(`[name=${lacks}]`)?.focus();
  };
  const told = fault === undefined ? {} : { describedBy: faultId };
  return (
    <form className="gate-form" method="post" noValidate onSubmit={submit}>
      <FaultNote id={faultId} fault={fault} wait={wait} />
      <LabelledField
        label={signIn.username}
        name="username"
        type="text"
        autoComplete="username"
        maxLength={64}
        autoFocus
        fault={missing === 'username' ? usernameMissing : undefined}
        {...told}
      />
      <PasswordField
        label={signIn.password}
        name="new-password"
        autoComplete="new-password"
        fault={missing === 'new-password' ? signIn.passwordMissing : undefined}
        hintedBy={rulesId}
        {...told}
      />
      <ul className="gate-rules" id={rulesId}>
        {change.rules.map((rule) => (
          <li key={rule}>{rule}</li>
        ))}
      </ul>
      <Button type="submit" weight="primary" className="gate-action" aria-disabled={isBusy || wait > 0}>
        {action}
      </Button>
    </form>
  );
}
