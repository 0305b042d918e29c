import { type FormEvent, type ReactElement, useId, useState } from 'react';
import { Button } from '../../../ui/button/button.tsx';
import { LabelledField } from '../../../ui/field/labelled-field.tsx';
import { isOver } from '../mailed/is-over.ts';
import { useAsking } from '../mailed/use-asking.ts';
import { mailedToken } from '../model/own-mail.ts';
import { completeRegistration } from '../model/registration.ts';
import type { Site } from '../model/site.ts';
import { Card } from '../parts/card.tsx';
import { FaultNote } from '../parts/fault-note.tsx';
import { MessageCard } from '../parts/message-card.tsx';
import { PasswordField } from '../parts/password-field.tsx';
import { textOf } from '../parts/text-of.ts';
import { words as gateWords } from '../words.ts';
import { words } from './words.ts';

interface Registered {
  readonly kind: 'done';
  readonly username: string;
  readonly signInAt: string;
}

/** Where a link to make an account leads. */
export function CompleteScreen({ site }: { readonly site: Site }): ReactElement {
  const [token] = useState(() => mailedToken(location.hash));
  const [faultId, rulesId] = [useId(), useId()];
  const { done, fault, isBusy, wait, start } = useAsking<Registered>();
  const [missing, setMissing] = useState<'username' | 'new-password'>();
  const { title, lead, action, again, doneTitle } = words.complete;
  const { signIn, change } = gateWords;
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const form = event.currentTarget;
    const username = textOf(form, 'username').trim();
    const password = textOf(form, 'new-password');
    const lacks = username === '' ? 'username' : password === '' ? 'new-password' : undefined;
    setMissing(lacks);
    if (lacks === undefined) start(() => completeRegistration(site, { token, username, password }));
    else form.querySelector<HTMLInputElement>(`[name=${lacks}]`)?.focus();
  };
  if (done !== undefined) {
    return (
      <MessageCard title={doneTitle} lines={[words.complete.done(done.username)]}>
        <a className="button button-primary gate-action" href={done.signInAt}>
          {signIn.action}
        </a>
      </MessageCard>
    );
  }
  const told = fault === undefined ? {} : { describedBy: faultId };
  return (
    <Card title={title} lead={lead}>
      <form className="gate-form" method="post" noValidate onSubmit={submit}>
        <FaultNote id={faultId} fault={fault} wait={wait} />
        {isOver(fault) ? (
          <a className="button button-primary gate-action" href="/account/register">
            {again}
          </a>
        ) : (
          <>
            <LabelledField
              label={signIn.username}
              name="username"
              type="text"
              autoComplete="username"
              maxLength={64}
              autoFocus
              fault={missing === 'username' ? words.complete.missing : undefined}
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
              {isBusy ? words.busy : action}
            </Button>
          </>
        )}
      </form>
    </Card>
  );
}
