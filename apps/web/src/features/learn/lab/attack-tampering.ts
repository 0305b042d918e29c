import { exportPublicJwk, generateKeyPair } from '@signet/token/keys';
import { signToken } from '@signet/token/sign';
import { askSignet } from './ask-signet.ts';
import type { AttackRun } from './attack.ts';
import { verifyCarelessly } from './careless-tampering.ts';
import { unsigned } from './forge.ts';
import { honestClaims, type Scene, wishedClaims } from './scene.ts';

/** The payload is exchanged; header and signature stay. */
export async function attackTampering(scene: Scene): Promise<AttackRun> {
  const { signing, verification } = await generateKeyPair('ES256', 'orders-1');
  const honest = await signToken(honestClaims(scene), { key: signing, type: 'JWT' });
  const [header = '', , signature = ''] = honest.split('.');
  const [, payload = ''] = unsigned({}, wishedClaims(scene)).split('.');
  const forged = `${header}.${payload}.${signature}`;
  return {
    steps: [
      { name: 'honest', exhibit: { kind: 'token', token: honest } },
      {
        name: 'payload',
        exhibit: { kind: 'text', text: JSON.stringify(wishedClaims(scene), null, 2) },
      },
      { name: 'forged', exhibit: { kind: 'token', token: forged } },
    ],
    trials: [
      {
        name: 'forged',
        token: forged,
        careless: verifyCarelessly(forged),
        ours: await askSignet(forged, [verification], scene),
      },
    ],
    forDebugger: { token: forged, publicKey: JSON.stringify(await exportPublicJwk(verification), null, 2) },
  };
}
