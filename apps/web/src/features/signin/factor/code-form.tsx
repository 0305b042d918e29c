import { type FormEvent, type ReactElement, useId, useState } from 'react';
import type { Unanswered } from '../../../parts/session/ask-signet.ts';
import { Button } from '../../../ui/button/button.tsx';
import { Card } from '../parts/card.tsx';
import { FaultNote } from '../parts/fault-note.tsx';
import { Named } from '../parts/named.tsx';
import { textOf } from '../parts/text-of.ts';
import { useWait } from '../parts/use-wait.ts';
import { words as signInWords } from '../words.ts';
import { CodeField } from './code-field.tsx';
import { words } from './words.ts';

interface CodeFormProps {
  readonly username: string;
  readonly fault: Unanswered | undefined;
  readonly isBusy: boolean;
  readonly onCode: (code: string) => void;
  readonly onBack: () => void;
}

/** The second factor of who has shown the password. */
export function CodeForm({ username, fault, isBusy, onCode, onBack }: CodeFormProps): ReactElement {
  const faultId = useId();
  const [isRecovery, setRecovery] = useState(false);
  const [isMissing, setMissing] = useState(false);
  const wait = useWait(fault);
  // While the codes of the app are not looked at, those on paper are.
  const waits = wait > 0 && !isRecovery;
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const code = textOf(event.currentTarget, 'code').trim();
    setMissing(code === '');
    if (code === '') event.currentTarget.querySelector<HTMLInputElement>('[name=code]')?.focus();
    else if (!isBusy && !waits) onCode(code);
  };
  const { lead, recoveryLead, codeMissing, recoveryMissing, useApp, useRecovery } = words;
  const said = isRecovery ? recoveryLead(username) : lead(username);
  const missing = isRecovery ? recoveryMissing : codeMissing;
  return (
    <Card title={words.title} lead={<Named text={said} name={username} />}>
      <form className="gate-form" method="post" noValidate onSubmit={submit}>
        <FaultNote id={faultId} fault={fault} wait={wait} />
        <CodeField
          isRecovery={isRecovery}
          autoFocus
          fault={isMissing ? missing : undefined}
          describedBy={fault === undefined ? undefined : faultId}
        />
        <Button type="submit" weight="primary" className="gate-action" aria-disabled={isBusy || waits}>
          {isBusy ? signInWords.signIn.busy : words.action}
        </Button>
        <Button
          className="gate-other"
          onClick={() => {
            setRecovery(!isRecovery);
            setMissing(false);
          }}
        >
          {isRecovery ? useApp : useRecovery}
        </Button>
        <Button className="gate-other" onClick={onBack}>
          {words.back}
        </Button>
      </form>
    </Card>
  );
}
