import { askSignet } from './ask-signet.ts';
import type { AttackRun } from './attack.ts';
import { verifyCarelessly } from './careless-alg-none.ts';
import { unsigned } from './forge.ts';
import { honestClaims, type Scene, wishedClaims } from './scene.ts';
import { makeSecret, signHonestly } from './shared-secret.ts';

/** The token declares itself unsigned, and the careless verifier believes it. */
export async function attackAlgNone(scene: Scene): Promise<AttackRun> {
  const secret = makeSecret();
  const { token: honest, key } = await signHonestly(honestClaims(scene), secret);
  const header = { alg: 'none', typ: 'JWT' };
  const forged = unsigned(header, wishedClaims(scene));
  return {
    steps: [
      { name: 'honest', exhibit: { kind: 'token', token: honest } },
      { name: 'header', exhibit: { kind: 'text', text: JSON.stringify(header) } },
      { name: 'forged', exhibit: { kind: 'token', token: forged } },
    ],
    trials: [
      {
        name: 'forged',
        token: forged,
        careless: await verifyCarelessly(forged, secret),
        ours: await askSignet(forged, [key], scene),
      },
    ],
    forDebugger: { token: forged },
  };
}
