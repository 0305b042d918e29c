import { useState } from 'react';
import type { Unanswered } from '../../../parts/session/ask-signet.ts';
import { useNow } from '../../../ui/moment/use-now.ts';

const throttles: ReadonlySet<string | undefined> = new Set([
  'login_throttled',
  'second_factor_throttled',
  'user_code_throttled',
]);

/** Seconds after which the server would look at a password or code again; zero where it does at once. */
export function waitOf(fault: Unanswered | undefined): number {
  if (fault?.kind !== 'refused' || !throttles.has(fault.refusal.known)) return 0;
  const wait = Number(fault.refusal.values?.['wait']);
  return Number.isFinite(wait) ? wait : 0;
}

/** Seconds that are left of the wait which a fault brings, counted from when it is first shown. */
export function useWait(fault: Unanswered | undefined): number {
  const now = useNow();
  const [counted, setCounted] = useState({ fault, since: now });
  if (counted.fault !== fault) setCounted({ fault, since: Date.now() });
  return Math.max(0, Math.ceil(waitOf(fault) - Math.max(0, now - counted.since) / 1000));
}

/** As `0:07`, or `12:00`. */
export function clockTime(seconds: number): string {
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}
