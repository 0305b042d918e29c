import { useCallback, useEffect, useState } from 'react';
import type { Unanswered } from '../../../parts/session/ask-signet.ts';
import { type Invitation, readInvitation } from '../model/invitation.ts';
import type { Site } from '../model/site.ts';

export type InvitationStage =
  | { readonly name: 'loading' }
  | { readonly name: 'failed'; readonly fault: Unanswered }
  | { readonly name: 'shown'; readonly invitation: Invitation };

/** What the link of this token invites into, asked when the page opens: that uses nothing up. */
export function useInvitation(
  site: Site,
  token: string,
): { readonly stage: InvitationStage; readonly load: () => void } {
  const [stage, setStage] = useState<InvitationStage>({ name: 'loading' });
  const load = useCallback(async (): Promise<void> => {
    const read = await readInvitation(site, token);
    setStage(
      read.kind === 'read' ? { name: 'shown', invitation: read.invitation } : { name: 'failed', fault: read },
    );
  }, [site, token]);
  useEffect(() => void load(), [load]);
  return { stage, load: () => void load() };
}
