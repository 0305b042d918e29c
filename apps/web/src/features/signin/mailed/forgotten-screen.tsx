import { type FormEvent, type ReactElement, useId, useState } from 'react';
import { Button } from '../../../ui/button/button.tsx';
import { LabelledField } from '../../../ui/field/labelled-field.tsx';
import { forgetPassword } from '../model/own-mail.ts';
import type { Site } from '../model/site.ts';
import { Card } from '../parts/card.tsx';
import { FaultNote } from '../parts/fault-note.tsx';
import { MessageCard } from '../parts/message-card.tsx';
import { textOf } from '../parts/text-of.ts';
import { useAsking } from './use-asking.ts';
import { words } from './words.ts';

/** Asks for a link for a new password. What it says afterwards is the same whether or not there is such an account. */
export function ForgottenScreen({ site }: { readonly site: Site }): ReactElement {
  const faultId = useId();
  const { done, fault, isBusy, wait, start } = useAsking<{ readonly kind: 'done' }>();
  const [isMissing, setMissing] = useState(false);
  const { title, lead, field, missing, action, back, sentTitle, sent } = words.forgotten;
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const name = textOf(event.currentTarget, 'username').trim();
    setMissing(name === '');
    if (name === '') event.currentTarget.querySelector('input')?.focus();
    else start(() => forgetPassword(site, name));
  };
  const toSignIn = (
    <a className="button gate-other" href="/account">
      {back}
    </a>
  );
  if (done !== undefined) {
    return (
      <MessageCard title={sentTitle} lines={sent}>
        {toSignIn}
      </MessageCard>
    );
  }
  return (
    <Card title={title} lead={lead}>
      <form className="gate-form" method="post" noValidate onSubmit={submit}>
        <FaultNote id={faultId} fault={fault} wait={wait} />
        <LabelledField
          label={field}
          name="username"
          type="text"
          autoComplete="username"
          maxLength={320}
          autoFocus
          fault={isMissing ? missing : undefined}
        />
        <Button type="submit" weight="primary" className="gate-action" aria-disabled={isBusy || wait > 0}>
          {isBusy ? words.busy : action}
        </Button>
        {toSignIn}
      </form>
    </Card>
  );
}
