import type { PasskeyAssertion } from '@signet/contracts';
import { type FormEvent, type ReactElement, useId, useState } from 'react';
import type { Unanswered } from '../../../parts/session/ask-signet.ts';
import { Button } from '../../../ui/button/button.tsx';
import type { Site } from '../model/site.ts';
import { Card } from '../parts/card.tsx';
import { FaultNote } from '../parts/fault-note.tsx';
import { Named } from '../parts/named.tsx';
import { textOf } from '../parts/text-of.ts';
import { useWait } from '../parts/use-wait.ts';
import { PasskeyButton } from '../passkey/passkey-button.tsx';
import { usePasskey } from '../passkey/use-passkey.ts';
import { words as passkeyWords } from '../passkey/words.ts';
import { words as signInWords } from '../words.ts';
import { CodeField } from './code-field.tsx';
import type { Ways } from './ways.ts';
import { words } from './words.ts';

interface CodeFormProps {
  readonly site: Site;
  readonly username: string;
  readonly ways: Ways;
  readonly fault: Unanswered | undefined;
  readonly isBusy: boolean;
  readonly onCode: (code: string) => void;
  readonly onPasskey: (passkey: PasskeyAssertion) => Promise<void>;
  readonly onFault: (fault: Unanswered) => void;
  readonly onBack: () => void;
}

/** The second factor of who has shown the password: a passkey, a code of the app, or one on paper. */
export function CodeForm(props: CodeFormProps): ReactElement {
  const { site, username, ways, fault, isBusy, onBack } = props;
  const { onCode, onPasskey, onFault } = props;
  const passkey = usePasskey({ site, inField: false, onPasskey, onFault });
  const hasPasskey = ways !== 'code' && passkey.isOffered;
  const first: Way = ways === 'passkey' ? (hasPasskey ? 'passkey' : 'recovery') : 'app';
  const [way, setWay] = useState<Way>(first);
  const [left, setLeft] = useState<Unanswered>();
  const wait = useWait(fault);
  const faultId = useId();
  // What was said of one way says nothing of another, but that it has to wait.
  const told = fault === left && !(wait > 0 && way === 'app') ? undefined : fault;
  const go = (to: Way): void => {
    setLeft(fault);
    setWay(to);
  };
  return (
    <Card title={words.title} lead={<Named text={leads[way](username)} name={username} />}>
      <div className="gate-form">
        <FaultNote id={faultId} fault={told} wait={wait} />
        {way === 'passkey' ? (
          <PasskeyButton work={passkey} label={passkeyWords.use} isBusy={isBusy} weight="primary" />
        ) : (
          <CodeEntry
            key={way}
            isRecovery={way === 'recovery'}
            isBusy={isBusy}
            // While the codes of the app are not looked at, those on paper are.
            waits={wait > 0 && way === 'app'}
            describedBy={told === undefined ? undefined : faultId}
            onCode={onCode}
          />
        )}
        {hasPasskey && way !== 'passkey' && (
          <Button className="gate-other" onClick={() => go('passkey')}>
            {passkeyWords.instead}
          </Button>
        )}
        {ways !== 'passkey' && way !== 'app' && (
          <Button className="gate-other" onClick={() => go('app')}>
            {words.useApp}
          </Button>
        )}
        {way !== 'recovery' && (
          <Button className="gate-other" onClick={() => go('recovery')}>
            {words.useRecovery}
          </Button>
        )}
        <Button className="gate-other" onClick={onBack}>
          {words.back}
        </Button>
      </div>
    </Card>
  );
}

type Way = 'app' | 'recovery' | 'passkey';

const leads: { readonly [Each in Way]: (username: string) => string } = {
  app: (username) => words.lead(username),
  recovery: (username) => words.recoveryLead(username),
  passkey: (username) => passkeyWords.lead(username),
};

interface CodeEntryProps {
  readonly isRecovery: boolean;
  readonly isBusy: boolean;
  readonly waits: boolean;
  readonly describedBy: string | undefined;
  readonly onCode: (code: string) => void;
}

function CodeEntry({ isRecovery, isBusy, waits, describedBy, onCode }: CodeEntryProps): ReactElement {
  const [isMissing, setMissing] = useState(false);
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const code = textOf(event.currentTarget, 'code').trim();
    setMissing(code === '');
    if (code === '') event.currentTarget.querySelector<HTMLInputElement>('[name=code]')?.focus();
    else if (!isBusy && !waits) onCode(code);
  };
  const missing = isRecovery ? words.recoveryMissing : words.codeMissing;
  return (
    <form className="gate-form" method="post" noValidate onSubmit={submit}>
      <CodeField
        isRecovery={isRecovery}
        autoFocus
        fault={isMissing ? missing : undefined}
        describedBy={describedBy}
      />
      <Button type="submit" weight="primary" className="gate-action" aria-disabled={isBusy || waits}>
        {isBusy ? signInWords.signIn.busy : words.action}
      </Button>
    </form>
  );
}
