import { type FormEvent, type ReactElement, useId, useState } from 'react';
import { Button } from '../../../ui/button/button.tsx';
import { LabelledField } from '../../../ui/field/labelled-field.tsx';
import { useAsking } from '../mailed/use-asking.ts';
import { register, signInAddress, waitingSignIn } from '../model/registration.ts';
import type { Site } from '../model/site.ts';
import { Card } from '../parts/card.tsx';
import { FaultNote } from '../parts/fault-note.tsx';
import { MessageCard } from '../parts/message-card.tsx';
import { textOf } from '../parts/text-of.ts';
import { CompleteScreen } from './complete-screen.tsx';
import { words } from './words.ts';

/** Where an account is made: the mailed link leads here too, and holds something behind the `#`. */
export function RegisterScreen({ site }: { readonly site: Site }): ReactElement {
  const [isMailed] = useState(() => location.hash !== '');
  return isMailed ? <CompleteScreen site={site} /> : <AskScreen site={site} />;
}

/** Asks for the address alone. What it says afterwards is the same whether or not that has an account. */
function AskScreen({ site }: { readonly site: Site }): ReactElement {
  const faultId = useId();
  const [waiting] = useState(() => waitingSignIn(location.search));
  const { done, fault, isBusy, wait, start } = useAsking<{ readonly kind: 'done' }>();
  const [isMissing, setMissing] = useState(false);
  const { title, lead, field, missing, action, back, sentTitle, sent } = words.ask;
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const email = textOf(event.currentTarget, 'email').trim();
    setMissing(email === '');
    if (email === '') event.currentTarget.querySelector('input')?.focus();
    else start(() => register(site, email, waiting));
  };
  const toSignIn = (
    <a className="button gate-other" href={signInAddress(waiting)}>
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
          name="email"
          type="email"
          autoComplete="email"
          maxLength={320}
          autoFocus
          fault={isMissing ? missing : undefined}
          describedBy={fault === undefined ? undefined : faultId}
        />
        <Button type="submit" weight="primary" className="gate-action" aria-disabled={isBusy || wait > 0}>
          {isBusy ? words.busy : action}
        </Button>
        {toSignIn}
      </form>
    </Card>
  );
}
