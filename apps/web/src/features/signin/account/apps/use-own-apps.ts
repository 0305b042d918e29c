import { useCallback, useEffect, useState } from 'react';
import type { Unanswered } from '../../../../parts/session/ask-signet.ts';
import type { Account } from '../use-account.ts';
import { listOwnApps, type OwnApp, withdrawConsent } from './own-apps.ts';

export interface OwnAppsWork {
  readonly apps: readonly OwnApp[];
  readonly fault: Unanswered | undefined;
  /** The name of the app that lost its access last. */
  readonly withdrawn: string | undefined;
  readonly isBusy: boolean;
  readonly withdraw: (app: OwnApp) => void;
}

export function useOwnApps({ asPerson }: Pick<Account, 'asPerson'>): OwnAppsWork {
  const [apps, setApps] = useState<readonly OwnApp[]>([]);
  const [fault, setFault] = useState<Unanswered>();
  const [withdrawn, setWithdrawn] = useState<string>();
  const [isBusy, setBusy] = useState(false);
  const load = useCallback(async (): Promise<void> => {
    const listed = await listOwnApps(asPerson);
    if (listed.kind === 'listed') setApps(listed.apps);
    else setFault(listed);
  }, [asPerson]);
  useEffect(() => void load(), [load]);
  const withdraw = async ({ client, name }: OwnApp): Promise<void> => {
    setBusy(true);
    setWithdrawn(undefined);
    const answer = await withdrawConsent(asPerson, client);
    if (answer.kind === 'withdrawn') {
      setApps((before) => before.filter((one) => one.client !== client));
      setWithdrawn(name);
    }
    setFault(answer.kind === 'withdrawn' ? undefined : answer);
    setBusy(false);
  };
  return { apps, fault, withdrawn, isBusy, withdraw: (app) => void withdraw(app) };
}
