import { describe, expect, it } from 'vitest';
import type { Attack, AttackRun } from './attack.ts';
import { attackAlgNone } from './attack-alg-none.ts';
import { attackConfusion } from './attack-confusion.ts';
import { attackJku } from './attack-jku.ts';
import { attackKid } from './attack-kid.ts';
import { attackReplay } from './attack-replay.ts';
import { attackTampering } from './attack-tampering.ts';
import { attackWeakSecret, signWithWord } from './attack-weak-secret.ts';

const scene = { now: 1_800_000_000 };

const trial = (run: AttackRun, name: string) => {
  const found = run.trials.find((one) => one.name === name);
  if (found === undefined) throw new Error(`No trial ${name}.`);
  return found;
};

const forgeries: readonly (readonly [string, Attack, string])[] = [
  ['alg none', attackAlgNone, 'alg_none'],
  ['algorithm confusion', attackConfusion, 'alg_not_pinned'],
  ['kid injection', attackKid, 'key_unknown'],
  ['jku spoof', attackJku, 'signature_invalid'],
  ['tampering', attackTampering, 'signature_invalid'],
];

describe('the attack lab', () => {
  it.each(forgeries)(
    '%s: the careless verifier accepts an administrator, Signet refuses',
    async (_, attack, code) => {
      const { careless, ours } = trial(await attack(scene), 'forged');
      expect(careless).toMatchObject({ kind: 'accepted', claims: { sub: 'usr_attacker', roles: ['admin'] } });
      expect(ours).toMatchObject({ verdict: 'refused', refusal: { code, fix: expect.any(String) } });
    },
  );

  it('weak secret: the cracked word forges a token, Signet refuses the word and the token', async () => {
    const honest = await signWithWord(scene, 'sunshine2024');
    const run = await attackWeakSecret(scene, honest, 'sunshine2024');
    const weak = trial(run, 'weak-key');
    expect(weak.careless).toMatchObject({ kind: 'accepted', claims: { roles: ['admin'] } });
    expect(weak.ours).toMatchObject({ refusal: { code: 'key_too_short', fix: expect.any(String) } });
    expect(trial(run, 'strong-key').ours).toMatchObject({ refusal: { code: 'signature_invalid' } });
  });

  it('replay: the careless verifier accepts the token always and everywhere, Signet in its time and place', async () => {
    const run = await attackReplay(scene);
    for (const name of ['later', 'elsewhere', 'at-once']) {
      expect(trial(run, name).careless).toMatchObject({ kind: 'accepted', claims: { sub: 'usr_customer' } });
    }
    expect(trial(run, 'later').ours).toMatchObject({ refusal: { code: 'token_expired' } });
    expect(trial(run, 'elsewhere').ours).toMatchObject({ refusal: { code: 'audience_unexpected' } });
    expect(trial(run, 'at-once').ours).toEqual({ verdict: 'verified' });
  });

  it('makes new keys for every run', async () => {
    for (const [, attack] of [...forgeries, ['replay', attackReplay] as const]) {
      const [first, second] = await Promise.all([attack(scene), attack(scene)]);
      expect(first.steps[0]?.exhibit).not.toEqual(second.steps[0]?.exhibit);
    }
  });

  it('hands no secret and no private key to the debugger', async () => {
    for (const [, attack] of forgeries) {
      const { publicKey = '' } = (await attack(scene)).forDebugger;
      expect(publicKey).not.toMatch(/PRIVATE|"d"|"k":/);
    }
  });
});
