import { type ReactElement, useId, useState } from 'react';
import { Button } from '../../../ui/button/button.tsx';
import { confirmEmail, mailedToken } from '../model/own-mail.ts';
import type { Site } from '../model/site.ts';
import { Card } from '../parts/card.tsx';
import { FaultNote } from '../parts/fault-note.tsx';
import { MessageCard } from '../parts/message-card.tsx';
import { isOver } from './is-over.ts';
import { useAsking } from './use-asking.ts';
import { words } from './words.ts';

/** Where a link leads that confirms an address. A press confirms it: mail scanners open links, and press nothing. */
export function ConfirmScreen({ site }: { readonly site: Site }): ReactElement {
  const [token] = useState(() => mailedToken(location.hash));
  const faultId = useId();
  const { done, fault, isBusy, wait, start } = useAsking<{ readonly kind: 'done'; readonly email: string }>();
  const { title, lead, action, doneTitle, account } = words.confirm;
  const toAccount = (
    <a className="button button-primary gate-action" href="/account">
      {account}
    </a>
  );
  if (done !== undefined) {
    return (
      <MessageCard title={doneTitle} lines={[words.confirm.done(done.email)]}>
        {toAccount}
      </MessageCard>
    );
  }
  return (
    <Card title={title} lead={lead} isTold>
      <FaultNote id={faultId} fault={fault} wait={wait} />
      {isOver(fault) ? (
        toAccount
      ) : (
        <Button
          weight="primary"
          className="gate-action"
          aria-disabled={isBusy || wait > 0}
          onClick={() => start(() => confirmEmail(site, token))}
        >
          {isBusy ? words.busy : action}
        </Button>
      )}
    </Card>
  );
}
