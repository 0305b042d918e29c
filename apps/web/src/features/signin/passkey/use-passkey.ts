import type { PasskeyAssertion } from '@signet/contracts';
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import type { Unanswered } from '../../../parts/session/ask-signet.ts';
import type { Site } from '../model/site.ts';
import { askPasskey } from './ask-passkey.ts';
import { knowsPasskeys, offersInField } from './browser-passkeys.ts';

export interface PasskeyWork {
  /** Whether the browser can. */
  readonly isOffered: boolean;
  /** The last question came to nothing. */
  readonly isLeft: boolean;
  /** Asks the person for a passkey, and hands it on. */
  readonly start: () => void;
}

interface PasskeyParts {
  readonly site: Site;
  /** Also offers passkeys among what fills the name field, from the start. */
  readonly inField: boolean;
  readonly onPasskey: (passkey: PasskeyAssertion) => Promise<void>;
  readonly onFault: (fault: Unanswered) => void;
}

/** A browser asks one question at a time: that of the button ends the one in the field. */
export function usePasskey({ site, inField, onPasskey, onFault }: PasskeyParts): PasskeyWork {
  const [isLeft, setLeft] = useState(false);
  const underWay = useRef<AbortController>(undefined);
  const take = async (mediation: 'conditional' | 'optional'): Promise<void> => {
    underWay.current?.abort();
    const mine = new AbortController();
    underWay.current = mine;
    const answer = await askPasskey(site, { mediation, signal: mine.signal });
    if (mine.signal.aborted) return;
    if (answer.kind === 'given') return onPasskey(answer.given);
    if (mediation === 'conditional') return;
    if (answer.kind === 'left') setLeft(true);
    else onFault(answer);
  };
  const offer = useEffectEvent(async () => {
    if (inField && (await offersInField())) await take('conditional');
  });
  useEffect(() => {
    void offer();
    return () => underWay.current?.abort();
  }, []);
  return {
    isOffered: knowsPasskeys(),
    isLeft,
    start: () => {
      setLeft(false);
      void take('optional');
    },
  };
}
