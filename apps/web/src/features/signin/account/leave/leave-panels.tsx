import { type ReactElement, useId, useState } from 'react';
import { Button } from '../../../../ui/button/button.tsx';
import { LabelledField } from '../../../../ui/field/labelled-field.tsx';
import { useAsking } from '../../mailed/use-asking.ts';
import { FaultNote } from '../../parts/fault-note.tsx';
import type { OwnAccount } from '../own-account.ts';
import { PanelForm } from '../security/panel-form.tsx';
import { deleteAccount, exportAccount } from './leave.ts';
import { words } from './words.ts';

interface LeavePanelsProps {
  readonly username: string;
  readonly account: OwnAccount;
  readonly onDeleted: () => void;
}

/** What is held of the person, for them to have, and to have removed. */
export function LeavePanels(props: LeavePanelsProps): ReactElement {
  return (
    <>
      <HeldPanel account={props.account} />
      <LeavePanel {...props} />
    </>
  );
}

function HeldPanel({ account }: Pick<LeavePanelsProps, 'account'>): ReactElement {
  const [titleId, faultId] = [useId(), useId()];
  const { done, fault, isBusy, wait, start } = useAsking<{ readonly kind: 'done' }>();
  const { title, lead, action } = words.held;
  const download = async () => {
    const answer = await exportAccount(account);
    if (answer.kind === 'done') save(answer.file);
    return answer;
  };
  return (
    <section className="account-panel" aria-labelledby={titleId}>
      <h2 id={titleId}>{title}</h2>
      <p className="gate-line">{lead}</p>
      <FaultNote id={faultId} fault={fault} wait={wait} />
      <Button className="account-button" disabled={isBusy || wait > 0} onClick={() => start(download)}>
        {action}
      </Button>
      <p className="account-news" role="status">
        {done !== undefined && words.held.done}
      </p>
    </section>
  );
}

function LeavePanel({ username, account, onDeleted }: LeavePanelsProps): ReactElement {
  const titleId = useId();
  const [isOpen, setOpen] = useState(false);
  const [isOther, setOther] = useState(false);
  const asking = useAsking<{ readonly kind: 'done' }>();
  const { title, lead, open, field, missing, action } = words.leave;
  return (
    <section className="account-panel" aria-labelledby={titleId}>
      <h2 id={titleId}>{title}</h2>
      <p className="gate-line">{lead}</p>
      {isOpen ? (
        <PanelForm
          username={username}
          action={action}
          asking={asking}
          field={{
            name: 'confirmed',
            missing,
            show: (fault) => (
              <LabelledField
                label={field(username)}
                name="confirmed"
                type="text"
                autoComplete="off"
                maxLength={64}
                fault={fault ?? (isOther ? missing : undefined)}
              />
            ),
          }}
          onGiven={({ value, proof }) => {
            const isSure = value.trim().toLowerCase() === username;
            setOther(!isSure);
            if (!isSure) return;
            asking.start(async () => {
              const answer = await deleteAccount(account, proof);
              if (answer.kind === 'done') onDeleted();
              return answer;
            });
          }}
          onCancel={() => setOpen(false)}
        />
      ) : (
        <Button className="account-button" onClick={() => setOpen(true)}>
          {open}
        </Button>
      )}
    </section>
  );
}

function save(file: string): void {
  const address = URL.createObjectURL(new Blob([file], { type: 'application/json' }));
  const link = Object.assign(document.createElement('a'), { href: address, download: 'account.json' });
  link.click();
  URL.revokeObjectURL(address);
}
