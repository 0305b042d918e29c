import { useCallback, useEffect, useState } from 'react';
import type { Unanswered } from '../../../../parts/session/ask-signet.ts';
import type { Account } from '../use-account.ts';
import { leaveOrganization, listOwnOrganizations, type OwnOrganization } from './own-organizations.ts';

export interface OwnOrganizationsWork {
  readonly organizations: readonly OwnOrganization[];
  readonly fault: Unanswered | undefined;
  /** What people call the one that was left last. */
  readonly left: string | undefined;
  readonly isBusy: boolean;
  readonly leave: (organization: OwnOrganization) => void;
}

export function useOwnOrganizations({ asPerson }: Pick<Account, 'asPerson'>): OwnOrganizationsWork {
  const [organizations, setOrganizations] = useState<readonly OwnOrganization[]>([]);
  const [fault, setFault] = useState<Unanswered>();
  const [left, setLeft] = useState<string>();
  const [isBusy, setBusy] = useState(false);
  const load = useCallback(async (): Promise<void> => {
    const listed = await listOwnOrganizations(asPerson);
    if (listed.kind === 'listed') setOrganizations(listed.organizations);
    else setFault(listed);
  }, [asPerson]);
  useEffect(() => void load(), [load]);
  const leave = async ({ name, displayName }: OwnOrganization): Promise<void> => {
    setBusy(true);
    setLeft(undefined);
    const answer = await leaveOrganization(asPerson, name);
    if (answer.kind === 'left') {
      setOrganizations((before) => before.filter((one) => one.name !== name));
      setLeft(displayName);
    }
    setFault(answer.kind === 'left' ? undefined : answer);
    setBusy(false);
  };
  return { organizations, fault, left, isBusy, leave: (organization) => void leave(organization) };
}
