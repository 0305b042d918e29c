import { type FormEvent, type ReactElement, useId, useState } from 'react';
import type { Unanswered } from '../../../parts/session/ask-signet.ts';
import { Button } from '../../../ui/button/button.tsx';
import { words } from '../words.ts';
import { Card } from './card.tsx';
import { FaultNote } from './fault-note.tsx';
import { Named } from './named.tsx';
import { OwnerField } from './owner-field.tsx';
import { PasswordField } from './password-field.tsx';
import { textOf } from './text-of.ts';
import { useWait } from './use-wait.ts';

interface ChangeFormProps {
  readonly username: string;
  readonly fault: Unanswered | undefined;
  readonly isBusy: boolean;
  readonly onChoose: (newPassword: string) => void;
  readonly onBack: () => void;
}

/** A first password was made by somebody else, so it is replaced before it signs in. */
export function ChangeForm({ username, fault, isBusy, onChoose, onBack }: ChangeFormProps): ReactElement {
  const faultId = useId();
  const rulesId = useId();
  const [isMissing, setMissing] = useState(false);
  const wait = useWait(fault);
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const chosen = textOf(event.currentTarget, 'new-password');
    setMissing(chosen === '');
    if (chosen === '') event.currentTarget.querySelector<HTMLInputElement>('[name=new-password]')?.focus();
    else if (!isBusy && wait === 0) onChoose(chosen);
  };
  const lead = <Named text={words.change.lead(username)} name={username} />;
  return (
    <Card title={words.change.title} lead={lead}>
      <form className="gate-form" method="post" noValidate onSubmit={submit}>
        <OwnerField username={username} />
        <FaultNote id={faultId} fault={fault} wait={wait} />
        <PasswordField
          label={words.change.field}
          name="new-password"
          autoComplete="new-password"
          autoFocus
          fault={isMissing ? words.change.missing : undefined}
          hintedBy={rulesId}
          describedBy={fault === undefined ? undefined : faultId}
        />
        <ul className="gate-rules" id={rulesId}>
          {words.change.rules.map((rule) => (
            <li key={rule}>{rule}</li>
          ))}
        </ul>
        <Button type="submit" weight="primary" className="gate-action" aria-disabled={isBusy || wait > 0}>
          {isBusy ? words.signIn.busy : words.change.action}
        </Button>
        <Button className="gate-other" onClick={onBack}>
          {words.change.back}
        </Button>
      </form>
    </Card>
  );
}
