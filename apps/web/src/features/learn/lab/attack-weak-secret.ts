import { importVerificationKey } from '@signet/token/keys';
import { askSignet } from './ask-signet.ts';
import type { AttackRun, OurAnswer } from './attack.ts';
import { verifyCarelessly } from './careless-secret.ts';
import { signWithBytes } from './forge.ts';
import { honestClaims, type Scene, wishedClaims } from './scene.ts';
import { makeSecret, signHonestly } from './shared-secret.ts';

const header = { alg: 'HS256', typ: 'JWT' };

/** What the attacker holds at the beginning: one token of an API whose secret is a word. */
export function signWithWord(scene: Scene, word: string): Promise<string> {
  return signWithBytes(header, honestClaims(scene), new TextEncoder().encode(word));
}

/**
 * What follows once the word is found. Signet's part comes twice: it refuses the word as a secret, and with a
 * proper secret the forged token does not verify.
 * @param cracked the secret that the search found in `honest`
 */
export async function attackWeakSecret(scene: Scene, honest: string, cracked: string): Promise<AttackRun> {
  const forged = await signWithBytes(header, wishedClaims(scene), new TextEncoder().encode(cracked));
  const { key } = await signHonestly(honestClaims(scene), makeSecret());
  return {
    steps: [
      { name: 'honest', exhibit: { kind: 'token', token: honest } },
      { name: 'found', exhibit: { kind: 'text', text: cracked } },
      { name: 'forged', exhibit: { kind: 'token', token: forged } },
    ],
    trials: [
      {
        name: 'weak-key',
        token: forged,
        careless: await verifyCarelessly(forged, cracked),
        ours: await judgeSecret(cracked),
      },
      { name: 'strong-key', token: forged, ours: await askSignet(forged, [key], scene) },
    ],
    forDebugger: { token: forged },
  };
}

async function judgeSecret(secret: string): Promise<OurAnswer> {
  const read = await importVerificationKey({ from: 'secret', secret }, 'HS256');
  return read.kind === 'key' ? { verdict: 'verified' } : { verdict: 'refused', refusal: read.refusal };
}
