import { useRef, useState } from 'react';
import type { AttackRun } from './lab/attack.ts';
import { attackWeakSecret, signWithWord } from './lab/attack-weak-secret.ts';
import { candidates } from './lab/crack/candidates.ts';
import type { CrackProgress } from './lab/crack/crack-secret.ts';
import { type Cracker, startCracker } from './lab/crack/cracker.ts';

export type CrackState = CrackProgress &
  (
    | { readonly kind: 'idle' | 'searching' | 'not-found' | 'cancelled' | 'failed' }
    | { readonly kind: 'found'; readonly secret: string; readonly run: AttackRun }
  );

interface Crack {
  readonly state: CrackState;
  /** Signs a token with the secret, and sets the search on it. */
  readonly start: (secret: string) => void;
  readonly stop: () => void;
}

// With the page, not with the chapter: once the page has loaded, nothing more is.
const cracker: Cracker = startCracker();
const none: CrackProgress = { tried: 0, total: candidates().length };

/** A search for a secret, and the attack that follows when it succeeds. */
export function useCrack(): Crack {
  const [state, setState] = useState<CrackState>({ kind: 'idle', ...none });
  const latest = useRef(0);
  const search = async (run: number, secret: string): Promise<CrackState> => {
    const scene = { now: Math.floor(Date.now() / 1000) };
    const honest = await signWithWord(scene, secret);
    const result = await cracker.crack(run, honest, (progress) =>
      setState({ kind: 'searching', ...progress }),
    );
    if (result.kind !== 'found') return result;
    return { ...result, run: await attackWeakSecret(scene, honest, result.secret) };
  };
  const start = (secret: string): void => {
    setState({ kind: 'searching', ...none });
    latest.current = cracker.nextRun();
    search(latest.current, secret).then(setState, () => setState({ kind: 'failed', ...none })); // Said in words by the page.
  };
  return { state, start, stop: () => cracker.cancel(latest.current) };
}
