import type { DecisionRecord, Reference } from '@signet/contracts';
import { useRef, useState } from 'react';
import type { RefusalText } from '../../../parts/explanation/model/read-refusal.ts';
import { type Credentials, findSignet, signIn, type Unanswered } from '../../../parts/session/ask-signet.ts';
import { surroundings } from '../../../parts/session/surroundings.ts';
import type { Session } from '../../../parts/session/use-session.ts';
import { fetchRecord } from './model/fetch-record.ts';

/** How far the reading of a record has come. */
export type RecordState =
  | { readonly kind: 'idle' | 'looking' | 'reading' }
  | { readonly kind: 'sign-in'; readonly isBusy: boolean; readonly fault?: Unanswered }
  | { readonly kind: 'elsewhere'; readonly issuer: string }
  | { readonly kind: 'nobody' }
  | { readonly kind: 'refused'; readonly refusal: RefusalText }
  | { readonly kind: 'read'; readonly record: DecisionRecord };

export interface RecordReading {
  readonly state: RecordState;
  /** Asks for the record, and for a sign-in where there is none. */
  readonly begin: () => void;
  readonly signIn: (credentials: Credentials) => void;
  readonly cancel: () => void;
}

/** Codes by which a session has ended by itself: then the reader signs in anew. */
const ended: readonly string[] = ['token_expired', 'token_revoked'];

/** Reads the record of one reference from the Signet behind this page, step by step and only when asked. */
export function useRecord(reference: Reference | undefined, session: Session): RecordReading {
  const [last, setLast] = useState<{ readonly reference: Reference; readonly state: RecordState }>();
  const state: RecordState = last && last.reference === reference ? last.state : { kind: 'idle' };
  const attempt = useRef(0);

  function setState(next: RecordState): void {
    if (reference !== undefined) setLast({ reference, state: next });
  }

  async function read(accessToken: string): Promise<void> {
    if (reference === undefined) return;
    setState({ kind: 'reading' });
    const answer = await fetchRecord(surroundings(), reference, accessToken);
    if (answer.kind === 'record') {
      setState({ kind: 'read', record: answer.record });
    } else if (answer.kind === 'refused' && ended.includes(answer.refusal.known ?? '')) {
      session.end();
      setState({ kind: 'sign-in', isBusy: false, fault: answer });
    } else setState(answer);
  }

  async function begin(): Promise<void> {
    const accessToken = session.token();
    if (accessToken !== undefined) return read(accessToken);
    setState({ kind: 'looking' });
    const found = await findSignet(surroundings());
    setState(found.kind === 'here' ? { kind: 'sign-in', isBusy: false } : found);
  }

  async function enter(credentials: Credentials): Promise<void> {
    attempt.current += 1;
    const own = attempt.current;
    setState({ kind: 'sign-in', isBusy: true });
    const answer = await signIn(surroundings(), credentials);
    const isWanted = own === attempt.current;
    if (answer.kind === 'signed-in') {
      session.open(answer.accessToken);
      if (isWanted) await read(answer.accessToken);
      else session.end();
    } else if (isWanted) setState({ kind: 'sign-in', isBusy: false, fault: answer });
  }

  return {
    state,
    begin: () => void begin(),
    signIn: (credentials) => void enter(credentials),
    cancel: () => {
      attempt.current += 1;
      setState({ kind: 'idle' });
    },
  };
}
