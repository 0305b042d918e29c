import { type FormEvent, type ReactElement, useId, useState } from 'react';
import type { Unanswered } from '../../../parts/session/ask-signet.ts';
import { Button } from '../../../ui/button/button.tsx';
import { LabelledField } from '../../../ui/field/labelled-field.tsx';
import { Card } from '../parts/card.tsx';
import { isEmailForm } from '../parts/email-form.ts';
import { FaultNote } from '../parts/fault-note.tsx';
import { MessageCard } from '../parts/message-card.tsx';
import { textOf } from '../parts/text-of.ts';
import { useAsking } from './use-asking.ts';

export interface AskForMailProps {
  readonly words: {
    readonly title: string;
    readonly lead: string;
    readonly field: string;
    /** Said where nothing of use was typed. */
    readonly missing: string;
    readonly action: string;
    readonly back: string;
    readonly sentTitle: string;
    readonly sent: readonly string[];
  };
  readonly busy: string;
  /** By what a password manager knows what is asked for. */
  readonly name: 'username' | 'email';
  /** Where the sign-in is. */
  readonly signIn: string;
  readonly ask: (typed: string) => Promise<{ readonly kind: 'done' } | Unanswered>;
}

/** Asks who a mail shall go to. What it says afterwards is the same whoever that is. */
export function AskForMail({ words, busy, name, signIn, ask }: AskForMailProps): ReactElement {
  const faultId = useId();
  const { done, fault, isBusy, wait, start } = useAsking<{ readonly kind: 'done' }>();
  const [isMissing, setMissing] = useState(false);
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const typed = textOf(event.currentTarget, name).trim();
    const isNone = typed === '' || (name === 'email' && !isEmailForm(typed));
    setMissing(isNone);
    if (isNone) event.currentTarget.querySelector('input')?.focus();
    else start(() => ask(typed));
  };
  const toSignIn = (
    <a className="button gate-other" href={signIn}>
      {words.back}
    </a>
  );
  if (done !== undefined) {
    return (
      <MessageCard title={words.sentTitle} lines={words.sent}>
        {toSignIn}
      </MessageCard>
    );
  }
  return (
    <Card title={words.title} lead={words.lead}>
      <form className="gate-form" method="post" noValidate onSubmit={submit}>
        <FaultNote id={faultId} fault={fault} wait={wait} />
        <LabelledField
          label={words.field}
          name={name}
          type={name === 'email' ? 'email' : 'text'}
          autoComplete={name}
          maxLength={320}
          autoFocus
          fault={isMissing ? words.missing : undefined}
          describedBy={fault === undefined ? undefined : faultId}
        />
        <Button type="submit" weight="primary" className="gate-action" aria-disabled={isBusy || wait > 0}>
          {isBusy ? busy : words.action}
        </Button>
        {toSignIn}
      </form>
    </Card>
  );
}
