import { askSignet } from './ask-signet.ts';
import type { AttackRun } from './attack.ts';
import { verifyCarelessly } from './careless-kid.ts';
import { signWithBytes } from './forge.ts';
import { pretendedFiles } from './pretended-files.ts';
import { honestClaims, type Scene, wishedClaims } from './scene.ts';
import { makeSecret, signHonestly } from './shared-secret.ts';

const publicFile = 'User-agent: *\nDisallow: /admin\n';

/** The key's name leads out of the folder of keys, to a file whose content everybody knows. */
export async function attackKid(scene: Scene): Promise<AttackRun> {
  const secret = makeSecret();
  const { token: honest, key } = await signHonestly(honestClaims(scene), secret, 'orders-1');
  const known = new TextEncoder().encode(publicFile);
  const readFile = pretendedFiles({ '/srv/keys/orders-1': secret, '/srv/public/robots.txt': known });
  const header = { alg: 'HS256', typ: 'JWT', kid: '../public/robots.txt' };
  const forged = await signWithBytes(header, wishedClaims(scene), known);
  return {
    steps: [
      { name: 'honest', exhibit: { kind: 'token', token: honest } },
      { name: 'file', exhibit: { kind: 'text', text: publicFile } },
      { name: 'header', exhibit: { kind: 'text', text: JSON.stringify(header) } },
      { name: 'forged', exhibit: { kind: 'token', token: forged } },
    ],
    trials: [
      {
        name: 'forged',
        token: forged,
        careless: await verifyCarelessly(forged, readFile),
        ours: await askSignet(forged, [key], scene),
      },
    ],
    forDebugger: { token: forged },
  };
}
