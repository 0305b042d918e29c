import { useMemo, useState } from 'react';
import { type Disclosable, disclosablesOf, isPersonal } from './model/disclosable.ts';
import { readObject } from './model/read-object.ts';

/** Which claims an SD-JWT lets its holder hold back. */
export interface DisclosureState {
  readonly all: readonly Disclosable[];
  readonly chosen: readonly Disclosable[];
  readonly toggle: (id: string) => void;
}

const nothing: readonly Disclosable[] = [];

/** Until the reader ticks one, those about the person are chosen. */
export function useDisclosure(payload: string): DisclosureState {
  const [ticked, setTicked] = useState<ReadonlySet<string>>();
  const all = useMemo(() => {
    const root = readObject('payload', payload);
    return root.kind === 'object' ? disclosablesOf(root) : nothing;
  }, [payload]);
  const chosen = useMemo(
    () => all.filter((each) => (ticked ? ticked.has(each.id) : isPersonal(each))),
    [all, ticked],
  );
  return {
    all,
    chosen,
    toggle: (id) => {
      const next = new Set(chosen.map((each) => each.id));
      if (!next.delete(id)) next.add(id);
      setTicked(next);
    },
  };
}
