import { type ReactElement, useCallback } from 'react';
import { playableAttacks } from '../lab/attacks.ts';
import { useMade } from '../use-made.ts';
import { words } from '../words/words.ts';
import { AttackSteps } from './attack-steps.tsx';

const secondsNow = (): number => Math.floor(Date.now() / 1000);

/** Plays an attack when the chapter opens, and again with new keys on demand. */
export function AttackPlay({ name }: { readonly name: keyof typeof playableAttacks }): ReactElement {
  const play = useCallback(() => playableAttacks[name]({ now: secondsNow() }), [name]);
  const [made, again] = useMade(play);
  if (made.kind !== 'made')
    return <p className="quiet">{made.kind === 'failed' ? words.failed : words.making}</p>;
  return <AttackSteps key={made.value.forDebugger.token} name={name} run={made.value} again={again} />;
}
