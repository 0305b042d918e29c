import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { signOut } from './ask-signet.ts';
import { surroundings } from './surroundings.ts';

/** An administrator's session: an access token in memory, nowhere else. */
export interface Session {
  readonly isOpen: boolean;
  readonly token: () => string | undefined;
  /** Takes a new session over; ends it at once where nobody waits for it any more. */
  readonly open: (accessToken: string) => void;
  readonly end: () => void;
}

/**
 * Keeps at most one session while `isWanted`, and ends it at the server when it is not, and when the page goes.
 */
export function useSession(isWanted: boolean): Session {
  const held = useRef<string>(undefined);
  const [isOpen, setOpen] = useState(false);
  const end = (): void => {
    const token = held.current;
    held.current = undefined;
    setOpen(false);
    if (token !== undefined) void signOut(surroundings(), token);
  };
  const endNow = useEffectEvent(end);
  // A sign-in may answer after the reader has left: what counts then is what is wanted by that time.
  const wanted = useRef(isWanted);
  useEffect(() => {
    wanted.current = isWanted;
    if (!isWanted) endNow();
  }, [isWanted]);
  useEffect(() => {
    const leave = (): void => endNow();
    addEventListener('pagehide', leave);
    return () => {
      removeEventListener('pagehide', leave);
      leave();
    };
  }, []);
  const open = (accessToken: string): void => {
    end();
    held.current = accessToken;
    setOpen(true);
    if (!wanted.current) end();
  };
  return { isOpen, token: () => held.current, open, end };
}
