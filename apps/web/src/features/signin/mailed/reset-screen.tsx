import { type FormEvent, type ReactElement, useId, useState } from 'react';
import { Button } from '../../../ui/button/button.tsx';
import { mailedToken, resetPassword } from '../model/own-mail.ts';
import type { Site } from '../model/site.ts';
import { Card } from '../parts/card.tsx';
import { FaultNote } from '../parts/fault-note.tsx';
import { MessageCard } from '../parts/message-card.tsx';
import { PasswordField } from '../parts/password-field.tsx';
import { textOf } from '../parts/text-of.ts';
import { words as gateWords } from '../words.ts';
import { isOver } from './is-over.ts';
import { useAsking } from './use-asking.ts';
import { words } from './words.ts';

/** Where a link for a new password leads. */
export function ResetScreen({ site }: { readonly site: Site }): ReactElement {
  const [token] = useState(() => mailedToken(location.hash));
  const [faultId, rulesId] = [useId(), useId()];
  const { done, fault, isBusy, wait, start } = useAsking<{ readonly kind: 'done' }>();
  const [isMissing, setMissing] = useState(false);
  const { title, lead, field, missing, action, again, signIn } = words.reset;
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const chosen = textOf(event.currentTarget, 'new-password');
    setMissing(chosen === '');
    if (chosen === '') event.currentTarget.querySelector('input')?.focus();
    else start(() => resetPassword(site, token, chosen));
  };
  if (done !== undefined) {
    return (
      <MessageCard title={words.reset.doneTitle} lines={[words.reset.done]}>
        <a className="button button-primary gate-action" href="/account">
          {signIn}
        </a>
      </MessageCard>
    );
  }
  return (
    <Card title={title} lead={lead}>
      <form className="gate-form" method="post" noValidate onSubmit={submit}>
        <FaultNote id={faultId} fault={fault} wait={wait} />
        {isOver(fault) ? (
          <a className="button button-primary gate-action" href="/account/forgotten">
            {again}
          </a>
        ) : (
          <>
            <PasswordField
              label={field}
              name="new-password"
              autoComplete="new-password"
              autoFocus
              fault={isMissing ? missing : undefined}
              hintedBy={rulesId}
              describedBy={fault === undefined ? undefined : faultId}
            />
            <ul className="gate-rules" id={rulesId}>
              {gateWords.change.rules.map((rule) => (
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
