import { IconUsersGroup } from '@tabler/icons-react';
import { type ReactElement, useId, useState } from 'react';
import { Button } from '../../../../ui/button/button.tsx';
import { FaultNote } from '../../parts/fault-note.tsx';
import { Named } from '../../parts/named.tsx';
import { AskFirst } from '../parts/ask-first.tsx';
import type { Account } from '../use-account.ts';
import type { OwnOrganization } from './own-organizations.ts';
import { useOwnOrganizations } from './use-own-organizations.ts';
import { words } from './words.ts';

/** What the person is in, and how to leave it. Nothing for who is in none. */
export function OrganizationsPanel({
  account,
}: {
  readonly account: Pick<Account, 'asPerson'>;
}): ReactElement | null {
  const [titleId, faultId] = [useId(), useId()];
  const { organizations, fault, left, isBusy, leave } = useOwnOrganizations(account);
  const [asked, setAsked] = useState<OwnOrganization>();
  if (organizations.length === 0 && fault === undefined && left === undefined) return null;
  return (
    <section className="account-panel" aria-labelledby={titleId}>
      <h2 id={titleId}>{words.title}</h2>
      {fault === undefined && (
        <p className="gate-line">{organizations.length === 0 ? words.none : words.lead}</p>
      )}
      <FaultNote id={faultId} fault={fault} wait={0} />
      {organizations.length > 0 && (
        <ul className="account-sessions">
          {organizations.map((one) => (
            <OrganizationRow key={one.name} own={one} isBusy={isBusy} onLeave={() => setAsked(one)} />
          ))}
        </ul>
      )}
      <p className="account-news" role="status">
        {left !== undefined && <Named text={words.left(left)} name={left} />}
      </p>
      {asked !== undefined && (
        <AskFirst
          lost={words.ask.lost}
          action={words.ask.action}
          cancel={words.ask.cancel}
          title={words.ask.title(asked.displayName)}
          onYes={() => leave(asked)}
          onClose={() => setAsked(undefined)}
        />
      )}
    </section>
  );
}

interface OrganizationRowProps {
  readonly own: OwnOrganization;
  readonly isBusy: boolean;
  readonly onLeave: () => void;
}

function OrganizationRow({ own, isBusy, onLeave }: OrganizationRowProps): ReactElement {
  const { name, displayName, roles } = own;
  return (
    <li className="account-session">
      <IconUsersGroup className="account-device" size={22} stroke={1.5} aria-hidden />
      <div className="account-session-text">
        <p>
          <bdi className="gate-name">{displayName}</bdi>
        </p>
        <p className="account-times">
          <code>{name}</code>
          {roles.length > 0 && <bdi>{roles.join(', ')}</bdi>}
        </p>
      </div>
      <Button
        className="account-button"
        aria-label={words.leaveOne(displayName)}
        disabled={isBusy}
        onClick={onLeave}
      >
        {words.leave}
      </Button>
    </li>
  );
}
