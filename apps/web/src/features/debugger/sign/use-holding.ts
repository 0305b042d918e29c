import { useMemo, useState } from 'react';
import type { Holding, KeyBindingWishes } from './model/issue-to-holder.ts';
import { type SigningKeyState, useSigningKey } from './use-signing-key.ts';

/** The holder of an SD-JWT on the desk. */
export interface HoldingState {
  readonly holding: Holding;
  readonly isBound: boolean;
  readonly holderKey: SigningKeyState;
  readonly proves: boolean;
  readonly wishes: KeyBindingWishes;
  readonly setBound: (isBound: boolean) => void;
  readonly setDecoys: (decoys: number) => void;
  readonly setProves: (proves: boolean) => void;
  readonly wish: (part: Partial<KeyBindingWishes>) => void;
}

export const mostDecoys = 100;

/** The key of the holder is made when it is first needed. */
export function useHolding(): HoldingState {
  const [isBound, setBound] = useState(false);
  const [decoys, setDecoys] = useState(0);
  const [proves, setProves] = useState(false);
  const [wishes, setWishes] = useState<KeyBindingWishes>(() => ({
    audience: 'https://verifier.example',
    nonce: crypto.randomUUID(),
  }));
  const holderKey = useSigningKey(() => undefined, isBound);
  const { key } = holderKey;
  const holding = useMemo(
    (): Holding => ({
      decoys,
      ...(isBound && { key }),
      ...(isBound && proves && { binding: wishes }),
    }),
    [decoys, isBound, key, proves, wishes],
  );
  return {
    holding,
    isBound,
    holderKey,
    proves,
    wishes,
    setBound,
    setDecoys: (count) => setDecoys(Math.max(0, Math.min(mostDecoys, Math.trunc(count) || 0))),
    setProves,
    wish: (part) => setWishes((current) => ({ ...current, ...part })),
  };
}
