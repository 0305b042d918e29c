import { type FormEvent, type ReactElement, useId, useState } from 'react';
import type { Unanswered } from '../../../parts/session/ask-signet.ts';
import { Button } from '../../../ui/button/button.tsx';
import { LabelledField } from '../../../ui/field/labelled-field.tsx';
import { useAsking } from '../mailed/use-asking.ts';
import { askForMail } from '../model/mail-sign-in.ts';
import type { Site } from '../model/site.ts';
import { Card } from '../parts/card.tsx';
import { FaultNote } from '../parts/fault-note.tsx';
import { Named } from '../parts/named.tsx';
import { textOf } from '../parts/text-of.ts';
import { words as signInWords } from '../words.ts';
import { words } from './words.ts';

export interface MailScreenProps {
  readonly site: Site;
  /** What stood in the name field. */
  readonly name: string;
  /** What the code came to. */
  readonly fault: Unanswered | undefined;
  readonly isBusy: boolean;
  readonly onCode: (name: string, mailCode: string) => void;
  readonly onBack: () => void;
}

/** Asks to whom the mail goes, and then for the code that stands in it. */
export function MailScreen(props: MailScreenProps): ReactElement {
  const { site, onBack } = props;
  const [name, setName] = useState(props.name);
  const { done, fault, isBusy, wait, start } = useAsking<{ readonly kind: 'done' }>();
  const send = (to: string): void => {
    setName(to);
    start(() => askForMail(site, to));
  };
  const back = (
    <Button className="gate-other" onClick={onBack}>
      {words.back}
    </Button>
  );
  if (done === undefined) {
    return (
      <Card title={words.title} lead={words.lead}>
        <OneField
          key="name"
          field={{ label: words.name, name: 'username', autoComplete: 'username', maxLength: 320 }}
          defaultValue={name}
          missing={words.nameMissing}
          action={words.ask}
          asking={{ fault, isBusy, wait }}
          onGiven={send}
        />
        {back}
      </Card>
    );
  }
  return (
    <Card title={words.sentTitle} lead={<Named text={words.sentLead(name)} name={name} />}>
      <OneField
        key="code"
        field={{
          label: words.code,
          name: 'code',
          autoComplete: 'one-time-code',
          inputMode: 'numeric',
          maxLength: 16,
        }}
        missing={words.codeMissing}
        action={words.signIn}
        asking={{ fault: fault ?? props.fault, isBusy: props.isBusy, wait: 0 }}
        onGiven={(mailCode) => props.onCode(name, mailCode)}
      />
      <Button className="gate-other" aria-disabled={isBusy || wait > 0} onClick={() => send(name)}>
        {words.again}
      </Button>
      {back}
    </Card>
  );
}

interface OneFieldProps {
  readonly field: {
    readonly label: string;
    readonly name: 'username' | 'code';
    readonly autoComplete: string;
    readonly inputMode?: 'numeric';
    readonly maxLength: number;
  };
  readonly defaultValue?: string;
  readonly missing: string;
  readonly action: string;
  readonly asking: {
    readonly fault: Unanswered | undefined;
    readonly isBusy: boolean;
    readonly wait: number;
  };
  readonly onGiven: (given: string) => void;
}

function OneField({ field, defaultValue, missing, action, asking, onGiven }: OneFieldProps): ReactElement {
  const { fault, isBusy, wait } = asking;
  const faultId = useId();
  const [isMissing, setMissing] = useState(false);
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const given = textOf(event.currentTarget, field.name).trim();
    setMissing(given === '');
    if (given === '') event.currentTarget.querySelector('input')?.focus();
    else if (!isBusy && wait === 0) onGiven(given);
  };
  return (
    <form className="gate-form" method="post" noValidate onSubmit={submit}>
      <FaultNote id={faultId} fault={fault} wait={wait} />
      <LabelledField
        {...field}
        type="text"
        defaultValue={defaultValue}
        autoFocus
        fault={isMissing ? missing : undefined}
        describedBy={fault === undefined ? undefined : faultId}
      />
      <Button type="submit" weight="primary" className="gate-action" aria-disabled={isBusy || wait > 0}>
        {isBusy ? signInWords.signIn.busy : action}
      </Button>
    </form>
  );
}
