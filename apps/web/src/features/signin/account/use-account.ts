import type { SessionId } from '@signet/contracts';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { Unanswered } from '../../../parts/session/ask-signet.ts';
import type { Site } from '../model/site.ts';
import { OwnAccount, type OwnSessions } from './own-sessions.ts';

/** What is known of the person whose page this is. */
export type AccountStage =
  | { readonly name: 'loading' }
  /** Nobody is signed in on this browser. */
  | { readonly name: 'stranger' }
  | { readonly name: 'failed'; readonly fault: Unanswered }
  | { readonly name: 'shown'; readonly own: OwnSessions };

export interface Account {
  readonly stage: AccountStage;
  /** What the last thing that was tried came to. */
  readonly news: { readonly ended?: number; readonly fault?: Unanswered };
  readonly isBusy: boolean;
  readonly load: () => void;
  readonly signedIn: (accessToken: string) => Promise<void>;
  readonly end: (which: SessionId | 'others') => void;
  readonly signOut: () => void;
}

export function useAccount(site: Site): Account {
  const account = useRef(new OwnAccount(site));
  const [stage, setStage] = useState<AccountStage>({ name: 'loading' });
  const [news, setNews] = useState<Account['news']>({});
  const [isBusy, setBusy] = useState(false);
  const load = useCallback(async (): Promise<void> => {
    const listed = await account.current.list();
    if (listed.kind === 'listed') setStage({ name: 'shown', own: listed.own });
    else setStage(listed.kind === 'refused' ? strangerOr(listed) : { name: 'failed', fault: listed });
  }, []);
  useEffect(() => void load(), [load]);
  const work = async (doing: () => Promise<void>): Promise<void> => {
    setBusy(true);
    await doing();
    setBusy(false);
  };
  const end = async (which: SessionId | 'others'): Promise<void> => {
    const answer = await account.current.end(which);
    setNews(answer.kind === 'ended' ? { ended: answer.count } : { fault: answer });
    if (answer.kind === 'ended') await load();
  };
  const signOut = async (): Promise<void> => {
    const answer = await account.current.signOut();
    if (answer.kind === 'signed-out') site.go('/signed-out');
    else setNews({ fault: answer });
  };
  return {
    stage,
    news,
    isBusy,
    load: () => {
      setStage({ name: 'loading' });
      void load();
    },
    signedIn: (accessToken) => {
      account.current = new OwnAccount(site, accessToken);
      return load();
    },
    end: (which) => void work(() => end(which)),
    signOut: () => void work(signOut),
  };
}

/** Without a session that is alive, one signs in; any other refusal is shown. */
function strangerOr(fault: Extract<Unanswered, { readonly kind: 'refused' }>): AccountStage {
  const { status } = fault.refusal;
  return status === 401 || status === 403 ? { name: 'stranger' } : { name: 'failed', fault };
}
