import { IconApps } from '@tabler/icons-react';
import { type ReactElement, useId, useState } from 'react';
import { Button } from '../../../../ui/button/button.tsx';
import { FaultNote } from '../../parts/fault-note.tsx';
import { Named } from '../../parts/named.tsx';
import { ScopeList } from '../../parts/scope-text.tsx';
import { AskFirst } from '../parts/ask-first.tsx';
import { Time } from '../parts/time.tsx';
import type { Account } from '../use-account.ts';
import type { OwnAgreement, OwnApp } from './own-apps.ts';
import { useOwnApps } from './use-own-apps.ts';
import { words } from './words.ts';
import './apps.css';

interface AppsPanelProps {
  readonly account: Pick<Account, 'asPerson'>;
  readonly now: number;
}

/** The apps that the person let in, and how to take that back. Nothing for who let none in. */
export function AppsPanel({ account, now }: AppsPanelProps): ReactElement | null {
  const [titleId, faultId] = [useId(), useId()];
  const { apps, fault, withdrawn, isBusy, withdraw } = useOwnApps(account);
  const [asked, setAsked] = useState<OwnApp>();
  if (apps.length === 0 && fault === undefined && withdrawn === undefined) return null;
  return (
    <section className="account-panel" aria-labelledby={titleId}>
      <h2 id={titleId}>{words.title}</h2>
      {fault === undefined && <p className="gate-line">{apps.length === 0 ? words.none : words.lead}</p>}
      <FaultNote id={faultId} fault={fault} wait={0} />
      {apps.length > 0 && (
        <ul className="account-sessions">
          {apps.map((app) => (
            <AppRow key={app.client} app={app} now={now} isBusy={isBusy} onWithdraw={() => setAsked(app)} />
          ))}
        </ul>
      )}
      <p className="account-news" role="status">
        {withdrawn !== undefined && <Named text={words.withdrawn(withdrawn)} name={withdrawn} />}
      </p>
      {asked !== undefined && (
        <AskFirst
          lost={words.ask.lost}
          action={words.ask.action}
          cancel={words.ask.cancel}
          title={words.ask.title(asked.name)}
          onYes={() => withdraw(asked)}
          onClose={() => setAsked(undefined)}
        />
      )}
    </section>
  );
}

interface AppRowProps {
  readonly app: OwnApp;
  readonly now: number;
  readonly isBusy: boolean;
  readonly onWithdraw: () => void;
}

function AppRow({ app, now, isBusy, onWithdraw }: AppRowProps): ReactElement {
  const { client, name, agreements, agreedAt, lastUsedAt } = app;
  return (
    <li className="account-session account-app">
      <IconApps className="account-device" size={22} stroke={1.5} aria-hidden />
      <div className="account-session-text">
        <p>
          <bdi className="gate-name">{name}</bdi>
        </p>
        <p className="account-times">
          <code>{client}</code>
          <Time name={words.since} at={agreedAt} now={now} />
          {lastUsedAt === undefined ? (
            <span>{words.unused}</span>
          ) : (
            <Time name={words.lastUsed} at={lastUsedAt} now={now} />
          )}
        </p>
      </div>
      <Button
        className="account-button"
        aria-label={words.withdrawOne(name)}
        disabled={isBusy}
        onClick={onWithdraw}
      >
        {words.withdraw}
      </Button>
      <div className="account-app-rights">
        {agreements.map((agreement) => (
          <Rights key={`${agreement.organization?.name} ${agreement.audience}`} agreement={agreement} />
        ))}
      </div>
    </li>
  );
}

function Rights({ agreement }: { readonly agreement: OwnAgreement }): ReactElement {
  const { audience, scopes, organization } = agreement;
  return (
    <>
      <p className="gate-line">
        {words.may} <code>{audience}</code>
        {organization !== undefined && (
          <>
            {', '}
            <Named text={words.actsIn(organization.displayName)} name={organization.displayName} />
          </>
        )}
      </p>
      {scopes.length > 0 && <ScopeList scopes={scopes} />}
    </>
  );
}
