import { type FormEvent, type ReactElement, type ReactNode, useId, useRef, useState } from 'react';
import type { Credentials, Unanswered } from '../../../parts/session/ask-signet.ts';
import { Button } from '../../../ui/button/button.tsx';
import { LabelledField } from '../../../ui/field/labelled-field.tsx';
import { words } from '../words.ts';
import { Card } from './card.tsx';
import { FaultNote } from './fault-note.tsx';
import { PasswordField } from './password-field.tsx';
import { textOf } from './text-of.ts';
import { useWait } from './use-wait.ts';

interface PasswordFormProps {
  /** Where one goes afterwards. */
  readonly lead?: ReactNode;
  /** What the name field begins with. */
  readonly username?: string | undefined;
  readonly fault: Unanswered | undefined;
  readonly isBusy: boolean;
  readonly onSignIn: (credentials: Credentials) => void;
  /** Another way than to sign in. */
  readonly aside?: ReactNode;
}

type Missing = { readonly username?: string; readonly password?: string };

/** Name and password. They stand in the fields only, where a password manager finds and keeps them. */
export function PasswordForm(props: PasswordFormProps): ReactElement {
  const { lead, username, fault, isBusy, onSignIn, aside } = props;
  const faultId = useId();
  const form = useRef<HTMLFormElement>(null);
  const [missing, setMissing] = useState<Missing>({});
  const wait = useWait(fault);
  const isWrong = fault?.kind === 'refused' && fault.refusal.known === 'credentials_invalid';
  const told = isWrong ? { describedBy: faultId } : { hintedBy: faultId };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (form.current === null || isBusy || wait > 0) return;
    const given = {
      username: textOf(form.current, 'username').trim(),
      password: textOf(form.current, 'password'),
    };
    const lacks = missingOf(given);
    setMissing(lacks);
    const [first] = Object.keys(lacks);
    if (first === undefined) onSignIn(given);
    else form.current.querySelector<HTMLInputElement>(`[name=${first}]`)?.focus();
  };
  return (
    <Card title={words.signIn.title} lead={lead}>
      <form className="gate-form" ref={form} method="post" noValidate onSubmit={submit}>
        <FaultNote id={faultId} fault={fault} wait={wait} />
        <LabelledField
          label={words.signIn.username}
          name="username"
          type="text"
          autoComplete="username webauthn"
          maxLength={256}
          defaultValue={username}
          autoFocus={username === undefined}
          fault={missing.username}
          {...(fault && told)}
        />
        <PasswordField
          label={words.signIn.password}
          name="password"
          autoComplete="current-password"
          autoFocus={username !== undefined}
          fault={missing.password}
          {...(fault && told)}
        />
        <Button type="submit" weight="primary" className="gate-action" aria-disabled={isBusy || wait > 0}>
          {isBusy ? words.signIn.busy : words.signIn.action}
        </Button>
        <a className="button gate-other" href="/account/forgotten">
          {words.signIn.forgotten}
        </a>
        {aside}
      </form>
    </Card>
  );
}

function missingOf({ username, password }: Credentials): Missing {
  const { usernameMissing, passwordMissing } = words.signIn;
  return {
    ...(username === '' && { username: usernameMissing }),
    ...(password === '' && { password: passwordMissing }),
  };
}
