import { type ReactElement, useId, useState } from 'react';
import { Button } from '../../../../ui/button/button.tsx';
import { useNow } from '../../../../ui/moment/use-now.ts';
import { FaultNote } from '../../parts/fault-note.tsx';
import { Named } from '../../parts/named.tsx';
import { AppsPanel } from '../apps/apps-panel.tsx';
import { EndedPanel } from '../ended/ended-panel.tsx';
import { FactorsPanel } from '../factors/factors-panel.tsx';
import { LeavePanels } from '../leave/leave-panels.tsx';
import { OrganizationsPanel } from '../organizations/organizations-panel.tsx';
import type { OwnProfile, OwnSessions } from '../own-account.ts';
import { ProofMeansContext } from '../providers/proof-means.tsx';
import { ProvidersPanel } from '../providers/providers-panel.tsx';
import { useOwnProviders } from '../providers/use-own-providers.ts';
import { EmailPanel } from '../security/email-panel.tsx';
import { PasswordPanel } from '../security/password-panel.tsx';
import type { Account } from '../use-account.ts';
import { words } from '../words.ts';
import { AskFirst } from './ask-first.tsx';
import { SessionRow } from './session-row.tsx';
import './account.css';

interface AccountCardProps {
  readonly own: OwnSessions;
  readonly profile: OwnProfile;
  readonly account: Account;
}

/** Who is signed in here, and where else. */
export function AccountCard({ own, profile, account }: AccountCardProps): ReactElement {
  const { username, sessions } = own;
  const { news, isBusy, end, signOut } = account;
  const [isAsked, setAsked] = useState(false);
  const now = useNow();
  const [titleId, faultId] = [useId(), useId()];
  const work = useOwnProviders(account);
  const canMail = profile.email?.verified === true;
  const means = profile.hasPassword === false ? { ...work.means, canMail } : undefined;
  const others = sessions.filter(({ current }) => !current);
  return (
    <div className="account">
      <div className="account-head">
        <div>
          <h1 className="gate-title">{words.title}</h1>
          <p className="gate-line">
            <Named text={words.signedInAs(username)} name={username} />
          </p>
        </div>
        <Button className="account-button" disabled={isBusy} onClick={signOut}>
          {words.signOut}
        </Button>
      </div>
      <FaultNote id={faultId} fault={news.fault} wait={0} />
      <section className="account-panel" aria-labelledby={titleId}>
        <h2 id={titleId}>{words.devices}</h2>
        <p className="gate-line">{others.length === 0 ? words.alone : words.lead}</p>
        <ul className="account-sessions">
          {sessions.map((session) => (
            <SessionRow key={session.id} session={session} now={now} isBusy={isBusy} onEnd={end} />
          ))}
        </ul>
        {others.length > 0 && (
          <Button className="account-button" disabled={isBusy} onClick={() => setAsked(true)}>
            {words.endOthers}
          </Button>
        )}
        <p className="account-news" role="status">
          {news.ended !== undefined && words.ended(news.ended)}
        </p>
      </section>
      <EndedPanel account={account.asks} />
      <AppsPanel account={account} now={now} />
      <OrganizationsPanel account={account} />
      <ProofMeansContext value={means}>
        <EmailPanel profile={profile} account={account.asks} />
        <PasswordPanel username={username} account={account.asks} onChanged={account.refresh} />
        <ProvidersPanel username={username} work={work} />
        <FactorsPanel username={username} asPerson={account.asPerson} />
        <LeavePanels username={username} account={account.asks} onDeleted={account.deleted} />
      </ProofMeansContext>
      {isAsked && (
        <AskFirst
          title={words.ask.title}
          action={words.ask.action}
          cancel={words.ask.cancel}
          lost={words.ask.lost(others.length)}
          onYes={() => end('others')}
          onClose={() => setAsked(false)}
        />
      )}
    </div>
  );
}
