import type { SessionId } from '@signet/contracts';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { Unanswered } from '../../../parts/session/ask-signet.ts';
import type { Site } from '../model/site.ts';
import { OwnAccount, type OwnProfile, type OwnSessions } from './own-account.ts';

/** What is known of the person whose page this is. */
export type AccountStage =
  | { readonly name: 'loading' }
  /** Nobody is signed in on this browser. */
  | { readonly name: 'stranger' }
  | { readonly name: 'deleted' }
  | { readonly name: 'failed'; readonly fault: Unanswered }
  | { readonly name: 'shown'; readonly own: OwnSessions; readonly profile: OwnProfile };

export interface Account {
  readonly stage: AccountStage;
  /** By which the page asks. */
  readonly asks: OwnAccount;
  /** What the last thing that was tried came to. */
  readonly news: { readonly ended?: number; readonly fault?: Unanswered };
  readonly isBusy: boolean;
  readonly load: () => void;
  /** What is shown is read again, and stands meanwhile. */
  readonly refresh: () => void;
  readonly signedIn: (accessToken: string) => Promise<void>;
  readonly end: (which: SessionId | 'others') => void;
  readonly signOut: () => void;
  readonly deleted: () => void;
  readonly asPerson: OwnAccount['asPerson'];
  /** Leaves for another page. */
  readonly go: Site['go'];
}

export function useAccount(site: Site): Account {
  const account = useRef(new OwnAccount(site));
  const [stage, setStage] = useState<AccountStage>({ name: 'loading' });
  const [news, setNews] = useState<Account['news']>({});
  const [isBusy, setBusy] = useState(false);
  const load = useCallback(async (): Promise<void> => {
    const listed = await account.current.list();
    if (listed.kind !== 'listed') return setStage(stageOf(listed));
    const read = await account.current.profile();
    if (read.kind !== 'read') return setStage(stageOf(read));
    setStage({ name: 'shown', own: listed.own, profile: read.profile });
  }, []);
  useEffect(() => void load(), [load]);
  const asPerson = useCallback<OwnAccount['asPerson']>((call) => account.current.asPerson(call), []);
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
    asks: account.current,
    refresh: () => void load(),
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
    deleted: () => setStage({ name: 'deleted' }),
    asPerson,
    go: site.go,
  };
}

function stageOf(fault: Unanswered): AccountStage {
  return fault.kind === 'refused' ? strangerOr(fault) : { name: 'failed', fault };
}

/** Without a session that is alive, one signs in; any other refusal is shown. */
function strangerOr(fault: Extract<Unanswered, { readonly kind: 'refused' }>): AccountStage {
  const { status } = fault.refusal;
  return status === 401 || status === 403 ? { name: 'stranger' } : { name: 'failed', fault };
}
