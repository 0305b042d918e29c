import { useMemo, useState } from 'react';
import { dissect } from './model/dissect.ts';
import type { Dissection, Finding, VerdictSummary } from './model/inspection.ts';
import type { KeyReading, SecretEncoding } from './model/key-reading.ts';
import { makeSample } from './model/sample.ts';
import { summarise } from './model/summarise.ts';
import { useNow } from './use-now.ts';
import { useVerification } from './use-verification.ts';

/** What the debugger shows, and what can be done in it. */
export interface DebuggerState {
  readonly token: string;
  readonly key: string;
  readonly encoding: SecretEncoding;
  readonly empty: boolean;
  readonly now: number;
  /** What was taken away around the pasted token, in words. */
  readonly removed: readonly string[];
  readonly dissection: Dissection;
  readonly keyReading: KeyReading;
  readonly verdict: VerdictSummary;
  readonly findings: readonly Finding[];
  readonly setToken: (text: string, pasted: boolean) => void;
  readonly setKey: (text: string) => void;
  readonly setEncoding: (encoding: SecretEncoding) => void;
  readonly clear: () => void;
  readonly useSample: () => void;
}

interface Entry {
  readonly token: string;
  readonly key: string;
  readonly encoding: SecretEncoding;
  readonly removed: readonly string[];
}

const nothing: Entry = { token: '', key: '', encoding: 'utf8', removed: [] };

/** A pasted text loses at once what was around the token; typed text stays as it is. */
function accept(text: string, pasted: boolean): Pick<Entry, 'token' | 'removed'> {
  if (!pasted) return { token: text, removed: [] };
  const { token, removed } = dissect(text).parsed;
  return { token, removed };
}

/** The state of the workbench. It lives in memory only: nothing is stored, nothing is sent. */
export function useDebugger(): DebuggerState {
  const [entry, setEntry] = useState(nothing);
  const now = useNow();
  const { token, key, encoding } = entry;
  const dissection = useMemo(() => dissect(token), [token]);
  const { given, check } = useVerification(dissection, key, encoding);
  const { verdict, findings } = useMemo(
    () => summarise(dissection, given, check, now),
    [dissection, given, check, now],
  );
  const change = (part: Partial<Entry>): void => setEntry((current) => ({ ...current, ...part }));
  return {
    ...entry,
    removed: entry.removed.length > 0 ? entry.removed : dissection.parsed.removed,
    empty: dissection.parsed.kind === 'empty',
    now,
    dissection,
    keyReading: given.reading,
    verdict,
    findings,
    setToken: (text, pasted) => change(accept(text, pasted)),
    setKey: (text) => change({ key: text }),
    setEncoding: (chosen) => change({ encoding: chosen }),
    clear: () => setEntry(nothing),
    useSample: () => {
      void makeSample(Date.now()).then((sample) => setEntry({ ...nothing, ...sample }));
    },
  };
}
