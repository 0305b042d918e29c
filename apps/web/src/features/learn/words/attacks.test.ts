import { describe, expect, it } from 'vitest';
import { attackWeakSecret, signWithWord } from '../lab/attack-weak-secret.ts';
import { carelessSources, playableAttacks } from '../lab/attacks.ts';
import { attacks } from './attacks.ts';

const scene = { now: 1_800_000_000 };

describe('the words of the attack lab', () => {
  it('caption every step and every trial that the attacks bring forth, and nothing else', async () => {
    const weak = attackWeakSecret(scene, await signWithWord(scene, 'secret'), 'secret');
    const runs = [
      ...Object.entries(playableAttacks).map(([name, play]) => [name, play(scene)] as const),
      ['weak-secret', weak] as const,
    ];
    for (const [name, run] of runs) {
      const { steps, trials } = await run;
      const words = Object.entries(attacks).find(([id]) => id === name)?.[1];
      expect(Object.keys(words?.steps ?? {})).toEqual(steps.map((step) => step.name));
      expect(Object.keys(words?.trials ?? {})).toEqual(trials.map((trial) => trial.name));
    }
  });

  it('show the careless verifiers as they are, each marked as such', () => {
    for (const source of Object.values(carelessSources)) {
      expect(source).toContain('CARELESS ON PURPOSE');
      expect(source).toContain('verifyCarelessly');
    }
  });
});
