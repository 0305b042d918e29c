import { useMemo, useState } from 'react';
import { dissect, takeApart } from '../../../parts/token-view/model/dissect.ts';
import type { Dissection } from '../../../parts/token-view/model/inspection.ts';
import { type Comparison, compare, type SideName, type Sides } from './model/compare.ts';
import { makeSamplePair } from './model/sample-pair.ts';

/** What stands in one of the two fields. */
export interface SideState {
  readonly text: string;
  readonly dissection: Dissection;
  /** What was taken away around the pasted token, in words. */
  readonly removed: readonly string[];
}

export interface ComparisonState {
  readonly sides: Sides<SideState>;
  readonly comparison: Comparison;
  readonly setText: (side: SideName, text: string, pasted: boolean) => void;
  readonly swap: () => void;
  readonly useSample: () => void;
}

interface Entered {
  readonly text: string;
  readonly removed: readonly string[];
}

const nothing: Entered = { text: '', removed: [] };

/** A pasted text loses at once what was around the token; typed text stays as it is. */
function enter(text: string, pasted: boolean): Entered {
  if (!pasted) return { text, removed: [] };
  const { token, removed } = takeApart(text);
  return { text: token, removed };
}

/** Two tokens and what differs between them. They live in memory only. */
export function useComparison(): ComparisonState {
  const [entered, setEntered] = useState<Sides<Entered>>({ first: nothing, second: nothing });
  const first = useMemo(() => dissect(entered.first.text), [entered.first.text]);
  const second = useMemo(() => dissect(entered.second.text), [entered.second.text]);
  const comparison = useMemo(() => compare(first, second), [first, second]);
  const sideOf = ({ text, removed }: Entered, dissection: Dissection): SideState => ({
    text,
    dissection,
    removed: removed.length > 0 ? removed : dissection.parsed.removed,
  });
  return {
    sides: { first: sideOf(entered.first, first), second: sideOf(entered.second, second) },
    comparison,
    setText: (side, text, pasted) => setEntered((current) => ({ ...current, [side]: enter(text, pasted) })),
    swap: () => setEntered((current) => ({ first: current.second, second: current.first })),
    useSample: () =>
      void makeSamplePair(Date.now()).then((pair) =>
        setEntered({ first: enter(pair.first, false), second: enter(pair.second, false) }),
      ),
  };
}
