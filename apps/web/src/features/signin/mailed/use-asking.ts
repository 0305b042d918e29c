import { useState } from 'react';
import type { Unanswered } from '../../../parts/session/ask-signet.ts';
import { useWait } from '../parts/use-wait.ts';

/** One thing that is asked of the server: under way, refused, or done. */
export interface Asking<Done> {
  readonly done: Done | undefined;
  readonly fault: Unanswered | undefined;
  readonly isBusy: boolean;
  /** Seconds until it is worth another try. */
  readonly wait: number;
  readonly start: (doing: () => Promise<Done | Unanswered>) => void;
}

export function useAsking<Done extends { readonly kind: 'done' }>(): Asking<Done> {
  const [done, setDone] = useState<Done>();
  const [fault, setFault] = useState<Unanswered>();
  const [isBusy, setBusy] = useState(false);
  const wait = useWait(fault);
  const work = async (doing: () => Promise<Done | Unanswered>): Promise<void> => {
    setBusy(true);
    const answer = await doing();
    if (answer.kind === 'done') setDone(answer);
    setFault(answer.kind === 'done' ? undefined : answer);
    setBusy(false);
  };
  const start: Asking<Done>['start'] = (doing) => {
    if (!isBusy && wait === 0) void work(doing);
  };
  return { done, fault, isBusy, wait, start };
}
