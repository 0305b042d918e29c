import type { ReactElement } from 'react';
import type { Site } from '../model/site.ts';
import { MessageCard } from '../parts/message-card.tsx';
import { SignIn } from '../parts/sign-in.tsx';
import { SkeletonCard } from '../parts/skeleton-card.tsx';
import { UnreachedCard } from '../parts/unreached-card.tsx';
import { words } from './leave/words.ts';
import { AccountCard } from './parts/account-card.tsx';
import { useAccount } from './use-account.ts';

/** A person's own page: where they are signed in, and how to change that. */
export function AccountScreen({ site }: { readonly site: Site }): ReactElement {
  const account = useAccount(site);
  const { stage } = account;
  switch (stage.name) {
    case 'loading':
      return <SkeletonCard />;
    case 'failed':
      return <UnreachedCard fault={stage.fault} onAgain={account.load} />;
    case 'stranger':
      return <SignIn site={site} onSignedIn={account.signedIn} />;
    case 'deleted':
      return <MessageCard title={words.gone.title} lines={words.gone.lines} />;
    case 'shown':
      return <AccountCard own={stage.own} profile={stage.profile} account={account} />;
  }
}
