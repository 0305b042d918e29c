import { type ReactElement, useId, useState } from 'react';
import { isOver } from '../mailed/is-over.ts';
import { useAsking } from '../mailed/use-asking.ts';
import { mailedToken } from '../model/own-mail.ts';
import { completeRegistration } from '../model/registration.ts';
import type { Site } from '../model/site.ts';
import { Card } from '../parts/card.tsx';
import { FaultNote } from '../parts/fault-note.tsx';
import { MessageCard } from '../parts/message-card.tsx';
import { NewAccountForm } from '../parts/new-account-form.tsx';
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
  const faultId = useId();
  const { done, fault, isBusy, wait, start } = useAsking<Registered>();
  const { title, lead, action, again, doneTitle, missing } = words.complete;
  if (done !== undefined) {
    return (
      <MessageCard title={doneTitle} lines={[words.complete.done(done.username)]}>
        <a className="button button-primary gate-action" href={done.signInAt}>
          {gateWords.signIn.action}
        </a>
      </MessageCard>
    );
  }
  return (
    <Card title={title} lead={lead}>
      {isOver(fault) ? (
        <>
          <FaultNote id={faultId} fault={fault} wait={wait} />
          <a className="button button-primary gate-action" href="/account/register">
            {again}
          </a>
        </>
      ) : (
        <NewAccountForm
          fault={fault}
          isBusy={isBusy}
          wait={wait}
          action={isBusy ? words.busy : action}
          usernameMissing={missing}
          onChosen={(chosen) => start(() => completeRegistration(site, { token, ...chosen }))}
        />
      )}
    </Card>
  );
}
